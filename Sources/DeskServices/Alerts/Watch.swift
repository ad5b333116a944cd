import DeskCore

/// What the watch knows between two rounds: how far it has counted, and all that alerts stand on.
struct Watch {
  let brand: String
  private(set) var upTo: Timestamp
  private var desk: AlertDesk
  private var known: Set<AccountID>

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

  /// Counts the voices of the next five minutes and asks the detectors.
  ///
  /// - Parameters:
  ///   - sources: the sources that are known to run.
  ///   - unseen: sources that were down; a bucket nobody saw teaches nothing.
  ///   - window: gives the voices of an alarm's window.
  /// - Returns: what was counted, and what people should hear of.
  mutating func close(
    _ voices: [StoredVoice], offsetSeconds: Int, sources: Set<AccountID>, unseen: Set<AccountID>,
    window: (SeriesKey, Range<Timestamp>) throws -> [StoredVoice]
  ) rethrows -> (buckets: [SeriesKey: CountBucket], alerts: [Alert]) {
    let empty = CountBucket(start: upTo, offsetSeconds: offsetSeconds, count: 0)
    known.formUnion(sources.union(voices.map(\.source)))
    var buckets: [SeriesKey: CountBucket] = [:]
    let all = SeriesKey(brand: brand)
    if sources.isEmpty || !sources.isSubset(of: unseen) { buckets[all] = empty }
    // One source alone is the brand itself: nobody is told everything twice.
    for source in sources.subtracting(unseen) where known.count > 1 {
      buckets[SeriesKey(brand: brand, source: source)] = empty
    }
    for voice in voices { count(voice, empty: empty, into: &buckets) }
    upTo = upTo.adding(.seconds(Self.bucketSeconds))
    var alerts: [Alert] = []
    for (series, bucket) in buckets.sorted(by: { $0.key.label < $1.key.label }) {
      let decisions = try desk.observe(bucket, of: series) { range in
        try window(series, range).map { ($0.facts, $0.text) }
      }
      for case .raised(let alert) in decisions { alerts.append(alert) }
    }
    return (buckets, alerts)
  }

  private mutating func count(
    _ voice: StoredVoice, empty: CountBucket, into buckets: inout [SeriesKey: CountBucket]
  ) {
    let heard = hear(voice)
    guard heard.isNew else { return }
    let source = SeriesKey(brand: brand, source: voice.source)
    for series in known.count > 1 ? [SeriesKey(brand: brand), source] : [SeriesKey(brand: brand)] {
      var bucket = buckets[series] ?? empty
      bucket.count += 1
      if heard.isNewText { bucket.texts += 1 }
      if let isNegative = voice.facts.isNegative {
        bucket.judged += 1
        bucket.negative += isNegative ? 1 : 0
      }
      buckets[series] = bucket
    }
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
