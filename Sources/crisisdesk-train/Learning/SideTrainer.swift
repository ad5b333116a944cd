import DeskCore
import MoodLearning

/// Turns rows into weights for the heads that stand on the sentiment head: abuse and intent.
struct SideTrainer {
  static let intents: [String: ClassSet] = [
    "complaint": .first, "question": .second, "praise": .third, "other": .reference,
    "not": [.second, .third, .reference],
  ]
  static let all: ClassSet = [.first, .second, .third, .reference]
  static let either: ClassSet = [.first, .reference]

  var recipe: Recipe
  var table: SourceTable
  /// The negative and positive shares that the sentiment head gives a text.
  var sentiment: (Row) -> (negative: Double, positive: Double)

  func trainAbuse(_ corpus: Corpus, log: (String) -> Void) -> HeadWeights {
    var examples = Examples()
    var extractor = MoodExtractor()
    let counts = Self.counts(corpus.abuse)
    for row in corpus.abuse {
      guard row.label == "off" || row.label == "not" else { continue }
      let weight = Self.weight(row, counts) * Float(table[row.source].weight)
      add(
        row, Target(truth: row.label == "off" ? .first : .reference, possible: Self.either),
        weight, &extractor, &examples)
    }
    for (row, isAbusive) in WeakAbuse.rows(corpus.sentiment, seed: recipe.seed) {
      add(
        row, Target(truth: isAbusive ? .first : .reference, possible: Self.either),
        WeakAbuse.weight, &extractor, &examples)
    }
    return learn(examples, recipe.abuse, "abuse", log)
  }

  func trainIntent(_ corpus: Corpus, log: (String) -> Void) -> HeadWeights {
    var examples = Examples()
    var extractor = MoodExtractor()
    let counts = Self.counts(corpus.intent)
    var languages: [Language] = []
    for row in corpus.intent {
      guard let truth = Self.intents[row.label] else { continue }
      languages.append(row.language)
      var weight = Self.weight(row, counts) * Float(table[row.source].weight)
      if row.source.hasPrefix("complaints") { weight *= recipe.complaintWeight }
      add(
        row, Target(truth: truth, possible: Self.all), weight, &extractor, &examples)
    }
    for (row, truth) in WeakIntents.rows(corpus.sentiment, table, seed: recipe.seed) {
      add(
        row, Target(truth: truth, possible: Self.all), recipe.hintWeight, &extractor, &examples)
      languages.append(row.language)
    }
    Self.balance(&examples, languages)
    return learn(examples, recipe.intent, "intent", log)
  }

  /// Features of rows whose labels do not matter, to be scored.
  func examples(_ rows: [Row]) -> Examples {
    var examples = Examples()
    var extractor = MoodExtractor()
    for row in rows {
      add(row, Target(truth: .first, possible: Self.all), 1, &extractor, &examples)
    }
    return examples
  }

  /// Brings the four intents of each language to the same total weight, so that none is the answer by
  /// habit; none counts more than four times what its texts are worth.
  private static func balance(_ examples: inout Examples, _ languages: [Language]) {
    let pure: [ClassSet] = [.first, .second, .third, .reference]
    var totals: [Language: [UInt8: Float]] = [:]
    for (index, language) in languages.enumerated() {
      let truth = examples.targets[index].truth
      totals[language, default: [:]][truth.rawValue, default: 0] += examples.weights[index]
    }
    for (index, language) in languages.enumerated() {
      let truth = examples.targets[index].truth
      guard pure.contains(truth), let own = totals[language], let total = own[truth.rawValue],
        total > 0
      else { continue }
      let mean = pure.reduce(0) { $0 + (own[$1.rawValue] ?? 0) } / 4
      examples.weights[index] *= min(4, mean / total)
    }
  }

  private func learn(
    _ examples: Examples, _ settings: ScoreLearner.Settings, _ name: String,
    _ log: (String) -> Void
  ) -> HeadWeights {
    var settings = settings
    settings.seed = recipe.seed
    let learner = ScoreLearner(
      settings: settings, rows: recipe.grid.sideCount, denseRows: recipe.denseRows,
      sources: (examples.sources.max() ?? 0) + 1)
    learner.train(examples)
    log("\(name): \(examples.count) texts")
    let weights = learner.weights()
    return HeadWeights(table: weights.table, dense: weights.dense)
  }

  private func add(
    _ row: Row, _ target: Target, _ weight: Float,
    _ extractor: inout MoodExtractor, _ examples: inout Examples
  ) {
    let index = recipe.index(of: row.language)
    let features = extractor.moodFeatures(row.text, language: row.language, index: index)
    let shares = sentiment(row)
    let more = extractor.sentimentPlaces(
      negative: shares.negative, positive: shares.positive, index: index)
    examples.append(
      words: features.words, runs: features.runs, dense: features.dense + more, target: target,
      weight: weight
    ) { recipe.grid.sideRow($0) }
  }

  private static func counts(_ rows: [Row]) -> [String: [String: Int]] {
    var counts: [String: [String: Int]] = [:]
    for row in rows { counts[row.source, default: [:]][row.label, default: 0] += 1 }
    return counts
  }

  /// Brings the classes of a source to equal weight.
  private static func weight(_ row: Row, _ counts: [String: [String: Int]]) -> Float {
    let labels = counts[row.source] ?? [:]
    let total = labels.values.reduce(0, +)
    let even = Float(total) / Float(labels.count) / Float(max(1, labels[row.label] ?? 1))
    return min(3, even)
  }
}
