/// Writes Uzbek Latin in Cyrillic, to make texts in the alphabet that few data sets have.
enum UzbekCyrillic {
  private static let pairs: [(String, String)] = [
    ("o'", "ў"), ("g'", "ғ"), ("sh", "ш"), ("ch", "ч"), ("yo", "ё"), ("yu", "ю"), ("ya", "я"),
    ("ye", "е"), ("ts", "ц"),
  ]

  private static let single: [Character: Character] = [
    "a": "а", "b": "б", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "ҳ", "i": "и", "j": "ж",
    "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "қ", "r": "р", "s": "с",
    "t": "т", "u": "у", "v": "в", "x": "х", "y": "й", "z": "з", "w": "в", "c": "к", "'": "ъ",
  ]

  static func write(_ text: String) -> String {
    var output = ""
    var rest = Array(
      text.map { character -> Character in "ʻʼ‘’`".contains(character) ? "'" : character })[...]
    var isAtStart = true
    while let next = rest.first {
      let pair = String(rest.prefix(2))
      if let found = pairs.first(where: { $0.0 == pair.lowercased() }) {
        output += next.isUppercase ? found.1.uppercased() : found.1
        rest = rest.dropFirst(2)
        isAtStart = false
        continue
      }
      let small = Character(next.lowercased())
      let letter = small == "e" && isAtStart ? "э" : single[small] ?? next
      output += next.isUppercase ? String(letter).uppercased() : String(letter)
      isAtStart = !next.isLetter
      rest = rest.dropFirst()
    }
    return output
  }
}
