/// Keeps apart what each token adds to the scores; pairs and triples count for their last word.
struct ReasonSink: FeatureSink {
  let table: MoodTable
  /// Positive minus negative, for each token.
  var words: [Int32]
  var runs: [Int32]
  var wordCount = 0
  var runCount = 0

  init(model: MoodModel, tokens: Int) {
    table = model.moodTable
    words = Array(repeating: 0, count: tokens)
    runs = words
  }

  mutating func take(_ place: UInt64, token: Int) {
    words[token] += table.pull(place)
    wordCount += 1
  }

  mutating func takeRuns(
    _ spelling: UnsafeMutableBufferPointer<UInt16>, last: Int, token: Int
  ) {
    LetterRuns.visit(spelling, last: last) {
      runs[token] += table.pull($0)
      runCount += 1
    } sharing: {
      runs[token] += table.pull($0)
      runCount += 1
    }
  }

  /// What a token adds, in the unit of the tables.
  func pull(_ token: Int) -> Double {
    Double(words[token]) / Double(max(1, wordCount)).squareRoot()
      + Double(runs[token]) / Double(max(1, runCount)).squareRoot()
  }
}

extension TrainedMoodReader {
  /// Words that pull less than this are not worth naming.
  static let leastPull = 0.12
  /// A person reads a few reasons, not all of them.
  static let mostReasons = 8

  /// The words and signs that moved the score, from the model's own weights, strongest first.
  ///
  /// A weight is what the word's features add to the odds of positive against negative. Words the
  /// desk has named weigh what `BrandLexicon.weight` says.
  public func reasons(for text: String, language hint: Language?) -> [MoodReason] {
    let room = pool.take()
    defer { pool.giveBack(room) }
    var workspace = MoodWorkspace(room)
    let (language, index) = prepare(text, hint: hint, in: &workspace)
    var sink = ReasonSink(model: model, tokens: workspace.text.tokenEnd)
    MoodFeatures.walk(
      workspace, language: index ?? 0, isUzbek: language == .uzbek, forms: forms, into: &sink)
    let scale = Double(model.steps[1]) / model.calibration[index ?? 0].temperature
    var pulls = sink.words.indices.map { sink.pull($0) * scale }
    brand.visit(workspace.text, fold: fold) { token, sentiment in
      pulls[token] =
        sentiment == .neutral
        ? 0
        : sentiment == .positive
          ? BrandLexicon.weight : -BrandLexicon.weight
    }
    return reasons(pulls, workspace.text, Array(text.utf8))
  }

  private func reasons(
    _ pulls: [Double], _ text: MoodText, _ bytes: [UInt8]
  ) -> [MoodReason] {
    let moved = pulls.indices.filter { abs(pulls[$0]) >= Self.leastPull }
      .sorted { (abs(pulls[$0]), $1) > (abs(pulls[$1]), $0) }
    return moved.prefix(Self.mostReasons).map { index in
      let token = text.tokens[index]
      let range = Int(token.byteStart)..<min(bytes.count, Int(token.byteEnd))
      return MoodReason(
        word: String(decoding: bytes[range], as: UTF8.self), weight: pulls[index])
    }
  }
}
