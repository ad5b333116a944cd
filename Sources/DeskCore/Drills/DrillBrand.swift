/// The habits of an invented brand.
public struct DrillBrand: Hashable, Sendable {
  /// A name for tables.
  public var name: String
  /// Voices on a normal weekday.
  public var voicesPerDay: Double
  /// Saturday and Sunday against a weekday, above 0.
  public var weekend: Double
  /// The shape of the negative binomial counts of five minutes; small is unruly.
  public var shape: Double
  /// The deviation of the slow mood of the crowd, as ln; it lasts about two hours.
  public var drift: Double
  /// The usual share of negative voices, 0...1.
  public var negativeShare: Double
  /// An hour of each Monday at which volume is eight times the usual; nil for none.
  public var campaignHour: Int?

  /// Makes a brand.
  public init(
    name: String, voicesPerDay: Double, weekend: Double = 0.6, shape: Double = 5,
    drift: Double = 0.25, negativeShare: Double = 0.18, campaignHour: Int? = nil
  ) {
    self.name = name
    self.voicesPerDay = voicesPerDay
    self.weekend = weekend
    self.shape = shape
    self.drift = drift
    self.negativeShare = negativeShare
    self.campaignHour = campaignHour
  }

  /// Four brands that differ in size and temper.
  public static let all = [
    DrillBrand(name: "small", voicesPerDay: 60),
    DrillBrand(name: "middle", voicesPerDay: 1500),
    DrillBrand(name: "unruly", voicesPerDay: 1500, shape: 1.5, drift: 0.4),
    DrillBrand(name: "large", voicesPerDay: 20_000, shape: 12),
  ]
}
