import DeskCore

/// What the watch knows between two rounds: how far it has counted, and all that alerts stand on.
struct Watch {
  let brand: String
  private(set) var upTo: Timestamp
  private var desk: AlertDesk
  private var known: Set<AccountID>
  private var counted: [SeriesKey: CountBucket] = [:]
  private var keys: [Place: [SeriesKey]] = [:]

  /// Where a voice is counted.
  private struct Place: Hashable {
    let source: AccountID
    let topics: UInt64
  }

  static let bucketSeconds: Int64 = 300

  init(
    brand: String, upTo: Timestamp, snapshots: [DetectorSnapshot] = [], topics: [Topic] = [],
    terms: TermMemory? = nil
  ) {
    self.brand = brand
    self.upTo = upTo
    desk = AlertDesk(snapshots: snapshots, topics: TopicMatcher(topics))
    known = Set(snapshots.compactMap(\.series.source))
    if let terms { desk.restore(terms: terms.bytes, of: brand) }
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

  /// Hears a voice that was counted before, so that its copies are known as such; what was written
  /// before `learned` is in the kept terms already.
  mutating func remember(_ voice: StoredVoice, learned: Timestamp?) {
    _ = hear(voice, isLearned: learned.map { voice.facts.at < $0 } ?? false)
  }

  /// Counts some of the voices of the next five minutes, in order.
  mutating func count(_ voices: [StoredVoice]) {
    for voice in voices {
      let heard = hear(voice)
      guard heard.isNew else { continue }
      let place = Place(source: voice.source, topics: desk.topics.match(voice.text))
      for series in series(at: place) {
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

  /// The series of a voice: all of the brand, its source's, and both again for each of its topics.
  private mutating func series(at place: Place) -> [SeriesKey] {
    if let known = keys[place] { return known }
    let names =
      [nil]
      + desk.topics.topics.enumerated().filter {
        place.topics & 1 << UInt64($0.offset) != 0
      }.map(\.element.name)
    let found = names.flatMap { topic in
      [nil, place.source].map { SeriesKey(brand: brand, source: $0, topic: topic) }
    }
    if keys.count >= 1_000 { keys = [:] }
    keys[place] = found
    return found
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
    let empty = CountBucket(start: upTo, count: 0)
    let isSeen = sources.isEmpty || !sources.isSubset(of: unseen)
    let places = (isSeen ? [nil] : []) + sources.subtracting(unseen).map(Optional.some)
    for topic in [nil] + desk.topics.topics.map({ Optional($0.name) }) {
      for source in places {
        let series = SeriesKey(brand: brand, source: source, topic: topic)
        buckets[series] = buckets[series] ?? empty
      }
    }
    // One source alone is the brand itself: nobody is told everything twice.
    if known.count < 2 { buckets = buckets.filter { $0.key.source == nil } }
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

  private mutating func hear(
    _ voice: StoredVoice, isLearned: Bool = false
  ) -> VoiceCounter.Voice {
    known.insert(voice.source)
    return desk.hear(
      text: voice.text, author: voice.facts.author, brand: brand, at: voice.facts.at,
      learned: isLearned)
  }

  /// The topics that are watched by themselves.
  var topics: TopicMatcher { desk.topics }

  /// The detectors as they are now.
  var snapshots: [DetectorSnapshot] { desk.snapshots }

  /// How usual each term is now; nil when nothing was heard.
  var terms: TermMemory? {
    desk.terms(of: brand).map { TermMemory(brand: brand, upTo: upTo, bytes: $0) }
  }

  /// Where the five minutes begin that hold an instant.
  static func start(of instant: Timestamp) -> Timestamp {
    let seconds = instant.seconds
    let rest = ((seconds % bucketSeconds) + bucketSeconds) % bucketSeconds
    return Timestamp(seconds: seconds - rest)
  }
}
