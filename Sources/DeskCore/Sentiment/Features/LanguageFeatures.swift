/// What tells languages apart: letters in runs of one to three, and whole words, in lower case.
enum LanguageFeatures {
  /// Enough of a text to know its language.
  static let letterLimit = 240

  private static let word: UInt64 = 0x11
  private static let longest = 3

  static func walk(_ text: borrowing MoodText, into sink: inout some FeatureSink) {
    let letters = text.letters.span
    for index in text.tokens.indices where text.tokens[index].kind == .word {
      let start = Int(text.tokens[index].start)
      let end = Int(text.tokens[index].end)
      if start > letterLimit { break }
      walk(letters, start, end, token: index, into: &sink)
    }
  }

  /// One word between its edges.
  @inline(__always)
  private static func walk(
    _ letters: Swift.Span<UInt16>, _ start: Int, _ end: Int, token: Int,
    into sink: inout some FeatureSink
  ) {
    for first in (start - 1)..<end {
      var hash = FeatureHash.seed
      let last = min(first + longest - 1, end)
      var position = first
      while position <= last {
        let letter = position < start || position == end ? LetterForms.edge : letters[position]
        // Digits tell nothing, and brands are full of them.
        if letter >= 0x30, letter <= 0x39 { break }
        hash = FeatureHash.mix(hash, letter)
        if position > first || first >= start { sink.take(hash, token: token) }
        position += 1
      }
    }
    var hash = FeatureHash.mix(FeatureHash.seed, word)
    for position in start..<end { hash = FeatureHash.mix(hash, letters[position]) }
    sink.take(hash, token: token)
  }
}
