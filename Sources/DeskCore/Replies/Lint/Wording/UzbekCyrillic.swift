/// Writes Uzbek Latin in Cyrillic, so that each entry of the lists is kept once.
enum UzbekCyrillic {
  /// Longest first, so that `sh` is not read as `s` and `h`.
  private static let pairs: [(String, String)] = [
    ("yo'", "йў"), ("o'", "ў"), ("g'", "ғ"), ("sh", "ш"), ("ch", "ч"), ("yo", "ё"), ("yu", "ю"),
    ("ya", "я"),
    ("ye", "е"), ("a", "а"), ("b", "б"), ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"),
    ("h", "ҳ"), ("i", "и"), ("j", "ж"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"),
    ("o", "о"), ("p", "п"), ("q", "қ"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"),
    ("v", "в"), ("x", "х"), ("y", "й"), ("z", "з"), ("'", "ъ"),
  ]

  /// The same entry in Cyrillic; what is not Latin stays.
  static func written(_ entry: some StringProtocol) -> String {
    var written = ""
    var rest = Substring(entry)
    var isStart = true
    while let first = rest.first {
      if isStart, first == "e" {
        written += "э"
        rest.removeFirst()
      } else if let (latin, cyrillic) = pairs.first(where: { rest.hasPrefix($0.0) }) {
        written += cyrillic
        rest = rest.dropFirst(latin.count)
      } else {
        written.append(rest.removeFirst())
      }
      isStart = first == "_" || first == "|"
    }
    return written
  }
}
