/// All series of a desk, watched: buckets in, alerts out. A value without clock, store or chance.
///
/// Whoever runs it hands over mentions as they are stored and buckets as they close, and keeps
/// `snapshots` and the alerts. A bucket that was seen already is passed over, so after a restart the
/// same buckets may be handed over again.
public struct AlertDesk: Sendable {
  /// A voice of an alert's window, with its text.
  public typealias Voice = (facts: VoiceFacts, text: String)

  /// The alerts so far.
  public private(set) var book: AlertBook
  /// What becomes an alert.
  public var rules: [AlertRule]
  /// The topics the desk watches by themselves.
  public let topics: TopicMatcher
  private var detectors: [SeriesKey: SpikeDetector] = [:]
  private var seen: [SeriesKey: Timestamp] = [:]
  private var voices: [String: VoiceCounter] = [:]
  private var backgrounds: [String: TermBackground] = [:]
  private let bucketSeconds: Int

  /// A desk that goes on from what a store kept; a snapshot that is unsound counts as none.
  public init(
    alerts: [Alert] = [], snapshots: [DetectorSnapshot] = [], rules: [AlertRule] = [AlertRule()],
    topics: TopicMatcher = TopicMatcher(), bucketSeconds: Int = 300
  ) {
    book = AlertBook(alerts: alerts)
    self.topics = topics
    self.rules = rules
    self.bucketSeconds = bucketSeconds
    for snapshot in snapshots {
      let detector = SpikeDetector(restoring: snapshot.bytes, periodSeconds: bucketSeconds)
      guard let detector else { continue }
      detectors[snapshot.series] = detector
      seen[snapshot.series] = snapshot.upTo
    }
  }

  /// Takes one mention at intake and says whether it counts as a voice and as a text; a copy does
  /// not, and does not become usual either; nor does what has been `learned` before.
  public mutating func hear(
    text: String, author: String, brand: String, at now: Timestamp, learned: Bool = false
  ) -> VoiceCounter.Voice {
    let voice = voices[brand, default: VoiceCounter()].take(text: text, author: author, at: now)
    if voice.isNew, !learned { backgrounds[brand, default: TermBackground()].learn(text, at: now) }
    return voice
  }

  /// Takes a closed bucket of a series and says what became of its alarms, mostly none.
  ///
  /// `window` is asked for the voices of an alarm's window only when there is an alarm.
  /// - Throws: What `window` throws; the bucket has been learned nevertheless.
  public mutating func observe(
    _ bucket: CountBucket, of series: SeriesKey,
    window: (Range<Timestamp>) throws -> [Voice]
  ) rethrows -> [AlertBook.Decision] {
    let end = bucket.start.adding(.seconds(Int64(bucketSeconds)))
    if let last = seen[series], end <= last { return [] }
    seen[series] = end
    let detector = detectors[series] ?? SpikeDetector(periodSeconds: bucketSeconds)
    let reading = detectors[series, default: detector].observe(bucket)
    // Nobody need talk of a topic: that they do not is no source that went quiet.
    let alarms = reading.alarms.filter { series.topic == nil || $0.kind != .silence }
    return try alarms.map { alarm in
      try decide(alarm, series: series, offsetSeconds: bucket.offsetSeconds, window: window)
    }
  }

  /// Takes up the alerts as a store keeps them, with what people said to them meanwhile.
  public mutating func take(_ alerts: [Alert]) { book = AlertBook(alerts: alerts) }

  /// How usual each term is for a brand, as `TermBackground.bytes` says it; nil when nothing is known.
  public func terms(of brand: String) -> [UInt8]? { backgrounds[brand]?.bytes }

  /// Takes up how usual each term is for a brand; bytes that make no sense count as none.
  public mutating func restore(terms bytes: [UInt8], of brand: String) {
    backgrounds[brand] = TermBackground(restoring: bytes)
  }

  /// The baseline of a series; nil when nothing was seen of it.
  public func baseline(of series: SeriesKey) -> Baseline? { detectors[series]?.baseline }

  /// The usual share of negative voices of a series at an hour of the local day; nil when nothing
  /// was seen of it.
  public func usualNegativeShare(of series: SeriesKey, localHour: Int) -> Double? {
    detectors[series]?.usualNegativeShare(localHour: localHour)
  }

  /// The end of the last bucket seen of a series; nil when there was none.
  public func seenUpTo(_ series: SeriesKey) -> Timestamp? { seen[series] }

  /// What to keep, in a fixed order.
  public var snapshots: [DetectorSnapshot] {
    detectors.map { series, detector in
      DetectorSnapshot(
        series: series, upTo: seen[series] ?? Timestamp(milliseconds: 0), bytes: detector.bytes)
    }
    .sorted { $0.series.label < $1.series.label }
  }

  private mutating func decide(
    _ alarm: SpikeAlarm, series: SeriesKey, offsetSeconds: Int,
    window: (Range<Timestamp>) throws -> [Voice]
  ) rethrows -> AlertBook.Decision {
    let start = alarm.at.adding(.seconds(-Int64(alarm.windowSeconds)))
    let voices = alarm.kind == .silence ? [] : try window(start..<alarm.at)
    let background = backgrounds[series.brand] ?? TermBackground()
    let terms = EmergingTerm.find(
      in: voices.map(\.text), background: background, isLearned: true)
    let figures = AlertFigures(
      alarm, offsetSeconds: offsetSeconds,
      baseline: detectors[series]?.baseline ?? Baseline(periodSeconds: bucketSeconds),
      largeAuthors: SizeEstimate(voices.map(\.facts)).largeAuthors)
    return book.hear(
      alarm, series: series, figures: figures,
      topicWords: topics.topic(named: series.topic)?.words, terms: terms, rules: rules)
  }
}
