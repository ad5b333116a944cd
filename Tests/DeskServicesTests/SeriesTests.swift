import DeskCore
import DeskServices
import DeskTesting
import Testing

/// Repeated posts, and what a night's sleep does to the schedule.
@Suite struct SeriesTests {
  private func keep(_ desk: TestDesk) throws -> ScheduleKeeper.Round {
    let lease = ServiceLease(store: desk.desk, holder: "one")
    let round = try ScheduleKeeper(lease: lease, clock: desk.deskClock).round()
    return try #require(round)
  }

  /// A post every day at this time, beginning in an hour.
  private func daily(_ desk: TestDesk, _ end: RepeatRule.End = .never) throws -> OutgoingItem {
    let due = desk.now.adding(.hours(1))
    let time = CivilTime(due)
    var post = PlannedPost(account: desk.mainAccount, text: "Good morning", dueAt: due, tag: "#AM")
    post.repeats = RepeatRule(.daily, minute: time.hour * 60 + time.minute, end: end)
    post.dueAt = ZoneClock.utc.place(CivilDay(time), minute: post.repeats?.minute ?? 0).at
    guard case .scheduled(let items) = try desk.run(.schedulePosts([post])) else {
      throw MemoryDesk.Fault()
    }
    return try #require(items.first)
  }

  @Test func theNextComesWhenTheOneBeforeHasLeft() async throws {
    let desk = TestDesk()
    let first = try daily(desk, .count(2))
    #expect(try keep(desk).repeated.isEmpty)
    desk.clock.advance(by: .hours(1))
    let (delivery, _) = desk.delivery()
    try await delivery.drain()
    #expect(try desk.state(first.id) == .sent)
    let second = try #require(try keep(desk).repeated.first)
    #expect(try desk.item(second)?.dueAt == first.dueAt.adding(.days(1)))
    #expect(try desk.item(second)?.content == first.content)
    #expect(first.content.tag == "am")
    #expect(try keep(desk).repeated.isEmpty)
    try desk.run(.dropPost(second))
    #expect(try keep(desk).repeated.isEmpty)
    #expect(try desk.desk.series().isEmpty, "two were asked for")
  }

  @Test func whatIsHeldIsNotOvertaken() throws {
    let desk = TestDesk()
    let first = try daily(desk)
    try desk.run(.pause(.posts, reason: "r"))
    desk.clock.advance(by: .days(3))
    #expect(try keep(desk).repeated.isEmpty)
    try desk.run(.resume(reason: "r", verdicts: [first.id: .drop]))
    let next = try #require(try keep(desk).repeated.first)
    #expect(try desk.item(next)?.dueAt == first.dueAt.adding(.days(3)))
  }

  @Test func aNewOccurrenceIsHeldByAPause() throws {
    let desk = TestDesk()
    let first = try daily(desk)
    try desk.run(.dropPost(first.id))
    try desk.run(.pause(.posts, over: .tag("am"), reason: "r"))
    let next = try #require(try keep(desk).repeated.first)
    #expect(try desk.state(next) == .held)
  }

  @Test func endingASeriesDropsWhatWaits() throws {
    let desk = TestDesk()
    let first = try daily(desk)
    let series = try #require(first.content.series)
    #expect(try desk.refusal(.endSeries(series), as: Seat("tom")) != nil)
    try desk.run(.endSeries(series))
    #expect(try desk.state(first.id) == .dropped)
    #expect(try desk.refusal(.endSeries(series)) == .noSeries(series))
    #expect(try keep(desk).repeated.isEmpty)
  }

  @Test func anUnknownZoneIsRefusedAndNothingOfTheLotIsStored() throws {
    let desk = TestDesk()
    let later = desk.now.adding(.hours(3))
    let good = PlannedPost(account: desk.mainAccount, text: "a", dueAt: later)
    var bad = PlannedPost(account: desk.mainAccount, text: "b", dueAt: later, zone: "Mars/Base")
    bad.repeats = RepeatRule(.daily, minute: 0)
    #expect(try desk.refusal(.schedulePosts([good, bad])) == .noZone("Mars/Base"))
    #expect(try desk.desk.posts(from: desk.now, to: later.adding(.days(1)), limit: 9).isEmpty)
  }

  /// The laptop was shut for nine hours: nothing leaves by itself, every post is asked about once, and
  /// what was to be repeated meanwhile goes on with its next time.
  @Test func afterNineHoursOfSleepNothingLeavesByItself() async throws {
    let desk = TestDesk()
    let series = try daily(desk)
    let posts = try [1, 4, 8].map { try desk.post(in: .hours($0), "Post \($0)") }
    let future = try desk.post(in: .hours(12), "Tomorrow")
    let mention = try desk.bring(desk.incoming("1"))[0]
    let answer = try desk.reply(mention)
    desk.clock.advance(by: .hours(9))
    // Delivery may look before the keeper does: the gate stands in the way of both.
    let (delivery, _) = desk.delivery()
    try await delivery.drain()
    let round = try keep(desk)
    try await delivery.drain()
    #expect(desk.platform.sent.isEmpty)
    for id in posts.map(\.id) + [series.id, answer.id] { #expect(try desk.state(id) == .missed) }
    #expect(try desk.state(future.id) == .queued)
    #expect(round.repeated.count == 1)
    #expect(try desk.item(round.repeated[0])?.dueAt == series.dueAt.adding(.days(1)))
    #expect(try desk.actions().count { $0 == "gate: miss" } == 5)
    // A person's word is what lets one leave.
    try desk.run(.reschedule(posts[0].id, dueAt: desk.now.adding(.minutes(1))))
    desk.clock.advance(by: .minutes(1))
    try await delivery.drain()
    #expect(desk.platform.sent.map(\.id) == [posts[0].id])
  }

  /// A clock that is set back must not send again, nor hold back what a person decided.
  @Test func aClockSetBackSendsNothingTwice() async throws {
    let desk = TestDesk()
    let post = try desk.post(in: .minutes(5))
    desk.clock.advance(by: .minutes(5))
    let (delivery, _) = desk.delivery()
    try await delivery.drain()
    desk.clock.advance(by: .hours(-1))
    _ = try? keep(desk)
    try await delivery.drain()
    desk.clock.advance(by: .hours(1))
    try await delivery.drain()
    #expect(desk.platform.sent.map(\.id) == [post.id])
  }
}
