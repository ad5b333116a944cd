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
