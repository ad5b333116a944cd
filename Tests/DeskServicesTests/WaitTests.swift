import DeskCore
import DeskServices
import DeskTesting
import Testing

/// We wait for them: commands, undo, and what takes it back by itself.
@Suite struct WaitTests {
  @Test func theClockStandsWhileWeWaitAndGoesOnWhenAsked() throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    let due = try #require(try desk.desk.mention(id)?.dueAt)
    desk.clock.advance(by: .minutes(10))
    guard case .done(let undo) = try desk.run(.wait([id], .askedThem)) else { return }
    #expect(undo == [.goOn([id])])
    #expect(try desk.desk.mention(id)?.hold?.reason == .askedThem)
    #expect(try desk.desk.mention(id)?.dueAt == .never)
    desk.clock.advance(by: .minutes(30))
    guard case .done(let again) = try desk.run(.goOn([id])) else { return }
    #expect(again == [.wait([id], .askedThem)])
    #expect(try desk.desk.mention(id)?.dueAt == due.adding(.minutes(30)))
    #expect(
      try desk.desk.audit(after: 0, limit: 9).map(\.action).suffix(2) == ["wait", "go-on"])
  }

  @Test func allThatOnePersonWroteThereWaitsTogether() throws {
    let desk = TestDesk()
    let ids = try desk.bring(desk.incoming("1"), desk.incoming("2", replyTo: "1"))
    try desk.run(.wait([ids[1]], .theyAskedToWait))
    #expect(try ids.allSatisfy { try desk.desk.mention($0)?.hold?.reason == .theyAskedToWait })
  }

  @Test func nobodyWaitsForWhatIsNotInTheQueueOrSomebodyElsesToAnswer() throws {
    let desk = TestDesk()
    let ids = try desk.bring(desk.incoming("1"), desk.incoming("2"))
    try desk.run(.judge([ids[0]], .noAction, note: ""))
    #expect(try desk.refusal(.wait(ids, .askedThem)) == .state(ids[0], .noAction))
    #expect(try desk.desk.mention(ids[1])?.hold == nil)
    try desk.run(.claim(ids[1]), as: desk.ben)
    guard case .claimed = try desk.refusal(.wait([ids[1]], .askedThem)) else {
      Issue.record("somebody else's claim does not count")
      return
    }
  }

  @Test func undoOfAVerdictWaitsAgain() throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    try desk.run(.wait([id], .movedToPrivate))
    guard case .done(let undo) = try desk.run(.judge([id], .troll, note: "")) else { return }
    #expect(try desk.desk.mention(id)?.hold == nil)
    try desk.handler.execute(all: undo, as: desk.ana, at: desk.now)
    #expect(try desk.desk.mention(id)?.hold?.reason == .movedToPrivate)
  }

  @Test func snoozingHoldsTheClockAndWakingLetsItGoOn() throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    let due = try #require(try desk.desk.mention(id)?.dueAt)
    try desk.run(.snooze([id], until: desk.now.adding(.hours(3))))
    #expect(try desk.desk.mention(id)?.hold?.reason == .snoozed)
    desk.clock.advance(by: .hours(3))
    let lease = ServiceLease(store: desk.desk, holder: "me")
    #expect(try ScheduleKeeper(lease: lease, clock: desk.deskClock).round()?.woken == [id])
    #expect(try desk.desk.reclockChanged(limit: 9, by: ServiceLevels()) == 1)
    #expect(try desk.desk.mention(id)?.dueAt == due.adding(.hours(3)))
  }
}
