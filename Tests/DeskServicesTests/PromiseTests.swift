import DeskCore
import DeskServices
import DeskTesting
import Testing

/// Promises of the gate and the pause that a person relies on.
@Suite struct PromiseTests {
  private func receipt(_ desk: TestDesk, _ scope: Pause.Scope) throws -> PauseReceipt? {
    guard case .paused(let receipt) = try desk.run(.pause(scope, reason: "")) else { return nil }
    return receipt
  }

  @Test(arguments: [(Pause.Scope.posts, OutgoingState.sent), (.everything, .held)])
  func oneMayDeleteOnesOwnPostDuringAPauseOfPosts(
    _ scope: Pause.Scope, _ state: OutgoingState
  ) async throws {
    let desk = TestDesk()
    let (delivery, _) = desk.delivery()
    let post = try desk.post(in: .seconds(1))
    desk.clock.advance(by: .seconds(1))
    try await delivery.drain()
    #expect(try desk.state(post.id) == .sent)
    _ = try receipt(desk, scope)
    let deletion = try desk.queued(.deleteSent(post.id))
    try await delivery.drain()
    #expect(try desk.state(deletion.id) == state)
  }

  @Test func theReceiptNamesWhatMayStillArrive() async throws {
    let desk = TestDesk(countdownSeconds: 0)
    let (delivery, _) = desk.delivery()
    let post = try desk.post(in: .seconds(1))
    desk.platform.answer(.vanishes)
    desk.clock.advance(by: .seconds(1))
    try await delivery.drain()
    #expect(try receipt(desk, .posts)?.inFlight == [post.id])
    desk.clock.advance(by: .seconds(5))
    try await delivery.drain()
    // It was looked for, is not there, and waits with the others.
    #expect(try desk.state(post.id) == .held)
    #expect(desk.platform.sent.count == 1)
  }

  @Test func whatThePlatformPutsOffIsHeldAtOnceByAPause() async throws {
    let desk = TestDesk()
    let (delivery, _) = desk.delivery()
    let post = try desk.post(in: .seconds(1))
    desk.platform.answer(.waitsAndFails(.rateLimited(until: desk.now.adding(.minutes(9)))))
    desk.clock.advance(by: .seconds(1))
    let sending = Task { try await delivery.drain() }
    #expect(await eventually { desk.platform.waitingCount == 1 })
    #expect(try receipt(desk, .posts)?.inFlight == [post.id])
    desk.platform.letGo()
    _ = try await sending.value
    #expect(try desk.state(post.id) == .held)
  }

  @Test func anAnswerLeftOverFromLongAgoIsAskedAbout() async throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    let answer = try desk.reply(id, "We are on it.")
    desk.clock.advance(by: .hours(9))
    let (delivery, _) = desk.delivery()
    try await delivery.drain()
    #expect(try desk.state(answer.id) == .missed)
    #expect(desk.platform.sent.isEmpty)
    try desk.run(.recall(answer.id))
    #expect(try desk.desk.draft(of: id, seat: desk.ana)?.text == "We are on it.")
    let soon = try desk.reply(id, "Once more")
    desk.clock.advance(by: .minutes(10))
    try await delivery.drain()
    #expect(try desk.state(soon.id) == .sent)
  }

  @Test func aMissedPostNeedsAVerdictEvenWhenItsTimeIsYetToCome() throws {
    let desk = TestDesk()
    let post = try desk.post(in: .hours(1))
    try desk.force(post.id, .missed)
    _ = try receipt(desk, .posts)
    #expect(try desk.refusal(.resume(reason: "r", verdicts: [:])) == .verdictsNeeded([post.id]))
  }

  @Test func aProcessThatStoodStillDoesNotSend() async throws {
    let desk = TestDesk(countdownSeconds: 0)
    let item = try desk.reply(try desk.bring(desk.incoming("1"))[0])
    // The clock jumps between admission and sending, as it does for a stopped process.
    let jumps = Countdown(1)
    let (clock, due) = (desk.clock, desk.now)
    let stalling = DeskClock(
      now: {
        let sending = (try? desk.state(item.id)) == .sending
        if sending, jumps.takeOne() { clock.advance(by: .seconds(40)) }
        return clock.now()
      }, sleepUntil: { try await clock.sleep(until: $0) })
    let delivery = DeliveryService(
      connectors: [desk.platform], lease: ServiceLease(store: desk.desk, holder: "one"),
      clock: stalling)
    try await delivery.drain()
    #expect(desk.now > due.adding(.seconds(30)))
    #expect(desk.platform.sent.count <= 1)
    #expect(try desk.actions().contains("unknown"))
  }

  @Test func aLateAnswerSpeaksOnlyOfItsOwnAttempt() async throws {
    let desk = TestDesk(countdownSeconds: 0)
    let (first, _) = desk.delivery("one")
    let (second, _) = desk.delivery("two")
    let item = try desk.reply(try desk.bring(desk.incoming("1"))[0])
    desk.platform.answer(.waitsAndFails(.rejected(code: 422, detail: "no")), .arrivesSilently)
    let sending = Task { try await first.drain() }
    #expect(await eventually { desk.platform.waitingCount == 1 })
    desk.clock.advance(by: ServiceLease.length)
    try await second.drain()
    #expect(try desk.item(item.id)?.attempts == 2)
    desk.platform.letGo()
    _ = try await sending.value
    #expect(try desk.state(item.id) == .unknown)
    desk.clock.advance(by: .seconds(30))
    try await second.drain()
    #expect(try desk.state(item.id) == .sent)
    #expect(desk.platform.arrivedCount == 1)
  }

  @Test func whatArrivedAfterItWasDroppedIsInTheAudit() async throws {
    let desk = TestDesk(countdownSeconds: 0)
    let (delivery, _) = desk.delivery()
    let item = try desk.reply(try desk.bring(desk.incoming("1"))[0])
    desk.platform.answer(.waits)
    let sending = Task { try await delivery.drain() }
    #expect(await eventually { desk.platform.waitingCount == 1 })
    try desk.force(item.id, .unknown)
    try desk.desk.decide { tx in
      guard var item = try tx.item(item.id) else { return }
      for state in [OutgoingState.queued, .dropped] {
        item = try tx.move(item, to: state, "test", seat: .desk, at: desk.now)
      }
    }
    desk.platform.letGo()
    _ = try await sending.value
    #expect(try desk.state(item.id) == .dropped)
    let last = try desk.desk.audit(after: 0, limit: 100).last
    #expect(last?.action == "sent" && last?.detail.contains("dropped") == true)
  }

  @Test func whatIsShownIsCountedFrozenAndSentAlike() async throws {
    let platform = FakeConnector(
      "main", capabilities: Capabilities(rawValue: 0x7ff),
      ruler: TextRuler(limit: 40, linkLength: 23, foldsRemoteHandles: true))
    let desk = TestDesk(countdownSeconds: 0, accounts: [platform])
    let ids = try desk.bring(desk.incoming("1"), desk.incoming("2"), desk.incoming("3"))
    let addressing = Addressing(recipient: "cara@example.social", by: platform.capabilities)
    let typed = "sorry, @bo and @cy@other.example"
    let direct = try desk.queued(.reply(ids[0], text: typed, isDirect: true, seenVersion: 1))
    #expect(direct.content.text == addressing.text(typed))
    #expect(direct.content.text == "@cara@example.social sorry, @bo and @cy@other.example")
    #expect(
      try desk.desk.audit(after: 0, limit: 9).last?.detail.contains(direct.content.text) == true)
    let delivery = DeliveryService(
      connectors: [platform], lease: ServiceLease(store: desk.desk, holder: "one"),
      clock: desk.deskClock)
    try await delivery.drain()
    #expect(platform.sent.map(\.content.text) == [direct.content.text])
    // "@cara " takes 6 of the 40.
    let fits = String(repeating: "x", count: 34)
    #expect(
      try desk.refusal(.reply(ids[1], text: fits + "x", isDirect: false, seenVersion: 1))
        == .tooLong(count: 41, limit: 40))
    #expect(
      try desk.refusal(.reply(ids[1], text: fits, isDirect: false, seenVersion: 1)) == nil)
    #expect(
      try desk.refusal(
        .reply(ids[2], text: "@cara@example.social \n", isDirect: false, seenVersion: 1))
        == .emptyText)
  }
}
