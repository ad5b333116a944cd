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
    /// For each token, whether the lexicon lists it as a word of everybody.
    let isCommon: [Bool]
    var words: [UInt64] = []
    var runs: [UInt64] = []
    var common: [UInt64] = []
    private var lastToken = -1

    init(isCommon: [Bool] = []) { self.isCommon = isCommon }

    mutating func take(_ place: UInt64, token: Int) {
      // What comes first of a token is the word itself; what stands around it is common only where
      // the word before is.
      let isItself = token != lastToken
      lastToken = token
      if isCommon[token], isItself || token == 0 || isCommon[token - 1] { common.append(place) }
      words.append(place)
    }

    mutating func takeRuns(
      _ spelling: UnsafeMutableBufferPointer<UInt16>, last: Int, token: Int
    ) {
      let first = runs.count
      LetterRuns.visit(spelling, last: last) {
        runs.append($0)
      } sharing: {
        runs.append($0)
      }
      if isCommon[token] { common += runs[first...] }
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
  /// in the table of moods, and dense places; and which of the former are of words that everybody
  /// uses, as far as the lexicon of the language lists them.
  package mutating func moodFeatures(
    _ text: String, language: Language, index: Int
  ) -> (words: [UInt64], runs: [UInt64], dense: [Int], common: [UInt64]) {
    var workspace = MoodWorkspace(room)
    MoodScanner.scan(text, forms: .shared, into: &workspace.text)
    LexiconSigns.read(&workspace, lane: Lane(language), table: .shared, fold: .shared)
    let signs = workspace.signs[..<workspace.text.tokenEnd]
    var sink = ListSink(isCommon: signs.map { $0.mark & WordMark.common != 0 })
    MoodFeatures.walk(
      workspace, language: index, isUzbek: language == .uzbek, forms: .shared, into: &sink)
    sums = workspace.sums
    var dense: [Int] = []
    DenseFeatures.visit(workspace) { dense += Self.places($0, index) }
    return (sink.words, sink.runs, dense, sink.common)
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
