package import DeskCore

/// Goes on learning a model from what people of one desk corrected, without any other text.
///
/// Only the rows of words and runs of letters that those texts hold are moved; languages, abuse,
/// signs and calibration stay as they are. The same texts in the same order give the same model.
package struct CorrectionLearner {
  /// Fewer corrections than this say too little to learn from.
  package static let fewest = 5
  /// Stands before the name of a model that has learned from a desk.
  package static let mark = "desk-"

  private let settings: TableTuner.Settings

  /// A learner whose order of texts follows from `seed`.
  package init(seed: UInt64 = 1) { settings = TableTuner.Settings(seed: seed) }

  /// The model after learning: its parts, ready to be written.
  ///
  /// - Parameters:
  ///   - texts: what was corrected.
  ///   - others: texts that nobody corrected; the words most of them share are moved least, as are
  ///     those the lexicons list as everybody's.
  ///   - model: the model to go on from; it stays as it is.
  /// - Throws: `MoodModelError` if the model lacks a part.
  package func learn(
    _ texts: [CorrectedText], beside others: [(text: String, language: Language)] = [],
    from model: MoodModel
  ) throws(MoodModelError) -> ModelParts {
    var parts = try ModelParts(model)
    var extractor = MoodExtractor()
    let others = others.map { other in
      let index = parts.languages.firstIndex(of: other.language) ?? 0
      let features = extractor.moodFeatures(other.text, language: other.language, index: index)
      return features.words + features.runs
    }
    if !parts.name.hasPrefix(Self.mark) { parts.name = Self.mark + parts.name }
    learnSentiments(texts, others, &parts)
    // Intent stands on what the sentiment head says, as it says it now.
    let reader = try LoadedModel(parts).reader
    learnIntents(texts, others, &parts, reader)
    return parts
  }

  private func learnSentiments(
    _ texts: [CorrectedText], _ others: [[UInt64]], _ parts: inout ModelParts
  ) {
    let grid = parts.grid
    let head = Head(
      table: parts.sentimentTable, width: 2, columns: 0..<2, step: parts.steps[1],
      row: { grid.sentimentRow($0) })
    var extractor = MoodExtractor()
    var common: [UInt64] = []
    let tuned = texts.compactMap { text -> TuningText? in
      guard let target = text.sentimentTarget else { return nil }
      let index = parts.languages.firstIndex(of: text.language) ?? 0
      let features = extractor.moodFeatures(text.text, language: text.language, index: index)
      common += features.common
      let calibration = parts.calibration[(index * 4)..<(index * 4 + 3)]
      var base = parts.denseSum(features.dense, columns: 0..<2)
      base[0] += calibration[calibration.startIndex + 1]
      base[1] += calibration[calibration.startIndex + 2]
      return TuningText(
        words: head.rows(features.words), runs: head.rows(features.runs), base: base,
        temperature: max(0.05, calibration[calibration.startIndex]), target: target)
    }
    parts.sentimentTable = head.tuned(by: tuned, beside: others, common: common, settings)
  }

  private func learnIntents(
    _ texts: [CorrectedText], _ others: [[UInt64]], _ parts: inout ModelParts,
    _ reader: TrainedMoodReader
  ) {
    let grid = parts.grid
    let head = Head(
      table: parts.sideTable, width: 4, columns: 1..<4, step: parts.steps[3],
      row: { grid.sideRow($0) })
    var extractor = MoodExtractor()
    var common: [UInt64] = []
    let tuned = texts.compactMap { text -> TuningText? in
      guard let target = text.intentTarget else { return nil }
      let index = parts.languages.firstIndex(of: text.language) ?? 0
      let features = extractor.moodFeatures(text.text, language: text.language, index: index)
      common += features.common
      let said = reader.read(text.text, knownAs: text.language)
      let more = extractor.sentimentPlaces(
        negative: said.negative, positive: said.positive, index: index)
      return TuningText(
        words: head.rows(features.words), runs: head.rows(features.runs),
        base: parts.denseSum(features.dense + more, columns: 3..<6), target: target)
    }
    parts.sideTable = head.tuned(by: tuned, beside: others, common: common, settings)
  }
}

extension ModelParts {
  /// What the signs of a text add to the scores of one head.
  fileprivate func denseSum(_ places: [Int], columns: Range<Int>) -> SIMD4<Float> {
    var sum = SIMD4<Float>.zero
    for place in places {
      for (lane, column) in columns.enumerated() {
        sum[lane] += dense[place * MoodExtractor.denseWidth + column]
      }
    }
    return sum
  }
}
