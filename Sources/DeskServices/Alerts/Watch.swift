import DeskCore

/// What the watch knows between two rounds: how far it has counted, and all that alerts stand on.
struct Watch {
  let brand: String
  private(set) var upTo: Timestamp
  private var desk: AlertDesk
  private var known: Set<AccountID>
  private var counted: [SeriesKey: CountBucket] = [:]

  static let bucketSeconds: Int64 = 300

  init(brand: String, upTo: Timestamp, snapshots: [DetectorSnapshot] = []) {
    self.brand = brand
    self.upTo = upTo
    desk = AlertDesk(snapshots: snapshots)
    known = Set(snapshots.compactMap(\.series.source))
  }

  /// The end of the last bucket that the detector of a series has seen; nil when it has seen none.
  func seenUpTo(_ series: SeriesKey) -> Timestamp? { desk.seenUpTo(series) }

  /// Runs a detector through what was counted before.
  mutating func replay(_ buckets: [CountBucket], of series: SeriesKey) {
    for bucket in buckets { _ = desk.observe(bucket, of: series) { _ in [] } }
  }

  /// Takes up what people were told and what they said to it.
  mutating func learn(alerts: [Alert], rules: [AlertRule]) {
    desk.take(alerts)
    desk.rules = rules
  }

  /// Hears a voice that was counted before, so that its copies are known as such.
  mutating func remember(_ voice: StoredVoice) { _ = hear(voice) }

  /// Counts some of the voices of the next five minutes, in order.
  mutating func count(_ voices: [StoredVoice]) {
    for voice in voices {
      let heard = hear(voice)
      guard heard.isNew else { continue }
      let source = SeriesKey(brand: brand, source: voice.source)
      for series in [SeriesKey(brand: brand), source] {
        var bucket = counted[series] ?? CountBucket(start: upTo, count: 0, texts: 0)
        bucket.count += 1
        if heard.isNewText { bucket.texts += 1 }
        if let isNegative = voice.facts.isNegative {
          bucket.judged += 1
          bucket.negative += isNegative ? 1 : 0
        }
        counted[series] = bucket
      }
    }
  }

  /// Ends the five minutes whose voices were counted and asks the detectors.
  ///
  /// - Parameters:
  ///   - sources: the sources that are known to run.
  ///   - unseen: sources that were down; a bucket nobody saw teaches nothing.
  ///   - window: gives the voices of an alarm's window.
  /// - Returns: what was counted, and what people should hear of.
  mutating func close(
    offsetSeconds: Int, sources: Set<AccountID>, unseen: Set<AccountID>,
    window: (SeriesKey, Range<Timestamp>) throws -> [StoredVoice]
  ) rethrows -> (buckets: [SeriesKey: CountBucket], alerts: [Alert]) {
    known.formUnion(sources)
    var buckets = counted
    counted = [:]
    let all = SeriesKey(brand: brand)
    let empty = CountBucket(start: upTo, count: 0)
    if sources.isEmpty || !sources.isSubset(of: unseen) { buckets[all] = buckets[all] ?? empty }
    for series in sources.subtracting(unseen).map({ SeriesKey(brand: brand, source: $0) }) {
      buckets[series] = buckets[series] ?? empty
    }
    // One source alone is the brand itself: nobody is told everything twice.
    if known.count < 2 { buckets = buckets.filter { $0.key == all } }
    upTo = upTo.adding(.seconds(Self.bucketSeconds))
    var alerts: [Alert] = []
    for (series, _) in buckets.sorted(by: { $0.key.label < $1.key.label }) {
      buckets[series]?.offsetSeconds = offsetSeconds
      guard let bucket = buckets[series] else { continue }
      let decisions = try desk.observe(bucket, of: series) { range in
        try window(series, range).map { ($0.facts, $0.text) }
      }
      for case .raised(let alert) in decisions { alerts.append(alert) }
    }
    return (buckets, alerts)
  }

  private mutating func hear(_ voice: StoredVoice) -> VoiceCounter.Voice {
    known.insert(voice.source)
    return desk.hear(
      text: voice.text, author: voice.facts.author, brand: brand, at: voice.facts.at)
  }

  /// The detectors as they are now.
  var snapshots: [DetectorSnapshot] { desk.snapshots }

  /// Where the five minutes begin that hold an instant.
  static func start(of instant: Timestamp) -> Timestamp {
    let seconds = instant.seconds
    let rest = ((seconds % bucketSeconds) + bucketSeconds) % bucketSeconds
    return Timestamp(seconds: seconds - rest)
  }
}
