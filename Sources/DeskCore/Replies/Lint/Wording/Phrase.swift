/// One entry of a list: words that follow each other.
///
/// Written with `_` between words. `refund*` is a beginning, `one|other` a choice, `#` a word that
/// begins with a digit, `~` up to five words of any kind. An apostrophe in an entry must be in the
/// text; one in the text need not be in the entry.
struct Phrase {
  /// One word that would do.
  struct Choice {
    var letters: [UInt16]
    var isBeginning: Bool
    var needsApostrophe: Bool
    var isNumber: Bool

    init(_ entry: Substring) {
      isBeginning = entry.hasSuffix("*")
      needsApostrophe = entry.contains("'")
      isNumber = entry == "#"
      letters = LintLetters.letters(of: entry)
    }
  }

  /// What must come next.
  enum Step {
    case word([Choice])
    case gap
  }

  /// The most words for which `~` stands.
  static let gap = 5

  var group: PhraseGroup
  var steps: [Step]

  init(_ entry: Substring, group: PhraseGroup) {
    self.group = group
    steps = entry.split(separator: "_").map { part in
      part == "~" ? .gap : .word(part.split(separator: "|").map(Choice.init))
    }
  }

  /// Whether some of its words may be any; such a phrase stays within one clause.
  var hasGap: Bool {
    steps.contains { if case .gap = $0 { true } else { false } }
  }

  /// The choices for the first word, by which the phrase is found.
  var openings: [Choice] {
    if case .word(let choices) = steps.first { return choices }
    return []
  }
}
