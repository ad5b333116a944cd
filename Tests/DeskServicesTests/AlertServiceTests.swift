import DeskCore
import DeskTesting
import Testing

@testable import DeskServices

/// Counting what was stored, and telling people once.
@Suite struct AlertServiceTests {
  static let start = Timestamp(seconds: 1_767_225_600)  // 2026-01-01T00:00:00Z

  /// A week of a quiet brand, and at its end a storm of as many authors.
  func fill(_ desk: MemoryDesk, days: Int, storm: Int, seed: UInt64 = 5) throws {
    var random = SeededRandom(seed: seed)
    var events: [IntakeBatch.Event] = []
    func add(_ at: Timestamp, _ author: String, _ text: String, _ sentiment: Sentiment) {
      let mood = MoodReading(
        sentiment: sentiment, negative: sentiment == .negative ? 1 : 0, neutral: 0,
        positive: sentiment == .negative ? 0 : 1, intent: .other, abuse: 0, language: .english)
      let incoming = IncomingMention(
        key: MentionKey(account: AccountID("main"), native: "\(events.count)"),
        platform: .mastodon, author: Author(handle: author), text: text, createdAt: at)
      events.append(.upsert(JudgedMention(incoming: incoming, mood: mood, seenAt: at, dueAt: at)))
    }
    for bucket in 0..<(days * 288) {
      for voice in 0..<Int.random(in: 0...4, using: &random) {
        let at = Self.start.adding(.seconds(Int64(bucket * 300 + voice)))
        let mood: Sentiment = Int.random(in: 0..<6, using: &random) == 0 ? .negative : .positive
        add(at, "a\(bucket)-\(voice)", "thing \(bucket * 7 + voice) arrived on day \(bucket)", mood)
      }
    }
    let end = Self.start.adding(.days(Int64(days)))
    for voice in 0..<storm {
      add(
        end.adding(.seconds(Int64(voice * 600 / max(storm, 1)))), "storm\(voice)",
        "the kettle exploded in my kitchen number \(voice), refund now", .negative)
    }
    _ = try desk.store(
      IntakeBatch(account: AccountID("main"), events: events, cursor: nil, at: end))
  }

  func service(_ desk: MemoryDesk) -> AlertService {
    AlertService(store: desk, brand: "acme", offset: { _ in 0 })
  }

  func watch(_ desk: MemoryDesk, to now: Timestamp) async throws -> Watch {
    var watch = Watch(brand: "acme", upTo: Self.start)
    try await service(desk).catchUp(&watch, now: now)
    return watch
  }

  @Test func aStormIsToldOnceWithItsWordsAndArithmetic() async throws {
    let desk = MemoryDesk()
    try fill(desk, days: 7, storm: 120)
    let now = Self.start.adding(.days(7)).adding(.minutes(30))
    _ = try await watch(desk, to: now)
    let alerts = try desk.alerts(since: Self.start.adding(.days(7)))
    let told = try #require(alerts.first { $0.kind == .volume })
    #expect(alerts.count { $0.kind == .volume && $0.cause == .began } == 1)
    #expect(told.series == SeriesKey(brand: "acme"))
    #expect(told.figures.line.contains("is usually"))
    #expect(told.terms.contains { $0.text.contains("kettle") || $0.text.contains("exploded") })
    #expect(told.mentions.occurred?.upperBound == told.figures.at)
    #expect(try desk.status(now: now).alerts == alerts.count)
  }

  @Test func aQuietWeekTellsNothing() async throws {
    let desk = MemoryDesk()
    try fill(desk, days: 7, storm: 0)
    _ = try await watch(desk, to: Self.start.adding(.days(7)))
    #expect(try desk.alerts(since: Self.start).isEmpty)
  }

  @Test func aRestartGoesOnAsIfNothingHadBeen() async throws {
    let (whole, parts) = (MemoryDesk(), MemoryDesk())
    for desk in [whole, parts] { try fill(desk, days: 3, storm: 60) }
    let now = Self.start.adding(.days(3)).adding(.minutes(30))
    let straight = try await watch(whole, to: now)
    _ = try await watch(parts, to: now.adding(.hours(-5)))
    let again = Task { try await AlertServiceRun.resume(self.service(parts), now: now) }
    let resumed = try await again.value
    #expect(resumed.upTo == straight.upTo)
    let key = SeriesKey(brand: "acme")
    #expect(
      try whole.buckets(of: key, from: Self.start) == parts.buckets(of: key, from: Self.start))
    let bytes = { (watch: Watch) in watch.snapshots.first { $0.series == key }?.bytes }
    #expect(bytes(resumed) == bytes(straight))
    // The words of an alert are weighed against less after a restart; the rest is the same.
    let told = { (desk: MemoryDesk) in try desk.alerts(since: Self.start).map(\.figures) }
    #expect(try told(whole) == told(parts))
  }

  @Test func anOutageIsNoQuietHour() async throws {
    let desk = MemoryDesk()
    try fill(desk, days: 1, storm: 0)
    let account = AccountID("main")
    let gap = Gap(
      account: account, from: Self.start.adding(.hours(24)), to: Self.start.adding(.hours(30)),
      reason: "server down")
    _ = try desk.store(
      IntakeBatch(account: account, events: [.gap(gap)], cursor: nil, at: gap.to))
    try desk.report(
      SourceHealth(
        account: account, state: .live, detail: "", heardAt: Self.start.adding(.hours(31)),
        reportedAt: Self.start.adding(.hours(31))))
    _ = try await watch(desk, to: Self.start.adding(.hours(32)))
    let seen = try desk.buckets(
      of: SeriesKey(brand: "acme"), from: Self.start.adding(.hours(24)))
    #expect(seen.first?.start == gap.to)
    #expect(try desk.alerts(since: Self.start).allSatisfy { $0.figures.at > gap.to })
  }

  @Test func aSourceThatComesBackIsWaitedForAWhile() async throws {
    let desk = MemoryDesk()
    try fill(desk, days: 1, storm: 0)
    let end = Self.start.adding(.hours(24))
    try desk.report(
      SourceHealth(
        account: AccountID("main"), state: .reconnecting, detail: "",
        heardAt: end.adding(.minutes(-20)), reportedAt: end))
    let early = try await watch(desk, to: end)
    #expect(early.upTo == end.adding(.minutes(-20)))
    let late = try await watch(desk, to: end.adding(.minutes(40)))
    #expect(late.upTo >= end)
  }

  @Test func onePersonsCopiesAreOneVoice() async throws {
    let desk = MemoryDesk()
    try fill(desk, days: 3, storm: 0)
    let end = Self.start.adding(.days(3))
    let events = (0..<80).map { number -> IntakeBatch.Event in
      let incoming = IncomingMention(
        key: MentionKey(account: AccountID("main"), native: "bot\(number)"), platform: .mastodon,
        author: Author(handle: "bot"), text: "buy these coins now, they will rise tenfold",
        createdAt: end.adding(.seconds(Int64(number))))
      return .upsert(MentionJudge(reader: FlatReader()).judge(incoming, at: end.adding(.hours(1))))
    }
    _ = try desk.store(
      IntakeBatch(account: AccountID("main"), events: events, cursor: nil, at: end))
    _ = try await watch(desk, to: end.adding(.minutes(20)))
    let first = try desk.buckets(of: SeriesKey(brand: "acme"), from: end).first
    #expect(first?.count == 1)
    #expect(try desk.alerts(since: end).isEmpty)
  }

  @Test func alertsAreSeenAndSnoozedWithAReason() async throws {
    let desk = TestDesk()
    let id = AlertID(rawValue: 1)
    #expect(try desk.refusal(.acknowledge(id)) == .noAlert(id))
    try fill(desk.desk, days: 7, storm: 120)
    _ = try await watch(desk.desk, to: Self.start.adding(.days(7)).adding(.minutes(30)))
    let alert = try #require(try desk.desk.alerts(since: Self.start).last)
    let until = desk.now.adding(.hours(2))
    #expect(try desk.refusal(.snoozeAlert(alert.id, until: until, reason: " ")) == .reasonNeeded)
    try desk.run(.snoozeAlert(alert.id, until: until, reason: "we know"))
    #expect(
      try desk.desk.alerts(since: Self.start).last?.state
        == .snoozed(by: desk.ana, until: until, reason: "we know"))
    try desk.run(.acknowledge(alert.id))
    #expect(
      try desk.desk.alerts(since: Self.start).last?.state
        == .acknowledged(by: desk.ana, at: desk.now))
    #expect(try desk.actions() == ["snooze-alert", "acknowledge"])
  }
}

enum AlertServiceRun {
  /// What a new process makes of what an older one left.
  static func resume(_ service: AlertService, now: Timestamp) async throws -> Watch {
    var watch = try #require(try await service.begin())
    try await service.catchUp(&watch, now: now)
    return watch
  }
}
