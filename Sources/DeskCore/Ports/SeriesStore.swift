/// What a detector knew at an instant, as bytes.
public struct DetectorSnapshot: Hashable, Sendable {
  /// The series it watches.
  public let series: SeriesKey
  /// The end of the last bucket it has seen.
  public let upTo: Timestamp
  /// What `SpikeDetector.bytes` said.
  public let bytes: [UInt8]

  /// Makes a snapshot.
  public init(series: SeriesKey, upTo: Timestamp, bytes: [UInt8]) {
    self.series = series
    self.upTo = upTo
    self.bytes = bytes
  }
}

/// What alerts read and keep. Calls may take milliseconds; never on the way of a key.
///
/// Once every five minutes, about a minute after a bucket has ended so that late voices are in it,
/// the alert service asks for the bucket of every series, feeds the detectors, and saves in one
/// transaction the snapshots and the alerts. After a restart it takes the snapshots up and asks for
/// all buckets since; when there are none it replays the buckets from the start, with the same
/// result to the last bit.
public protocol SeriesStore: Sendable {
  /// The series that have any voice, in a fixed order.
  func series() throws -> [SeriesKey]
  /// Closed buckets of one series with `from` <= start < `to`, oldest first.
  ///
  /// A bucket with no voice is there with count 0 when a source of the series was heard from in it,
  /// and left out when none was: nobody knows what happened then. Voices and texts are counted by
  /// the time they occurred, with what `VoiceCounter` said at intake.
  func buckets(
    of series: SeriesKey, from: Timestamp, to: Timestamp, bucketSeconds: Int
  ) throws -> [CountBucket]
  /// The last snapshot of every series that has one.
  func snapshots() throws -> [DetectorSnapshot]
  /// Replaces snapshots and stores new or changed alerts, all or nothing.
  func save(_ snapshots: [DetectorSnapshot], alerts: [Alert]) throws
  /// Alerts not older than `since`, oldest first.
  func alerts(since: Timestamp) throws -> [Alert]
  /// The voices of one series in a range, at most `limit` of the newest, with their texts.
  func voices(
    of series: SeriesKey, from: Timestamp, to: Timestamp, limit: Int
  ) throws -> [(facts: VoiceFacts, text: String)]
}
