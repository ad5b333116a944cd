import DeskCore
import MoodLearning

/// Fits the temperature of each language on texts that the heads have not seen.
enum Calibrator {
  static let fewest = 60

  /// Four numbers a language, see `ModelFormat.Section.calibration`.
  static func fit(
    _ parts: ModelParts, _ rows: [Row], _ recipe: Recipe, _ table: SourceTable
  ) throws -> [Float] {
    let reader = try LoadedModel(parts).reader
    var values = parts.calibration
    for (index, language) in recipe.languages.enumerated() {
      // Texts written for the model are alike, and those left out as easy as those learned from.
      let own = rows.filter {
        let facts = table[$0.source]
        return $0.language == language && !facts.isPolar && facts.kind != "own"
      }
      guard own.count >= fewest else { continue }
      let scores = own.compactMap { row -> (Double, Double, Int)? in
        guard let truth = ["neg": 0, "neu": 1, "pos": 2][row.label] else { return nil }
        let reading = reader.read(row.text, knownAs: language)
        let base = Numbers.logarithm(max(1e-12, reading.neutral))
        return (
          Numbers.logarithm(max(1e-12, reading.negative)) - base,
          Numbers.logarithm(max(1e-12, reading.positive)) - base, truth
        )
      }
      values[index * 4] = Float(temperature(scores))
    }
    return values
  }

  private static func temperature(_ scores: [(Double, Double, Int)]) -> Double {
    let candidates = stride(from: 0.4, through: 3.0, by: 0.05)
    return candidates.min { loss(scores, $0) < loss(scores, $1) } ?? 1
  }

  private static func loss(_ scores: [(Double, Double, Int)], _ temperature: Double) -> Double {
    scores.reduce(0) { sum, score in
      let negative = score.0 / temperature
      let positive = score.1 / temperature
      let top = max(0, negative, positive)
      let total =
        Numbers.power(2.718_281_828, negative - top) + Numbers.power(2.718_281_828, -top)
        + Numbers.power(2.718_281_828, positive - top)
      let chosen = score.2 == 0 ? negative : score.2 == 2 ? positive : 0
      return sum - (chosen - top - Numbers.logarithm(total))
    }
  }
}
