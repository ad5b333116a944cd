/// What tells languages apart: letters in runs of two and three, and whole words, in lower case.
enum LanguageFeatures {
  /// Enough of a text to know its language.
  static let letterLimit = 56

  private static let word: UInt64 = 0x11

  /// Calls back with the hash of every feature.
  @inline(__always)
  static func walk(_ text: MoodText, feature: (UInt64) -> Void) {
    for index in 0..<text.tokenEnd where text.tokens[index].kind == .word {
      let start = Int(text.tokens[index].start)
      if start > letterLimit { break }
      walk(text.letters, start, Int(text.tokens[index].end), feature: feature)
    }
  }

  /// One word between its edges, as a window of three letters that slides over it.
  @inline(__always)
  private static func walk(
    _ letters: UnsafeMutableBufferPointer<UInt16>, _ start: Int, _ end: Int,
    feature: (UInt64) -> Void
  ) {
    var window = UInt64(LetterForms.edge)
    var length = 1
    var whole = FeatureHash.mix(FeatureHash.seed, word)
    for position in start..<end {
      let letter = letters[position]
      whole = FeatureHash.mix(whole, letter)
      // Digits tell nothing, and brands are full of them.
      if letter <= 0x39, letter >= 0x30 {
        length = 0
        continue
      }
      window = window << 16 | UInt64(letter)
      length += 1
      if length >= 2 { feature(FeatureHash.mix(FeatureHash.seed, window & 0xFFFF_FFFF)) }
      if length >= 3 { feature(FeatureHash.mix(FeatureHash.seed, window & 0xFFFF_FFFF_FFFF)) }
    }
    window = window << 16 | UInt64(LetterForms.edge)
    if length >= 1 { feature(FeatureHash.mix(FeatureHash.seed, window & 0xFFFF_FFFF)) }
    if length >= 2 { feature(FeatureHash.mix(FeatureHash.seed, window & 0xFFFF_FFFF_FFFF)) }
    feature(whole)
  }
}
