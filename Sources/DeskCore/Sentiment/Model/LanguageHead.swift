/// Adds up, for every language, what the runs of letters say for it.
///
/// A row is 32 unsigned bytes, 128 standing for nothing. Even and odd bytes are added in lanes of
/// sixteen bits, four words at a time, and moved to wider sums before the lanes can overflow.
struct LanguageSink: FeatureSink {
  private static let mask = SIMD4<UInt64>(repeating: 0x00FF_00FF_00FF_00FF)
  private static let room = 250

  private let table: WeightTable
  private let shift: UInt64
  private var even = SIMD4<UInt64>.zero
  private var odd = SIMD4<UInt64>.zero
  private var pending = 0
  private(set) var sums = InlineArray<32, Int32>(repeating: 0)
  private(set) var count = 0

  init(table: WeightTable) {
    self.table = table
    shift = 64 - table.bits
  }

  @inline(__always)
  mutating func take(_ hash: UInt64, token: Int) {
    let place = Int(truncatingIfNeeded: (hash &* FeatureHash.seed) &>> shift) &* LanguageRow.width
    let row = UnsafeRawPointer(table.start + place).loadUnaligned(as: SIMD4<UInt64>.self)
    even &+= row & Self.mask
    odd &+= (row &>> 8) & Self.mask
    pending &+= 1
    if pending == Self.room { flush() }
  }

  @inline(__always)
  mutating func takeRun(_ hash: UInt64, token: Int) { take(hash, token: token) }

  /// Moves what is pending into the sums; to be called before they are read.
  mutating func flush() {
    for lane in 0..<4 {
      var low = even[lane]
      var high = odd[lane]
      for step in 0..<4 {
        let column = lane * 8 + step * 2
        sums[column] += Int32(low & 0xFFFF) - Int32(128 * pending)
        sums[column + 1] += Int32(high & 0xFFFF) - Int32(128 * pending)
        low >>= 16
        high >>= 16
      }
    }
    count += pending
    pending = 0
    even = .zero
    odd = .zero
  }
}

/// Names the language of a text.
enum LanguageHead {
  /// What a platform's claim is worth, in the unit of the scores.
  static let hintBonus: Float = 0.6

  /// The language and its place in the model; the place is nil where the model has none for it.
  static func read(
    _ text: borrowing MoodText, model: MoodModel, hint: Language?
  ) -> (language: Language, index: Int?) {
    guard text.letterCount > 0 else {
      let claimed = hint ?? .undetermined
      return (claimed, model.index(of: claimed))
    }
    if text.others > text.latin + text.cyrillic + text.arabic {
      let language = text.otherLanguage ?? .undetermined
      return (language, model.index(of: language))
    }
    var sink = LanguageSink(table: model.languageTable)
    LanguageFeatures.walk(text, into: &sink)
    sink.flush()
    let scale = model.steps[0] / Float(max(1, sink.count)).squareRoot()
    let claimed = hint.flatMap { model.index(of: $0) }
    var best = 0
    var bestScore = -Float.infinity
    for index in model.languages.indices {
      var score = Float(sink.sums[index]) * scale
      if index == claimed { score += hintBonus }
      if score > bestScore {
        best = index
        bestScore = score
      }
    }
    return (model.languages[best], best)
  }
}
