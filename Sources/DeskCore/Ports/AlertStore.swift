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

/// One mention as the counts and the size of a crisis need it.
public struct StoredVoice: Hashable, Sendable {
  /// Its number.
  public let id: MentionID
  /// The account it came through.
  public let source: AccountID
  /// What it says.
  public let text: String
  /// Who, where, how widely read, and in what mood.
  public let facts: VoiceFacts

  /// Makes one.
  public init(id: MentionID, source: AccountID, text: String, facts: VoiceFacts) {
    self.id = id
    self.source = source
    self.text = text
    self.facts = facts
  }
}

/// How usual each word and phrase is for a brand at an instant, as bytes.
public struct TermMemory: Hashable, Sendable {
  /// The brand.
  public let brand: String
  /// Everything written before this has been learned.
  public let upTo: Timestamp
  /// What `TermBackground.bytes` said.
  public let bytes: [UInt8]

  /// Makes one.
  public init(brand: String, upTo: Timestamp, bytes: [UInt8]) {
    self.brand = brand
    self.upTo = upTo
    self.bytes = bytes
  }
}

/// What a round of the watch leaves behind, stored all or nothing.
public struct WatchRecord: Sendable {
  /// Newly closed buckets by series, oldest first.
  public var buckets: [SeriesKey: [CountBucket]] = [:]
  /// The detectors as they are after those.
  public var snapshots: [DetectorSnapshot] = []
  /// New alerts.
  public var alerts: [Alert] = []
  /// How usual each term is; nil when what is kept is new enough.
  public var terms: TermMemory?
  /// Makes an empty record.
  public init() {}
}

/// What alerts read and keep. Calls may take milliseconds; never on the way of a key.
///
/// Counts are taken from the stored mentions once their five minutes are over, so intake does not
/// pay for them; once taken they are kept, and a detector can be run through them again with the
/// same result to the last bit.
public protocol AlertStore: Sendable {
  /// When the first mention at or after an instant was written; nil when there is none.
  func firstVoice(since: Timestamp) throws -> Timestamp?
  /// When the `count`th newest mention before an instant was written; nil when there are fewer.
  func time(ofVoice count: Int, before: Timestamp) throws -> Timestamp?
  /// Mentions of others that were written with `from` <= time < `to`, oldest first, at most
  /// `limit`, after one already read.
  func voices(
    from: Timestamp, to: Timestamp, after: StoredVoice?, limit: Int
  ) throws -> [StoredVoice]
  /// The kept buckets of one series from an instant on, oldest first; buckets nobody saw are not
  /// among them.
  func buckets(of series: SeriesKey, from: Timestamp) throws -> [CountBucket]
  /// The last snapshot of every series that has one.
  func snapshots() throws -> [DetectorSnapshot]
  /// How usual each term of a brand is, as last kept; nil when nothing is.
  func terms(of brand: String) throws -> TermMemory?
  /// The topics as they were when their series began.
  func topics() throws -> [Topic]
  /// Takes up other topics: the series of those that are gone or mean something else are forgotten,
  /// what people were told of them is kept.
  func setTopics(_ topics: [Topic]) throws
  /// Keeps what a round of the watch came to; an alert whose number was given away gets another.
  func save(_ record: WatchRecord) throws
  /// Who will be late soon or is, and of whom nobody was told: the first `limit` of each by deadline.
  /// What was due more than two hours ago is no news.
  func lateWaits(now: Timestamp, limit: Int) throws -> LateWaits
  /// Keeps a new alert about waits with the next number and remembers of whom it tells; false when
  /// all of them have been told of meanwhile.
  func raise(_ alert: Alert, telling: [MentionID]) throws -> Bool
  /// Alerts not older than `since`, oldest first.
  func alerts(since: Timestamp) throws -> [Alert]
}
