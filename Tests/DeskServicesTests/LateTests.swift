import DeskCore
import DeskServices
import DeskTesting
import Testing

/// Who is told that somebody waits too long, and how often.
@Suite struct LateTests {
  func service(_ desk: TestDesk) -> LateService {
    LateService(store: desk.desk, brand: "acme", offset: { _ in 0 }, clock: desk.deskClock)
  }

  func alerts(_ desk: TestDesk) throws -> [Alert] { try desk.desk.alerts(since: .init(seconds: 0)) }

  @Test func fourHundredAreToldOfTwiceAndInTwoAlerts() throws {
    let desk = TestDesk()
    for index in 0..<400 { try desk.bring(desk.incoming("\(index)")) }
    let first = try #require(try desk.desk.mention(MentionID(rawValue: 1)))
    let target = first.dueAt.since(first.seenAt).minutes
    let service = service(desk)
    try service.round()
    #expect(try alerts(desk).isEmpty)
    desk.clock.advance(by: .minutes(target * 8 / 10))
    for _ in 0..<3 { try service.round() }
    #expect(try alerts(desk).map(\.kind) == [.soonLate])
    #expect(try alerts(desk).first?.figures.late?.count == 400)
    desk.clock.advance(by: .minutes(target - target * 8 / 10))
    for _ in 0..<3 { try service.round() }
    desk.clock.advance(by: .minutes(11))
    for _ in 0..<3 { try service.round() }
    #expect(try alerts(desk).map(\.kind) == [.soonLate, .late])
    #expect(try desk.desk.status(now: desk.now).alerts == 2)
  }

  @Test func whatIsAnsweredOrStandsIsNotToldOf() throws {
    let desk = TestDesk()
    let ids = try desk.bring(desk.incoming("1"), desk.incoming("2"), desk.incoming("3"))
    try desk.run(.judge([ids[0]], .noAction, note: ""))
    try desk.run(.wait([ids[1]], .askedThem))
    let due = try #require(try desk.desk.mention(ids[2])?.dueAt)
    desk.clock.advance(by: due.since(desk.now))
    try service(desk).round()
    #expect(try alerts(desk).map { $0.figures.late?.count } == [1])
    #expect(try alerts(desk).first?.figures.late?.mention == ids[2])
  }

  @Test func alertsOfClocksAreSeenAndSnoozedLikeOthers() throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    let due = try #require(try desk.desk.mention(id)?.dueAt)
    desk.clock.advance(by: due.since(desk.now))
    try service(desk).round()
    let alert = try #require(try alerts(desk).first)
    try desk.run(.acknowledge(alert.id))
    #expect(try desk.desk.status(now: desk.now).alerts == 0)
  }

  @Test func claimsOfThoseWhoLeftReturnAfterAGrace() throws {
    let desk = TestDesk()
    let ids = try desk.bring(desk.incoming("1"), desk.incoming("2"))
    let start = desk.now
    let zone = ZoneClock.utc
    let end = zone.civil(start.adding(.minutes(3)))
    func clock(_ time: CivilTime) -> String { time.clockText }
    let block = "\(clock(zone.civil(start.adding(.hours(-2)))))-\(clock(end))"
    let roster = Roster(
      [
        ShiftRule(
          seat: desk.ana, days: Set(Weekday.allCases),
          blocks: [ShiftRule.Block(block)].compactMap(\.self))
      ])
    let keeper = ScheduleKeeper(
      lease: ServiceLease(store: desk.desk, holder: "me"), clock: desk.deskClock, roster: roster)
    try desk.run(.claim(ids[0]))
    try desk.run(.claim(ids[1]), as: desk.ben)
    for _ in 0..<7 {
      desk.clock.advance(by: .minutes(1))
      try desk.run(.renew(ids[0]))
      try desk.run(.renew(ids[1]), as: desk.ben)
      #expect(try keeper.round()?.returned.isEmpty == true)
    }
    desk.clock.advance(by: .minutes(1))
    try desk.run(.renew(ids[1]), as: desk.ben)
    try desk.run(.renew(ids[0]))
    desk.clock.advance(by: .minutes(1))
    #expect(try keeper.round()?.returned.map(\.seat) == [desk.ana])
    #expect(try desk.desk.mention(ids[0])?.claim == nil)
    #expect(try desk.desk.mention(ids[1])?.claim?.seat == desk.ben, "ben has no shifts")
    #expect(try desk.desk.audit(after: 0, limit: 99).contains { $0.action == "return-claim" })
    try desk.run(.claim(ids[0]))
    #expect(try keeper.round()?.returned.isEmpty == true, "what is taken after the shift stays")
  }
}
