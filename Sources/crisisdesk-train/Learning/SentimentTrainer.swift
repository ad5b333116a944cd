import DeskCore
import MoodLearning

/// Turns labelled rows into weights for the sentiment head.
struct SentimentTrainer {
  static let lanes: [String: ClassSet] = ["neg": .first, "pos": .second, "neu": .reference]
  static let three: ClassSet = [.first, .second, .reference]
  static let polar: ClassSet = [.first, .second]

  var recipe: Recipe
  var table: SourceTable

  func examples(_ rows: [Row]) -> Examples {
    var examples = Examples()
    var extractor = MoodExtractor()
    let weights = weigh(rows)
    var sources: [String: Int] = [:]
    for (row, weight) in zip(rows, weights) {
      guard let truth = Self.lanes[row.label] else { continue }
      let index = recipe.index(of: row.language)
      let features = extractor.moodFeatures(row.text, language: row.language, index: index)
      let facts = table[row.source]
      let key = row.source + row.language.rawValue
      let source = sources[key] ?? sources.count
      sources[key] = source
      examples.append(
        words: features.words, runs: features.runs, dense: features.dense,
        target: Target(truth: truth, possible: facts.isPolar ? Self.polar : Self.three),
        weight: weight, source: source
      ) { recipe.grid.sentimentRow($0) }
    }
    return examples
  }

  func train(_ rows: [Row], log: (String) -> Void) -> (
    table: [SIMD4<Float>], dense: [SIMD4<Float>]
  ) {
    let examples = examples(rows)
    var settings = recipe.sentiment
    settings.seed = recipe.seed
    let learner = ScoreLearner(
      settings: settings, rows: recipe.grid.sentimentCount, denseRows: recipe.denseRows,
      sources: (examples.sources.max() ?? 0) + 1)
    learner.train(examples) { pass, loss in log("sentiment pass \(pass + 1): loss \(loss)") }
    return learner.weights()
  }

  /// Brings classes within a source towards equal weight, and large sources towards small ones.
  private func weigh(_ rows: [Row]) -> [Float] {
    var counts: [String: [String: Int]] = [:]
    for row in rows {
      counts[row.source + "\t" + row.language.rawValue, default: [:]][row.label, default: 0] += 1
    }
    var weights: [String: [String: Double]] = [:]
    var sum = 0.0
    for (key, labels) in counts.sorted(by: { $0.key < $1.key }) {
      let total = Double(labels.values.reduce(0, +))
      let facts = table[String(key.prefix { $0 != "\t" })]
      let perRow = facts.weight * power(total, recipe.sizePower - 1) * 40
      for (label, count) in labels.sorted(by: { $0.key < $1.key }) {
        let even = total / Double(labels.count) / Double(count)
        let weight = perRow * power(min(even, 6), recipe.balance)
        weights[key, default: [:]][label] = weight
        sum += weight * Double(count)
      }
    }
    let scale = Double(rows.count) / max(1, sum)
    return rows.map { row in
      let key = row.source + "\t" + row.language.rawValue
      return Float((weights[key]?[row.label] ?? 0) * scale)
    }
  }

  private func power(_ base: Double, _ exponent: Double) -> Double {
    Numbers.power(base, exponent)
  }
}
