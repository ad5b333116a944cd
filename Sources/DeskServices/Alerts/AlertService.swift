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

  /// The newest mentions a new process hears again, 15,000.
  static let memory = 15_000

  private let store: any AlertStore & DeskReader
  private let brand: String
  private let rules: [AlertRule]
  private let offset: @Sendable (Timestamp) -> Int
  private let clock: DeskClock

  /// Makes a service.
  /// - Parameters:
  ///   - store: where mentions are read and alerts kept.
  ///   - brand: the desk's name, the first part of every series.
  ///   - rules: which alarms people hear of.
  ///   - offset: seconds east of Greenwich on the desk's clocks at an instant.
  ///   - clock: the time.
  public init(
    store: any AlertStore & DeskReader, brand: String, rules: [AlertRule] = [AlertRule()],
    offset: @escaping @Sendable (Timestamp) -> Int, clock: DeskClock = .system
  ) {
    self.store = store
    self.brand = brand
    self.rules = rules
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
    let snapshots = try store.snapshots().filter { $0.series.brand == brand }
    if let upTo = snapshots.map(\.upTo).max() {
      return try await resume(snapshots, upTo: upTo)
    }
    while !Task.isCancelled {
      let oldest = clock.now().adding(Span(milliseconds: -Self.history.milliseconds))
      if let first = try store.firstVoice(since: oldest) {
        return Watch(brand: brand, upTo: Watch.start(of: first))
      }
      do { try await clock.sleep(for: .minutes(1)) } catch { return nil }
    }
    return nil
  }

  private func resume(_ snapshots: [DetectorSnapshot], upTo: Timestamp) async throws -> Watch {
    var watch = Watch(brand: brand, upTo: upTo, snapshots: snapshots)
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
      for voice in page { watch.remember(voice) }
    }
    return watch
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
      try store.save(record)
      await Task.yield()
    }
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
      unseen: Set(gaps.map(\.account) + down), window: window)
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
  private func window(of series: SeriesKey, _ range: Range<Timestamp>) throws -> [StoredVoice] {
    try store.voices(from: range.lowerBound, to: range.upperBound, after: nil, limit: 2_000)
      .filter { series.source == nil || $0.source == series.source }
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
