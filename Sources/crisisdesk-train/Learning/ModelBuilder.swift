import DeskCore
import MoodLearning

/// Trains all heads one after another and puts the model together.
struct ModelBuilder {
  var recipe: Recipe
  var name: String
  var log: (String) -> Void

  /// Part of the texts is kept from the sentiment head to fit the temperatures on.
  static let holdOut = 8

  func build(_ corpus: Corpus) throws -> ModelParts {
    let language = LanguageTrainer(recipe: recipe).train(corpus, log: log)
    let held = Self.split(corpus.sentiment, seed: recipe.seed)
    let trainer = SentimentTrainer(recipe: recipe, table: corpus.sources)
    // The temperatures need texts the head has not seen; the head itself needs every text.
    let rehearsal = firstParts(language, trainer.train(held.train, log: log))
    let calibration = try Calibrator.fit(rehearsal, held.kept, recipe, corpus.sources)
    var parts = firstParts(language, trainer.train(corpus.sentiment, log: log))
    parts.calibration = calibration
    let reader = try LoadedModel(parts)
    let side = SideTrainer(recipe: recipe, table: corpus.sources) { row in
      let reading = reader.reader.read(row.text, knownAs: row.language)
      return (reading.negative, reading.positive)
    }
    let abuse = side.trainAbuse(corpus, log: log)
    let intent = side.trainIntent(corpus, log: log)
    add(abuse: abuse, intent: intent, to: &parts)
    return parts
  }

  /// A model without the other heads.
  func sentimentOnly(_ sentiment: (table: [SIMD4<Float>], dense: [SIMD4<Float>])) -> ModelParts {
    let rows = MoodExtractor.languageWidth << 4
    return firstParts(([Int8](repeating: 0, count: rows), 1), sentiment)
  }

  static func split(_ rows: [Row], seed: UInt64) -> (train: [Row], kept: [Row]) {
    let order = rows.indices.map { $0 }.shuffled(seed: seed)
    let count = rows.count / holdOut
    return (order.dropFirst(count).sorted().map { rows[$0] }, order.prefix(count).map { rows[$0] })
  }

  private func firstParts(
    _ language: (table: [Int8], step: Float),
    _ sentiment: (table: [SIMD4<Float>], dense: [SIMD4<Float>])
  ) -> ModelParts {
    let (bytes, step) = Quantiser.quantise(sentiment.table.flatMap { [$0[0], $0[1]] })
    var dense = [Float](repeating: 0, count: recipe.denseRows * MoodExtractor.denseWidth)
    for (row, weights) in sentiment.dense.enumerated() {
      dense[row * MoodExtractor.denseWidth] = weights[0]
      dense[row * MoodExtractor.denseWidth + 1] = weights[1]
    }
    return ModelParts(
      name: name, languages: recipe.languages, languageTable: language.table,
      grid: recipe.grid, sentimentTable: bytes,
      sideTable: [Int8](repeating: 0, count: recipe.grid.sideCount * 4),
      steps: [language.step, step, 1, 1], dense: dense,
      calibration: recipe.languages.flatMap { _ in [1, 0, 0, 0] })
  }

  private func add(
    abuse: HeadWeights, intent: HeadWeights, to parts: inout ModelParts
  ) {
    let (abuseBytes, abuseStep) = Quantiser.quantise(abuse.table.map { $0[0] })
    let (intentBytes, intentStep) = Quantiser.quantise(
      intent.table.flatMap { [$0[0], $0[1], $0[2]] })
    for row in abuseBytes.indices {
      parts.sideTable[row * 4] = abuseBytes[row]
      for place in 0..<3 { parts.sideTable[row * 4 + 1 + place] = intentBytes[row * 3 + place] }
    }
    parts.steps[2] = abuseStep
    parts.steps[3] = intentStep
    parts.dense[3] += recipe.complaintShift
    let english = (recipe.index(of: .english) + 1) * MoodExtractor.denseCount
    parts.dense[english * MoodExtractor.denseWidth + 3] += recipe.englishComplaintShift
    for row in 0..<recipe.denseRows {
      let start = row * MoodExtractor.denseWidth
      parts.dense[start + 2] = abuse.dense[row][0]
      for place in 0..<3 { parts.dense[start + 3 + place] += intent.dense[row][place] }
    }
  }
}
