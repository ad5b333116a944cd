/// Hands the features of texts to a trainer, the same ones that a reader sees.
package struct MoodExtractor {
  /// Places in one block of dense features, and the width of their rows.
  package static let denseCount = DenseFeatures.count
  package static let denseWidth = 6
  package static let languageWidth = LanguageRow.width

  private var workspace = MoodWorkspace()

  package init() {}

  private struct ListSink: FeatureSink {
    var hashes: [UInt64] = []
    var runs: [UInt64] = []
    mutating func take(_ hash: UInt64, token: Int) { hashes.append(hash) }
    mutating func takeRun(_ hash: UInt64, token: Int) { runs.append(hash) }
  }

  /// What the language head sees.
  package mutating func languageHashes(_ text: String) -> [UInt64] {
    MoodScanner.scan(text, forms: .shared, into: &workspace.text)
    var sink = ListSink()
    LanguageFeatures.walk(workspace.text, into: &sink)
    return sink.hashes
  }

  /// What the other heads see in a text of a known language: hashes of words, of runs of letters,
  /// and dense places.
  package mutating func moodHashes(
    _ text: String, language: Language, index: Int
  ) -> (words: [UInt64], runs: [UInt64], dense: [Int]) {
    MoodScanner.scan(text, forms: .shared, into: &workspace.text)
    LexiconSigns.read(&workspace, lane: Lane(language), table: .shared, fold: .shared)
    var sink = ListSink()
    MoodFeatures.walk(
      &workspace, language: index, isUzbek: language == .uzbek, forms: .shared, into: &sink)
    DenseFeatures.collect(&workspace, language: index)
    return (sink.hashes, sink.runs, workspace.dense)
  }

  /// The dense places that follow from a sentiment, for the text extracted last.
  package mutating func sentimentPlaces(
    negative: Double, positive: Double, index: Int
  ) -> [Int] {
    let counted = workspace.dense.count
    DenseFeatures.collect(
      negative: negative, positive: positive, language: index, into: &workspace)
    return Array(workspace.dense[counted...])
  }

  /// The place of a hash in a table of two to the power of `bits` rows.
  @inlinable
  package static func bucket(_ hash: UInt64, bits: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> (64 - bits))
  }
}
