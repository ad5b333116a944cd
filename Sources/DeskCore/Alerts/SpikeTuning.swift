/// The few numbers of the detector, the same for every series.
///
/// Each stands in the middle of a range in which the score on the development series hardly moves;
/// the ranges are in the decision page on spikes.
public struct SpikeTuning: Hashable, Sendable {
  /// How strong a reading must be for an alarm; 1.50...1.66 is flat, at 1.70 much is missed.
  public var threshold: Double
  /// How long it must be quiet before the next episode can begin, in hours; 3...13 is flat, at 15
  /// some next ones are missed.
  public var quietHours: Double
  /// How many values must be known before the first alarm.
  public var leastValues: Int
  /// The least sum of three values for an alarm, in grains of the series (voices, for counts): one
  /// or two voices are no crisis, however rare; 0...6 is flat.
  public var leastSum: Double
  /// How many times the usual sum it must be at least, whatever the statistics say; 1...2.5 is flat,
  /// at 3 some are missed.
  public var leastRise: Double

  /// Makes a setting; the one without arguments is what the desk uses.
  public init(
    threshold: Double = 1.58, quietHours: Double = 9, leastValues: Int = 36, leastSum: Double = 3,
    leastRise: Double = 1.75
  ) {
    self.threshold = threshold
    self.quietHours = quietHours
    self.leastValues = leastValues
    self.leastSum = leastSum
    self.leastRise = leastRise
  }
}
