/// Turns a strength into a score that fires as often as it says.
///
/// Four running quantiles (Robbins and Monro 1951) of the strengths seen so far and an exponential
/// tail above the highest; between quantiles the score is a straight line.
struct ScoreScale: Hashable, Sendable {
  private var half: Double
  private var threeQuarters: Double
  private var nineTenths: Double
  private var tail: TailEstimate
  private var values = 0.0

  init(half: Double, threeQuarters: Double, nineTenths: Double, tail: TailEstimate) {
    self.half = half
    self.threeQuarters = threeQuarters
    self.nineTenths = nineTenths
    self.tail = tail
  }

  /// The share of values below `x`, 0...1.
  func score(_ x: Double) -> Double {
    if x > tail.quantile {
      let above = exponential(-min((x - tail.quantile) / tail.excess, 600))
      return 1 - 0.02 * above
    }
    let marks = sortedMarks
    for index in stride(from: marks.count - 1, to: 0, by: -1) where x > marks[index - 1].value {
      let (low, high) = (marks[index - 1], marks[index])
      guard high.value > low.value else { continue }
      return low.share + (high.share - low.share) * (x - low.value) / (high.value - low.value)
    }
    return 0
  }

  mutating func learn(_ x: Double, memory: Double) {
    values = min(values + 1, memory)
    let spread = max(tail.quantile - half, 0.01)
    let step = spread * max(2 / (values + 20), 0.005)
    half += x > half ? 0.5 * step : -0.5 * step
    threeQuarters += x > threeQuarters ? 0.75 * step : -0.25 * step
    nineTenths += x > nineTenths ? 0.9 * step : -0.1 * step
    tail.learn(x, memory: memory)
  }

  mutating func pass(through snapshot: inout Snapshot) {
    snapshot.pass(&half)
    snapshot.pass(&threeQuarters)
    snapshot.pass(&nineTenths)
    tail.pass(through: &snapshot)
    snapshot.pass(&values)
  }

  /// The marks in order, even where the estimates have crossed.
  private var sortedMarks: InlineArray<5, (value: Double, share: Double)> {
    let top = tail.quantile
    let tenths = min(nineTenths, top)
    let quarters = min(threeQuarters, tenths)
    let middle = min(half, quarters)
    let bottom = middle - max(top - middle, 0.01)
    return [(bottom, 0), (middle, 0.5), (quarters, 0.75), (tenths, 0.9), (top, 0.98)]
  }
}
