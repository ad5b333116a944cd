/// Scores made into probabilities.
struct MoodShares: Sendable {
  var negative: Double
  var neutral: Double
  var positive: Double

  /// The softmax of two scores and of zero, which stands for neutral.
  init(negative: Double, positive: Double) {
    let top = max(0, negative, positive)
    let powers = (
      exponential(max(-600, negative - top)), exponential(max(-600, -top)),
      exponential(max(-600, positive - top))
    )
    let total = powers.0 + powers.1 + powers.2
    self.negative = powers.0 / total
    neutral = powers.1 / total
    self.positive = powers.2 / total
  }

  var sentiment: Sentiment {
    if negative > neutral, negative >= positive { return .negative }
    return positive > neutral ? .positive : .neutral
  }
}
