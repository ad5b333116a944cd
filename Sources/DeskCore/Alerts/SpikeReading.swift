/// What a detector makes of one value; no later value changes it.
public struct SpikeReading: Hashable, Sendable {
  /// The value's bucket.
  public var bucket: CountBucket
  /// The usual value at this hour, as known before this one.
  public var usual: Double
  /// How unusual the volume is, 0...1: on normal days a share 1 - s of the values has a score
  /// above s.
  public var score: Double
  /// How unusual the share of negative voices is, on the same scale; 0 where none was judged.
  public var negativeScore: Double
  /// The strength the alarm on volume is decided by; above `SpikeTuning.threshold` is high.
  public var strength: Double
  /// Alarms raised by this value, mostly none.
  public var alarms: [SpikeAlarm]
}
