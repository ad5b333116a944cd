import DeskCore
import DeskTesting
import Synchronization
import Testing

@testable import DeskServices

/// What a move of the level does: clocks, and who is told.
@Suite struct LevelTests {
  static let start = Timestamp(seconds: 1_767_571_200)

  /// A desk with open complaints seen a minute apart, answered or snoozed ones among them.
  func desk(_ count: Int) throws -> MemoryDesk {
    let desk = MemoryDesk()
    let judge = MentionJudge(reader: FlatReader(), service: ServiceLevels())
    let events = (0..<count).map { index in
      let incoming = IncomingMention(
        key: MentionKey(account: AccountID("main"), native: "\(index)"), platform: .mastodon,
        author: Author(handle: "a\(index)"), text: "text \(index)", createdAt: Self.start)
      return IntakeBatch.Event.upsert(
        judge.judge(incoming, at: Self.start.adding(.minutes(Int64(index)))))
    }
    _ = try desk.store(
      IntakeBatch(account: AccountID("main"), events: events, cursor: nil, at: Self.start))
    return desk
  }

  func move(_ desk: MemoryDesk, _ level: Level, at now: Timestamp = LevelTests.start) throws {
    let handler = CommandHandler(store: desk, rules: DeskRules(accounts: AccountBook()))
    try handler.execute(.setLevel(level, reason: "because"), as: Seat("ana"), at: now)
  }

  @Test func openMentionsAreDueByTheLevelAndBackAgain() async throws {
    let desk = try desk(600)
    let answered = MentionID(rawValue: 3)
    let handler = CommandHandler(store: desk, rules: DeskRules(accounts: AccountBook()))
    try handler.execute(
      .judge([answered], .noAction, note: ""), as: Seat("ana"), at: Self.start)
    try handler.execute(
      .snooze([MentionID(rawValue: 5)], until: Self.start.adding(.days(2))), as: Seat("ana"),
      at: Self.start)
    let before = try (1...600).map { try desk.mention(MentionID(rawValue: $0))?.dueAt }
    let versions = try (1...600).map { try desk.mention(MentionID(rawValue: $0))?.version }
    let gauge = LevelGauge()
    let clock = DeskClock(now: { Self.start.adding(.hours(1)) }, sleepUntil: { _ in })
    let service = DueService(store: desk, service: ServiceLevels(), gauge: gauge, clock: clock)
    var looked: Timestamp?
    try move(desk, .incident)
    try await service.round(&looked)
    #expect(gauge.level == .incident)
    for id in Int64(1)...600 where id != 3 {
      let mention = try #require(try desk.mention(MentionID(rawValue: id)))
      let usual = try #require(before[Int(id) - 1]).since(mention.seenAt).minutes
      #expect(mention.dueAt == mention.seenAt.adding(.minutes(usual / 2)))
    }
    #expect(try desk.mention(answered)?.dueAt == before[2])
    #expect(
      try (1...600).map { try desk.mention(MentionID(rawValue: $0))?.version } == versions)
    try move(desk, .calm)
    try await service.round(&looked)
    #expect(try (1...600).map { try desk.mention(MentionID(rawValue: $0))?.dueAt } == before)
  }

  @Test func whatIsJudgedUnderALevelIsDueByIt() {
    let incoming = IncomingMention(
      key: MentionKey(account: AccountID("main"), native: "1"), platform: .mastodon,
      author: Author(handle: "a"), text: "text", createdAt: Self.start)
    let calm = MentionJudge(reader: FlatReader()).judge(incoming, at: Self.start)
    let crisis = MentionJudge(reader: FlatReader(), gauge: LevelGauge(.crisis))
      .judge(incoming, at: Self.start)
    let waits = [calm, crisis].map { $0.dueAt.since(Self.start).minutes }
    #expect(waits[1] == waits[0] / 4)
  }

  final class Ears: Teller, Sendable {
    /// For whom each notification was.
    let heard = Mutex<[String]>([])
    let failures: Mutex<Int>
    init(failures: Int = 0) { self.failures = Mutex(failures) }

    func words(of news: DeskNews, to contacts: [String]) -> String { "news" }

    func tell(_ admitted: Admitted) async throws(TellProblem) {
      let fails = failures.withLock { left in
        left -= 1
        return left >= 0
      }
      if fails { throw TellProblem(words: "line busy") }
      heard.withLock { $0.append(admitted.item.content.recipient ?? "") }
    }
  }

  func telling(_ desk: MemoryDesk, _ ears: Ears, now: Timestamp = start) -> TellService {
    var rules = LevelRules()
    rules[.incident].contacts = ["ana"]
    rules[.crisis].contacts = ["chief"]
    return TellService(
      store: desk, rules: rules,
      alerts: TellService.AlertTelling(severity: .high, contacts: ["duty"]), teller: ears,
      clock: DeskClock(now: { now }, sleepUntil: { _ in }))
  }

  func lease(_ desk: MemoryDesk) -> ServiceLease { ServiceLease(store: desk, holder: "me") }

  /// A process that died while it told somebody must not make the next one tell them again.
  @Test func whatWasOnItsWayInACrashIsUnknownAndNotToldTwice() async throws {
    let desk = try desk(1)
    let ears = Ears()
    let service = telling(desk, ears)
    try await service.round(lease: lease(desk))
    try move(desk, .incident)
    try await service.round(lease: lease(desk))
    let told = try desk.levelWork()
    try desk.setTold(move: told.toldMove - 1, alert: told.toldAlert, problem: "")
    try await service.round(lease: lease(desk))
    #expect(ears.heard.withLock { $0 } == ["ana"])
    let other = ServiceLease(store: desk, holder: "other")
    try move(desk, .crisis)
    try await service.round(lease: other)
    #expect(ears.heard.withLock { $0 } == ["ana"], "another process has the lease")
  }

  func raise(_ desk: MemoryDesk, _ id: Int64, _ severity: Severity) throws {
    let alarm = SpikeAlarm(
      kind: .volume, cause: .began, severity: severity, at: Self.start, windowSeconds: 900,
      sum: 41, usual: 6, negative: 30, judged: 41, usualShare: 0.18, texts: 40)
    let alert = Alert(
      id: AlertID(rawValue: id), series: SeriesKey(brand: "acme"), kind: .volume, cause: .began,
      severity: severity,
      figures: AlertFigures(alarm, offsetSeconds: 0, baseline: SpikeDetector().baseline))
    try desk.decide { try $0.setAlert(alert) }
  }

  @Test func movesAndSeriousAlertsAreToldOnce() async throws {
    let desk = try desk(1)
    let ears = Ears()
    let service = telling(desk, ears)
    try move(desk, .watch)
    try raise(desk, 1, .severe)
    try await service.round(lease: lease(desk))
    #expect(ears.heard.withLock { $0.isEmpty })  // What was there before is no news.
    try move(desk, .incident)
    try raise(desk, 2, .medium)
    try raise(desk, 3, .high)
    for _ in 0..<3 { try await service.round(lease: lease(desk)) }
    #expect(ears.heard.withLock { $0 } == ["ana", "duty"])
    try move(desk, .crisis)
    try await service.round(lease: lease(desk))
    #expect(ears.heard.withLock { $0.last } == "chief, ana")
    let told = try desk.audit(after: 0, limit: 100).filter { $0.action == "tell" }
    #expect(
      told.map(\.detail)
        == ["level incident", "alert 3", "level crisis"].map {
          "sending -> sent: \($0)"
        })
  }

  @Test func aWayThatFailsIsTriedAgainAndThenSaid() async throws {
    let desk = try desk(1)
    let ears = Ears(failures: 2)
    let service = telling(desk, ears)
    try await service.round(lease: lease(desk))
    try move(desk, .incident)
    try await service.round(lease: lease(desk))
    #expect(ears.heard.withLock { $0.count } == 1)
    #expect(try desk.status(now: Self.start).tellProblem.isEmpty)
    ears.failures.withLock { $0 = 9 }
    try move(desk, .crisis)
    try await service.round(lease: lease(desk))
    #expect(try desk.status(now: Self.start).tellProblem == "line busy")
    #expect(
      try desk.audit(after: 0, limit: 100).contains {
        $0.detail == "sending -> refused: failed: line busy"
      })
    ears.failures.withLock { $0 = 0 }
    try await service.round(lease: lease(desk))
    #expect(ears.heard.withLock { $0.count } == 1)  // Told late is not told twice.
    try move(desk, .calm)
    try await service.round(lease: lease(desk))
    #expect(try desk.status(now: Self.start).tellProblem.isEmpty)
  }

  @Test func oldNewsIsNotTold() async throws {
    let desk = try desk(1)
    try await telling(desk, Ears()).round(lease: lease(desk))
    try move(desk, .crisis)
    let ears = Ears()
    try await telling(desk, ears, now: Self.start.adding(.hours(3)))
      .round(lease: lease(desk))
    #expect(ears.heard.withLock { $0.isEmpty })
  }
}
