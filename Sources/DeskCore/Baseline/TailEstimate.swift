/// How rare a value is among those seen, from the top two percent of them.
///
/// Peaks over a threshold: the 98 % quantile q follows by stochastic approximation (Robbins and
/// Monro 1951), excesses over it are taken as exponential with their running mean b, the shape-zero
/// case of the generalised Pareto law (Pickands 1975). Then P(x) = 0.02 exp(-(x - q) / b) above q.
/// A series that jumps every day has a larger b and needs more to be rare.
struct TailEstimate: Hashable, Sendable {
  private(set) var quantile: Double
  private(set) var excess: Double
  private var values = 0.0
  private var excesses = 0.0

  init(quantile: Double, excess: Double) {
    self.quantile = quantile
    self.excess = excess
  }

  /// -log10 of the share of values above `x`; below the quantile a straight line through 0.
  func decades(_ x: Double) -> Double {
    guard x > quantile else { return Self.quantileDecades * max(x / quantile, -1) }
    return Self.quantileDecades + (x - quantile) / excess * 0.434_294_481_903_251_8
  }

  /// Learns a value that counts among the last `memory` ones.
  mutating func learn(_ x: Double, memory: Double) {
    values = min(values + 1, memory)
    // The density at the quantile is share / excess, which makes this the optimal step.
    let step = excess / (Self.share * min(values + Self.priorValues, memory))
    if x > quantile {
      excesses = min(excesses + 1, Self.share * memory)
      let above = min(x - quantile, Self.reach * excess)
      excess = max(excess + (above - excess) / (excesses + Self.priorExcesses), Self.leastExcess)
      quantile += step * (1 - Self.share)
    } else {
      quantile = max(quantile - step * Self.share, Self.leastQuantile)
    }
  }

  mutating func pass(through snapshot: inout Snapshot) {
    snapshot.pass(&quantile)
    snapshot.pass(&excess)
    snapshot.pass(&values)
    snapshot.pass(&excesses)
    snapshot.refuse(unless: quantile > 0 && excess > 0 && values >= 0 && excesses >= 0)
  }

  private static let share = 0.02
  private static let quantileDecades = 1.698_970_004_336_018_8
  private static let priorValues = 100.0
  private static let priorExcesses = 5.0
  /// One storm must not make the next one look common.
  private static let reach = 5.0
  private static let leastExcess = 0.02
  private static let leastQuantile = 0.05
}
