/// Evidence that a series has risen to three times its steady level, gathered value by value.
///
/// Page's cumulative sum (1954) of log likelihood ratios between two negative binomial laws of the
/// same shape r, with means 3 m and m: x ln(3 (m + r) / (3 m + r)) - r ln((r + 3 m) / (r + m)),
/// never below 0 and never above 40 nats, so that it can also come down again. The shape follows
/// from the moments, r = m^2 / (variance - m), within 0.2...50; all in grains of the series.
struct RateCusum: Hashable, Sendable {
  private(set) var nats = 0.0

  /// The evidence as a share of its limit, 0...1.
  var fullness: Double { nats / Self.limit }

  mutating func take(_ value: Double, level: Double, variance: Double, grain: Double) {
    let x = value / grain
    let mean = max(level / grain, 1e-3)
    let shape = Self.shape(mean: mean, variance: variance / (grain * grain))
    nats = min(max(nats + Self.evidence(x, mean: mean, shape: shape), 0), Self.limit)
  }

  /// What one value says for three times the mean against the mean itself, in nats.
  static func evidence(_ x: Double, mean: Double, shape: Double) -> Double {
    let gain = logarithm(rise * (mean + shape) / (rise * mean + shape))
    return x * gain - shape * logarithm((shape + rise * mean) / (shape + mean))
  }

  mutating func reset() { nats = 0 }

  mutating func pass(through snapshot: inout Snapshot) {
    snapshot.pass(&nats)
    snapshot.refuse(unless: nats >= 0 && nats <= Self.limit)
  }

  /// The shape of a negative binomial law with these moments, 0.2...50.
  static func shape(mean: Double, variance: Double) -> Double {
    min(max(mean * mean / max(variance - mean, 1e-9), 0.2), 50)
  }

  private static let rise = 3.0
  private static let limit = 40.0
}
