/// A text cut into tokens, with its letters in lower case.
///
/// Letters and tokens lie in memory that a `MoodRoom` owns and that outlives this value; reading
/// and writing past its end stops a debug build.
struct MoodText {
  /// What is read of one text, in letters and in tokens; the rest is not looked at.
  static let letterLimit = 4096
  static let tokenLimit = 1024
  /// Longer words are cut: they are addresses, keys, or written without spaces.
  static let wordLimit = 40

  let letters: UnsafeMutableBufferPointer<UInt16>
  let tokens: UnsafeMutableBufferPointer<MoodToken>
  /// How many of both are in use.
  var letterEnd = 0
  var tokenEnd = 0
  /// Letters by script, before any folding: Latin, Cyrillic, Arabic, Devanagari and others.
  var latin = 0
  var cyrillic = 0
  var arabic = 0
  var others = 0
  /// The script outside the three, once one was seen.
  var otherScript: OtherScript?
  var upperLetters = 0
  var casedLetters = 0
  var exclamations = 0
  var questions = 0

  init(_ room: MoodRoom) {
    letters = room.letters
    tokens = room.tokens
  }

  /// More than half of the cased letters are capitals, so that capitals say nothing of one word.
  var isLoud: Bool { upperLetters * 10 > casedLetters * 6 }
  var letterCount: Int { latin + cyrillic + arabic + others }
  /// The tokens in use.
  var cut: Slice<UnsafeMutableBufferPointer<MoodToken>> { tokens[..<tokenEnd] }
}
