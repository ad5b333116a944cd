/// Notes where the features of a text lie as they come: words and what stands around them, and runs
/// of letters. They are visited when all are known.
struct TallySink: FeatureSink {
  /// More than a text that is read to its end can have: a letter may be spelled as two.
  static let wordLimit = MoodText.tokenLimit * 5
  static let runLimit = (MoodText.letterLimit * 2 + MoodText.tokenLimit) * LetterRuns.width

  private let table: MoodTable
  private let words: UnsafeMutableBufferPointer<UInt64>
  private let runs: UnsafeMutableBufferPointer<UInt64>
  private var wordCount = 0
  private var runCount = 0
  /// Runs in the line of another, which need no visit of their own; they stand at the end of `runs`.
  private var sharedCount = 0

  init(table: MoodTable, places: UnsafeMutableBufferPointer<UInt64>) {
    self.table = table
    words = UnsafeMutableBufferPointer(rebasing: places[..<Self.wordLimit])
    runs = UnsafeMutableBufferPointer(rebasing: places[Self.wordLimit...])
  }

  @inline(__always)
  mutating func take(_ place: UInt64, token: Int) {
    words[wordCount] = table.offsets(place)
    wordCount &+= 1
  }

  @inline(__always)
  mutating func takeRuns(
    _ spelling: UnsafeMutableBufferPointer<UInt16>, last: Int, token: Int
  ) {
    // Copies, so that the loop works in registers.
    var count = runCount
    let table = table
    let runs = runs
    var shared = sharedCount
    LetterRuns.visit(spelling, last: last) {
      runs[count] = table.offsets($0)
      count &+= 1
    } sharing: {
      shared &+= 1
      runs[Self.runLimit &- shared] = table.offsets($0)
    }
    runCount = count
    sharedCount = shared
  }

  /// The scores of the model's heads.
  func scores(_ steps: [Float]) -> MoodScores {
    let words = UnsafeBufferPointer(rebasing: words[..<wordCount])
    let shared = UnsafeBufferPointer(
      rebasing: self.runs[(Self.runLimit &- sharedCount)..<Self.runLimit])
    let runs = UnsafeBufferPointer(rebasing: runs[..<runCount])
    let touched = MoodTally.touch(words, table: table) | MoodTally.touch(runs, table: table)
    // Weights are at least 1, so nothing is left out; the question keeps the visits from being so.
    guard touched > 0 || words.isEmpty else { return MoodScores() }
    return MoodScores(
      words: MoodTally(words, table: table),
      runs: MoodTally(runs, table: table).adding(MoodTally(shared, table: table)), steps: steps)
  }
}
