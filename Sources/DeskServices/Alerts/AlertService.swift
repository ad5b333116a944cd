public import DeskCore

/// Watches the counts of the stored mentions and tells people once when something is unusual.
///
/// Each five minutes are counted a minute after they ended, so that late voices are in them; while a
/// source is down its mentions may still come, and they are waited for at most half an hour.
public struct AlertService: Sendable {
  /// How long after their end five minutes are counted.
  public static let lateness = Span.minutes(1)
  /// The longest wait for the mentions of a source that is down.
  public static let patience = Span.minutes(30)
  /// How far back a desk learns from what it finds stored.
  public static let history = Span.days(60)

  /// How far back a new topic, or a desk that has lost its words, learns from what is stored.
  public static let review = Span.days(14)

  /// The newest mentions a new process hears again, 15,000.
  static let memory = 15_000
  /// The newest mentions from which a new topic learns, 50,000.
  static let reviewMemory = 50_000

  private let store: any AlertStore & DeskReader
  private let brand: String
  private let rules: [AlertRule]
  let topics: [Topic]
  private let offset: @Sendable (Timestamp) -> Int
  private let clock: DeskClock

  /// Makes a service.
  /// - Parameters:
  ///   - store: where mentions are read and alerts kept.
  ///   - brand: the desk's name, the first part of every series.
  ///   - rules: which alarms people hear of.
  ///   - topics: what is watched by itself; at most `Topic.limit`.
  ///   - offset: seconds east of Greenwich on the desk's clocks at an instant.
  ///   - clock: the time.
  public init(
    store: any AlertStore & DeskReader, brand: String, rules: [AlertRule] = [AlertRule()],
    topics: [Topic] = [], offset: @escaping @Sendable (Timestamp) -> Int, clock: DeskClock = .system
  ) {
    self.store = store
    self.brand = brand
    self.rules = rules
    self.topics = Array(topics.prefix(Topic.limit))
    self.offset = offset
    self.clock = clock
  }

  /// Works until cancelled.
  /// - Throws: the store's error.
  public func run() async throws {
    guard var watch = try await begin() else { return }
    while !Task.isCancelled {
      try await catchUp(&watch, now: clock.now())
      let next = watch.upTo.adding(.seconds(Watch.bucketSeconds)).adding(Self.lateness)
      let wait = max(next, clock.now().adding(.seconds(30)))
      do { try await clock.sleep(until: wait) } catch { return }
    }
  }

  /// Takes up what was known, or starts with the oldest mention that is young enough; nil when
  /// cancelled before there was one.
  func begin() async throws -> Watch? {
    let before = Set(try store.topics())
    if before != Set(topics) { try store.setTopics(topics) }
    let snapshots = try store.snapshots().filter { $0.series.brand == brand }
    if let upTo = snapshots.map(\.upTo).max() {
      let new = topics.filter { !before.contains($0) }
      return try await resume(snapshots, upTo: upTo, new: new)
    }
    while !Task.isCancelled {
      let oldest = clock.now().adding(Span(milliseconds: -Self.history.milliseconds))
      if let first = try store.firstVoice(since: oldest) {
        return Watch(brand: brand, upTo: Watch.start(of: first), topics: topics)
      }
      do { try await clock.sleep(for: .minutes(1)) } catch { return nil }
    }
    return nil
  }

  private func resume(
    _ kept: [DetectorSnapshot], upTo: Timestamp, new: [Topic]
  ) async throws -> Watch {
    var (snapshots, terms) = (kept, try store.terms(of: brand))
    if !new.isEmpty || terms == nil {
      let learned = try await review(new, upTo: upTo)
      snapshots += learned.snapshots.filter { $0.series.topic != nil }
      terms = terms ?? learned.terms
    }
    var watch = Watch(
      brand: brand, upTo: upTo, snapshots: snapshots, topics: topics, terms: terms)
    for series in snapshots.map(\.series) {
      let seen = watch.seenUpTo(series) ?? Timestamp(milliseconds: .min)
      guard seen < upTo else { continue }
      watch.replay(try store.buckets(of: series, from: seen), of: series)
    }
    // What a new process must have heard to count as the old one would have: the half-day before.
    let halfDay = (upTo.seconds - 1) / 43_200 * 43_200
    var heard = Timestamp(seconds: halfDay - 43_200)
    // A counter remembers no more than this, however much came.
    if let enough = try store.time(ofVoice: Self.memory, before: upTo) {
      heard = max(heard, enough)
    }
    try await read(from: heard, to: upTo) { page in
      for voice in page { watch.remember(voice, learned: terms?.upTo) }
    }
    return watch
  }

  /// Counts the last weeks again for topics that are new, and learns their words; nobody is told what
  /// was unusual then.
  private func review(_ new: [Topic], upTo: Timestamp) async throws -> WatchRecord {
    var from = upTo.adding(Span(milliseconds: -Self.review.milliseconds))
    if let enough = try store.time(ofVoice: Self.reviewMemory, before: upTo) {
      from = max(from, enough)
    }
    var record = WatchRecord()
    guard let first = try store.firstVoice(since: from), first < upTo else { return record }
    var watch = Watch(brand: brand, upTo: Watch.start(of: first), topics: new)
    watch.learn(alerts: [], rules: [])
    let health = try store.status(now: clock.now()).sources
    while !Task.isCancelled, watch.upTo < upTo {
      let began = ContinuousClock.now
      for _ in 0..<12 where watch.upTo < upTo {
        try await closeBucket(&watch, health: health, into: &record)
      }
      try await Task.sleep(for: (.now - began) * 3)
    }
    record.buckets = record.buckets.filter { $0.key.topic != nil }
    record.snapshots = watch.snapshots.filter { $0.series.topic != nil }
    record.terms = watch.terms
    try store.save(record)
    return record
  }

  /// Counts every five minutes that are over and stores what came of them, an hour at a time.
  func catchUp(_ watch: inout Watch, now: Timestamp) async throws {
    let health = try store.status(now: now).sources
    watch.learn(alerts: try store.alerts(since: now.adding(.days(-30))), rules: rules)
    while !Task.isCancelled {
      var record = WatchRecord()
      let before = watch.upTo
      for _ in 0..<12 {
        let end = watch.upTo.adding(.seconds(Watch.bucketSeconds))
        guard end.adding(Self.lateness) <= now, isComplete(to: end, health, now: now) else { break }
        try await closeBucket(&watch, health: health, into: &record)
      }
      guard watch.upTo > before else { return }
      record.snapshots = watch.snapshots
      record.terms = Self.isDue(from: before, to: watch.upTo, now: now) ? watch.terms : nil
      try store.save(record)
      await Task.yield()
    }
  }

  /// Terms are kept once an hour, once a day of what is only caught up with.
  private static func isDue(from: Timestamp, to: Timestamp, now: Timestamp) -> Bool {
    let length: Int64 = now.since(to) < .hours(2) ? 3600 : 86_400
    return from.seconds / length != to.seconds / length
  }

  /// Whether nothing more is to be expected from before `end`.
  private func isComplete(to end: Timestamp, _ health: [SourceHealth], now: Timestamp) -> Bool {
    if now.since(end) > Self.patience { return true }
    return health.allSatisfy { !$0.isComingBack || ($0.heardAt ?? .distantPast) >= end }
  }

  private func closeBucket(
    _ watch: inout Watch, health: [SourceHealth], into record: inout WatchRecord
  ) async throws {
    let start = watch.upTo
    let end = start.adding(.seconds(Watch.bucketSeconds))
    try await read(from: start, to: end) { watch.count($0) }
    let gaps = try store.gaps(since: start).filter { $0.from < end && $0.to > start }
    let down = health.filter { !$0.isUp && ($0.heardAt ?? .distantPast) < end }.map(\.account)
    let (buckets, alerts) = try watch.close(
      offsetSeconds: offset(start), sources: Set(health.map(\.account)),
      unseen: Set(gaps.map(\.account) + down)
    ) { [topics = watch.topics] in try window(of: $0, $1, topics: topics) }
    for (series, bucket) in buckets { record.buckets[series, default: []].append(bucket) }
    record.alerts += alerts
  }

  /// Reads voices a page at a time; between full pages others have the processor.
  private func read(
    from: Timestamp, to: Timestamp, _ body: ([StoredVoice]) -> Void
  ) async throws {
    var last: StoredVoice?
    while !Task.isCancelled {
      let began = ContinuousClock.now
      let page = try store.voices(from: from, to: to, after: last, limit: 200)
      body(page)
      guard page.count == 200 else { return }
      last = page.last
      // A quarter of one processor at most: this may be a million mentions, and nobody waits for it.
      try await Task.sleep(for: (.now - began) * 3)
    }
  }

  /// The newest voices of a series in a stretch of time, as many as an alert looks at.
  private func window(
    of series: SeriesKey, _ range: Range<Timestamp>, topics: TopicMatcher
  ) throws -> [StoredVoice] {
    try store.voices(from: range.lowerBound, to: range.upperBound, after: nil, limit: 2_000)
      .filter { series.holds($0, topics) }
  }
}

extension SeriesKey {
  /// Whether a voice is counted here.
  fileprivate func holds(_ voice: StoredVoice, _ topics: TopicMatcher) -> Bool {
    guard source == nil || source == voice.source else { return false }
    guard let topic else { return true }
    let place = topics.topics.firstIndex { $0.name == topic }
    return place.map { topics.match(voice.text) & 1 << UInt64($0) != 0 } ?? false
  }
}

extension SourceHealth {
  fileprivate var isUp: Bool { state == .live || state == .polling }
  /// Whether what was written meanwhile will still come in.
  fileprivate var isComingBack: Bool { state == .reconnecting || state == .limited }
}

extension Timestamp {
  fileprivate static let distantPast = Timestamp(milliseconds: .min)
}
