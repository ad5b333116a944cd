/// Collects hashes in memory that is kept: words and what stands around them, and runs of letters.
struct HashSink: FeatureSink {
  /// More than a text that is read to its end can have.
  static let wordLimit = MoodText.tokenLimit * 6
  static let runLimit = MoodText.letterLimit * 5

  private var words: [UInt64]
  private var runs: [UInt64]
  private var wordCount = 0
  private var runCount = 0

  init() {
    words = Array(repeating: 0, count: Self.wordLimit)
    runs = Array(repeating: 0, count: Self.runLimit)
  }

  private init(without: Void) {
    words = []
    runs = []
  }

  /// A sink without memory, to stand in while the real one is in use.
  static let empty = HashSink(without: ())

  mutating func clear() {
    wordCount = 0
    runCount = 0
  }

  @inline(__always)
  mutating func take(_ hash: UInt64, token: Int) {
    guard wordCount < words.count else { return }
    words[wordCount] = hash
    wordCount &+= 1
  }

  @inline(__always)
  mutating func takeRun(_ hash: UInt64, token: Int) {
    guard runCount < runs.count else { return }
    runs[runCount] = hash
    runCount &+= 1
  }

  /// What the model's table of languages says to the hashes of words.
  func languages(_ model: MoodModel) -> LanguageTally {
    LanguageTally(words.span.extracting(first: wordCount), table: model.languageTable)
  }

  /// What the model says to the hashes.
  func scores(_ model: MoodModel) -> MoodScores {
    MoodScores(
      words: MoodTally(words.span.extracting(first: wordCount), model: model),
      runs: MoodTally(runs.span.extracting(first: runCount), model: model), model: model)
  }

  var wordHashes: ArraySlice<UInt64> { words[..<wordCount] }
  var runHashes: ArraySlice<UInt64> { runs[..<runCount] }
}
