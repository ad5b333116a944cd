/// What is usual for one value of a series at an hour of the day.
public struct Expectation: Hashable, Sendable {
  /// The usual value.
  public let usual: Double
  /// The lower edge of the band, as far below the usual value as the upper edge is above it, but
  /// never below what never stops.
  public let low: Double
  /// The upper edge of the band; about one single value in fifty lies above it.
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
