/// What is usual for one value of a series at an hour of the day.
public struct Expectation: Hashable, Sendable {
  /// The usual value.
  public let usual: Double
  /// The lower edge of the band in which about 96 % of single values lie, 0 and up.
  public let low: Double
  /// The upper edge of that band.
  public let high: Double

  /// Makes an expectation of its parts.
  public init(usual: Double, low: Double, high: Double) {
    self.usual = usual
    self.low = low
    self.high = high
  }
}

extension Expectation {
  /// What is usual for a stretch of `factor` times the length (above 0): a longer one is as uncertain
  /// as its parts, a shorter one has the chance of a Poisson count on top.
  public func stretched(to factor: Double) -> Expectation {
    let chance = factor < 1 ? 2 * (usual * factor).squareRoot() : 0
    return Expectation(
      usual: usual * factor, low: max(0, low * factor - chance), high: high * factor + chance)
  }
}
