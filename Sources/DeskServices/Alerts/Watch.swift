import DeskCore

/// What the watch knows between two rounds: detectors, what was said already, what is usual to say.
struct Watch {
  let brand: String
  private(set) var upTo: Timestamp
  private var detectors: [SeriesKey: SpikeDetector] = [:]
  private var counter = VoiceCounter()
  private var known: Set<AccountID> = []
  private(set) var background = TermBackground()

  static let bucketSeconds: Int64 = 300

  init(brand: String, upTo: Timestamp) {
    self.brand = brand
    self.upTo = upTo
  }

  /// Takes up a detector where a snapshot left it; false when its bytes are of no use.
  mutating func restore(_ snapshot: DetectorSnapshot) -> Bool {
    guard let detector = SpikeDetector(restoring: snapshot.bytes) else { return false }
    detectors[snapshot.series] = detector
    if let source = snapshot.series.source { known.insert(source) }
    return true
  }

  /// Runs a detector through what was counted before.
  mutating func replay(_ buckets: [CountBucket], of series: SeriesKey) {
    var detector = detectors[series] ?? SpikeDetector()
    for bucket in buckets { _ = detector.observe(bucket) }
    detectors[series] = detector
  }

  /// Hears voices that were counted before, so that their copies are known as such.
  mutating func remember(_ voice: StoredVoice) {
    known.insert(voice.source)
    let heard = counter.take(
      text: voice.text, author: voice.facts.author, at: voice.facts.at)
    if heard.isNew { background.learn(voice.text, at: voice.facts.at) }
  }

  /// Counts the voices of the next five minutes and asks the detectors.
  ///
  /// - Parameter unseen: sources that were down; a bucket nobody saw teaches nothing.
  mutating func close(
    _ voices: [StoredVoice], offsetSeconds: Int, sources: Set<AccountID>, unseen: Set<AccountID>
  ) -> (buckets: [SeriesKey: CountBucket], alarms: [(series: SeriesKey, alarm: SpikeAlarm)]) {
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
    var alarms: [(series: SeriesKey, alarm: SpikeAlarm)] = []
    for (series, bucket) in buckets.sorted(by: { $0.key.label < $1.key.label }) {
      var detector = detectors[series] ?? SpikeDetector()
      alarms += detector.observe(bucket).alarms.map { (series, $0) }
      detectors[series] = detector
    }
    return (buckets, alarms)
  }

  private mutating func count(
    _ voice: StoredVoice, empty: CountBucket, into buckets: inout [SeriesKey: CountBucket]
  ) {
    let heard = counter.take(
      text: voice.text, author: voice.facts.author, at: voice.facts.at)
    guard heard.isNew else { return }
    background.learn(voice.text, at: voice.facts.at)
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

  func baseline(of series: SeriesKey) -> Baseline {
    detectors[series]?.baseline ?? Baseline()
  }

  /// The detectors as they are now.
  var snapshots: [DetectorSnapshot] {
    detectors.map { DetectorSnapshot(series: $0.key, upTo: upTo, bytes: $0.value.bytes) }
  }

  /// Where the five minutes begin that hold an instant.
  static func start(of instant: Timestamp) -> Timestamp {
    let seconds = instant.seconds
    let rest = ((seconds % bucketSeconds) + bucketSeconds) % bucketSeconds
    return Timestamp(seconds: seconds - rest)
  }
}
