/// A text cut into tokens, with its letters in lower case; made to be used again and again.
///
/// After the first long text no further memory is asked for.
struct MoodText: Sendable {
  /// What is read of one text, in letters and in tokens; the rest is not looked at.
  static let letterLimit = 4096
  static let tokenLimit = 1024
  /// Longer words are cut: they are addresses, keys, or written without spaces.
  static let wordLimit = 40

  var letters: [UInt16] = []
  var tokens: [MoodToken] = []
  /// Letters by script, before any folding: Latin, Cyrillic, Arabic, Devanagari and others.
  var latin = 0
  var cyrillic = 0
  var arabic = 0
  var others = 0
  /// The script outside the three, once one was seen.
  var otherLanguage: Language?
  var upperLetters = 0
  var casedLetters = 0
  var exclamations = 0
  var questions = 0

  init() {
    letters.reserveCapacity(Self.letterLimit)
    tokens.reserveCapacity(Self.tokenLimit)
  }

  mutating func clear() {
    letters.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    latin = 0
    cyrillic = 0
    arabic = 0
    others = 0
    otherLanguage = nil
    upperLetters = 0
    casedLetters = 0
    exclamations = 0
    questions = 0
  }

  /// More than half of the cased letters are capitals, so that capitals say nothing of one word.
  var isLoud: Bool { upperLetters * 10 > casedLetters * 6 }
  var letterCount: Int { latin + cyrillic + arabic + others }
}
