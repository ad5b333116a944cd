/// What the runs of letters of a text say for every language.
///
/// A row is 32 unsigned bytes, 128 standing for nothing. Even and odd bytes are added in lanes of
/// sixteen bits, four words at a time, and moved to wider sums before the lanes can overflow.
struct LanguageTally {
  private static let room = 250

  private(set) var sums = InlineArray<32, Int32>(repeating: 0)
  let count: Int

  init(_ hashes: Swift.Span<UInt64>, table: WeightTable) {
    count = hashes.count
    var start = 0
    while start < hashes.count {
      let end = min(hashes.count, start + Self.room)
      add(hashes, start, end, table)
      start = end
    }
  }

  private mutating func add(
    _ hashes: Swift.Span<UInt64>, _ start: Int, _ end: Int, _ table: WeightTable
  ) {
    let mask = SIMD4<UInt64>(repeating: 0x00FF_00FF_00FF_00FF)
    let shift = 64 - table.bits
    var even = SIMD4<UInt64>.zero
    var odd = SIMD4<UInt64>.zero
    for index in start..<end {
      let hash = hashes[index] &* FeatureHash.seed
      let place = Int(truncatingIfNeeded: hash &>> shift) &* LanguageRow.width
      let row = UnsafeRawPointer(table.start + place).loadUnaligned(as: SIMD4<UInt64>.self)
      even &+= row & mask
      odd &+= (row &>> 8) & mask
    }
    let zero = Int32(128 * (end - start))
    for lane in 0..<4 {
      for step in 0..<4 {
        let column = lane * 8 + step * 2
        let shift = UInt64(step * 16)
        sums[column] += Int32(even[lane] >> shift & 0xFFFF) - zero
        sums[column + 1] += Int32(odd[lane] >> shift & 0xFFFF) - zero
      }
    }
  }
}

/// Names the language of a text.
enum LanguageHead {
  /// What a platform's claim is worth in a long text, in the unit of the scores; a text of a dozen
  /// letters or less says so little itself that the claim counts double and more.
  static let hintBonus: Float = 0.6
  static let hintLetters: Float = 12

  /// The language and its place in the model; the place is nil where the model has none for it.
  static func read(
    _ text: borrowing MoodText, sink: inout HashSink, model: MoodModel, hint: Language?
  ) -> (language: Language, index: Int?) {
    guard text.letterCount > 0 else {
      let claimed = hint ?? .undetermined
      return (claimed, model.index(of: claimed))
    }
    if text.others > text.latin + text.cyrillic + text.arabic {
      let language = text.otherLanguage ?? .undetermined
      return (language, model.index(of: language))
    }
    sink.clear()
    LanguageFeatures.walk(text, into: &sink)
    let tally = sink.languages(model)
    let scale = model.steps[0] / Float(max(1, tally.count)).squareRoot()
    let claimed = hint.flatMap { model.index(of: $0) }
    let bonus = hintBonus * (1 + hintLetters / Float(text.letterCount))
    var best = 0
    var bestScore = -Float.infinity
    for index in model.languages.indices {
      var score = Float(tally.sums[index]) * scale
      if index == claimed { score += bonus }
      if score > bestScore {
        best = index
        bestScore = score
      }
    }
    return (model.languages[best], best)
  }
}
