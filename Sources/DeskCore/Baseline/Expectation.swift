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
