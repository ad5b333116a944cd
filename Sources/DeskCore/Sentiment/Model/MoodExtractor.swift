/// Hands the features of texts to a trainer, the same ones that a reader sees.
package struct MoodExtractor {
  /// Places in one block of dense features, and the width of their rows.
  package static let denseCount = DenseFeatures.count
  package static let denseWidth = 6
  package static let languageWidth = LanguageRow.width

  private let room = MoodRoom()
  private var sums = MoodSums()

  package init() {}

  private struct ListSink: FeatureSink {
    var words: [UInt64] = []
    var runs: [UInt64] = []
    mutating func take(_ place: UInt64, token: Int) { words.append(place) }
    mutating func takeRuns(
      _ spelling: UnsafeMutableBufferPointer<UInt16>, last: Int, token: Int
    ) {
      LetterRuns.visit(spelling, last: last) { runs.append($0) }
    }
  }

  /// What the language head sees.
  package mutating func languageHashes(_ text: String) -> [UInt64] {
    var workspace = MoodWorkspace(room)
    MoodScanner.scan(text, forms: .shared, into: &workspace.text)
    var hashes: [UInt64] = []
    LanguageFeatures.walk(workspace.text) { hashes.append($0) }
    return hashes
  }

  /// What the other heads see in a text of a known language: places of words and of runs of letters
  /// in the table of moods, and dense places.
  package mutating func moodFeatures(
    _ text: String, language: Language, index: Int
  ) -> (words: [UInt64], runs: [UInt64], dense: [Int]) {
    var workspace = MoodWorkspace(room)
    MoodScanner.scan(text, forms: .shared, into: &workspace.text)
    LexiconSigns.read(&workspace, lane: Lane(language), table: .shared, fold: .shared)
    var sink = ListSink()
    MoodFeatures.walk(
      workspace, language: index, isUzbek: language == .uzbek, forms: .shared, into: &sink)
    sums = workspace.sums
    var dense: [Int] = []
    DenseFeatures.visit(workspace) { dense += Self.places($0, index) }
    return (sink.words, sink.runs, dense)
  }

  /// The dense places that follow from a sentiment, for the text extracted last.
  package mutating func sentimentPlaces(
    negative: Double, positive: Double, index: Int
  ) -> [Int] {
    var dense: [Int] = []
    DenseFeatures.visit(negative: negative, positive: positive, sums: sums) {
      dense += Self.places($0, index)
    }
    return dense
  }

  /// A place for all languages, and the same for one.
  private static func places(_ place: Int, _ language: Int) -> [Int] {
    [place, (language + 1) * DenseFeatures.count + place]
  }

  /// The place of a hash in a table of two to the power of `bits` rows.
  package static func bucket(_ hash: UInt64, bits: UInt64) -> Int {
    FeatureHash.bucket(hash, bits: bits)
  }
}
