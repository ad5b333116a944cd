import DeskCore
import DeskServices
import DeskTesting
import Testing

@Suite struct DeliveryTests {
  @Test func anAnswerLeavesWhenItsCountdownEndsAndTheMentionIsAnswered() async throws {
    let desk = TestDesk()
    let (delivery, _) = desk.delivery()
    let id = try desk.bring(desk.incoming("1"))[0]
    try desk.run(.claim(id))
    let item = try desk.reply(id)
    #expect(try await delivery.drain() == item.dueAt)
    #expect(desk.platform.sent.isEmpty)
    desk.clock.advance(by: .seconds(10))
    try await delivery.drain()
    #expect(desk.platform.sent.map(\.key) == [item.key])
    let sent = try desk.item(item.id)
    #expect(sent?.state == .sent)
    #expect(sent?.sentNative == "sent-1")
    #expect(try desk.state(id) == .answered)
    #expect(try desk.desk.mention(id)?.claim == nil)
    #expect(try desk.actions() == ["claim", "reply", "gate: admit", "sent"])
  }

  @Test(arguments: [
    ConnectorError.unauthorized("no"), .forbidden("no"), .rejected(code: 422, detail: "no"),
    .missing("gone"), .unsupported("no"),
  ])
  func aRefusalPutsTheMentionBack(_ error: ConnectorError) async throws {
    let desk = TestDesk(countdownSeconds: 0)
    let (delivery, _) = desk.delivery()
    let id = try desk.bring(desk.incoming("1"))[0]
    let item = try desk.reply(id)
    try desk.run(.snooze([id], until: desk.now.adding(.hours(1))))
    desk.platform.answer(.fails(error))
    try await delivery.drain()
    #expect(try desk.state(item.id) == .refused)
    #expect(try desk.item(item.id)?.detail.isEmpty == false)
    #expect(try desk.state(id) == .open)
  }

  @Test func toldToWaitItWaits() async throws {
    let desk = TestDesk(countdownSeconds: 0)
    let (delivery, _) = desk.delivery()
    let item = try desk.reply(try desk.bring(desk.incoming("1"))[0])
    let until = desk.now.adding(.minutes(5))
    desk.platform.answer(.fails(.rateLimited(until: until)))
    #expect(try await delivery.drain() == until)
    #expect(try desk.state(item.id) == .queued)
    desk.clock.advance(by: .minutes(5))
    try await delivery.drain()
    #expect(try desk.state(item.id) == .sent)
    #expect(try desk.item(item.id)?.attempts == 2)
    #expect(Set(desk.platform.sent.map(\.key)).count == 1)
  }

  @Test(arguments: [true, false])
  func theUnknownIsLookedForAndNeverSentBlindly(_ arrived: Bool) async throws {
    let desk = TestDesk(countdownSeconds: 0)
    let (delivery, _) = desk.delivery()
    let item = try desk.reply(try desk.bring(desk.incoming("1"))[0])
    desk.platform.answer(arrived ? .arrivesSilently : .vanishes)
    try await delivery.drain()
    #expect(try desk.state(item.id) == .unknown)
    #expect(desk.platform.findCount == 0)
    desk.clock.advance(by: .seconds(5))
    try await delivery.drain()
    #expect(try desk.state(item.id) == .sent)
    #expect(desk.platform.arrivedCount == 1)
    #expect(desk.platform.sent.count == (arrived ? 1 : 2))
  }

  @Test(arguments: [ConnectorError.unavailable("cut"), .malformed("html")])
  func anOutageLeavesItUnknown(_ error: ConnectorError) async throws {
    let desk = TestDesk(countdownSeconds: 0)
    let (delivery, _) = desk.delivery()
    let item = try desk.reply(try desk.bring(desk.incoming("1"))[0])
    desk.platform.answer(.fails(error))
    try await delivery.drain()
    #expect(try desk.state(item.id) == .unknown)
    desk.platform.find(fails: .unavailable("still"), .unavailable("still"))
    desk.clock.advance(by: .seconds(5))
    let next = try await delivery.drain()
    #expect(next == desk.now.adding(.seconds(10)))
    desk.clock.advance(by: .seconds(10))
    try await delivery.drain()
    desk.clock.advance(by: .seconds(20))
    try await delivery.drain()
    #expect(try desk.state(item.id) == .sent)
  }

  @Test func whatNobodyCanTellStaysForAPerson() async throws {
    let desk = TestDesk(countdownSeconds: 0)
    let (delivery, _) = desk.delivery()
    let item = try desk.reply(try desk.bring(desk.incoming("1"))[0])
    desk.platform.answer(.vanishes)
    desk.platform.find(says: nil)
    try await delivery.drain()
    desk.clock.advance(by: .seconds(5))
    // It may not be able to tell yet: it is asked again for a while, and then nobody asks.
    #expect(try await delivery.drain() == desk.now.adding(.seconds(10)))
    desk.clock.advance(by: .hours(5))
    #expect(try await delivery.drain() == nil)
    desk.clock.advance(by: .hours(5))
    try await delivery.drain()
    #expect(try desk.state(item.id) == .unknown)
    #expect(desk.platform.findCount == 2)
  }

  @Test func aLostPostThatIsLateIsMissedAndNotSent() async throws {
    let desk = TestDesk()
    let (delivery, _) = desk.delivery()
    let post = try desk.post(in: .minutes(1))
    desk.platform.answer(.vanishes)
    desk.platform.find(fails: .unavailable("down"))
    desk.clock.advance(by: .minutes(1))
    try await delivery.drain()
    desk.clock.advance(by: .seconds(5))
    try await delivery.drain()
    desk.clock.advance(by: .minutes(10))
    try await delivery.drain()
    #expect(try desk.state(post.id) == .missed)
    #expect(desk.platform.sent.count == 1)
  }

  @Test func aCrashWhileSendingIsLookedAfter() async throws {
    let desk = TestDesk(countdownSeconds: 0)
    let item = try desk.reply(try desk.bring(desk.incoming("1"))[0])
    // What a process that died between admission and answer leaves behind.
    try desk.desk.decide { _ = try $0.passGate(item.id, now: desk.now) }
    #expect(try desk.state(item.id) == .sending)
    let (delivery, _) = desk.delivery("next")
    try await delivery.drain()
    #expect(try desk.state(item.id) == .unknown)
    #expect(desk.platform.sent.isEmpty)
    desk.clock.advance(by: .seconds(5))
    try await delivery.drain()
    #expect(try desk.state(item.id) == .sent)
    #expect(desk.platform.sent.count == 1)
  }

  @Test func ofTwoProcessesOneDelivers() async throws {
    let desk = TestDesk(countdownSeconds: 0)
    let (first, firstLease) = desk.delivery("one")
    let (second, secondLease) = desk.delivery("two")
    try await first.drain()
    let item = try desk.reply(try desk.bring(desk.incoming("1"))[0])
    #expect(try await second.drain() == desk.now.adding(ServiceLease.rhythm))
    #expect(desk.platform.sent.isEmpty)
    #expect(try !secondLease.renew(at: desk.now))
    desk.clock.advance(by: ServiceLease.length)
    try await second.drain()
    #expect(try desk.state(item.id) == .sent)
    #expect(secondLease.holds(at: desk.now))
    #expect(try !firstLease.renew(at: desk.now))
    try secondLease.giveUp(at: desk.now)
    #expect(try firstLease.renew(at: desk.now))
  }

  @Test func aPauseNamesWhatIsInFlightAndItsAnswerIsStillStored() async throws {
    let desk = TestDesk()
    let (delivery, _) = desk.delivery()
    let post = try desk.post(in: .seconds(1))
    let next = try desk.post(in: .seconds(2))
    desk.clock.advance(by: .seconds(2))
    desk.platform.answer(.waits)
    async let drained = delivery.drain()
    #expect(await eventually { desk.platform.waitingCount == 1 })
    guard case .paused(let receipt) = try desk.run(.pause(.posts, reason: "")) else { return }
    #expect(receipt.inFlight == [post.id])
    #expect(receipt.held == [next.id])
    desk.platform.letGo()
    _ = try await drained
    #expect(try desk.state(post.id) == .sent)
    #expect(try desk.state(next.id) == .held)
    #expect(desk.platform.sent.map(\.id) == [post.id])
  }

  @Test func aStalledProcessThatLostItsLeaseStillSaysWhatItSent() async throws {
    let desk = TestDesk(countdownSeconds: 0)
    let (first, _) = desk.delivery("one")
    let (second, _) = desk.delivery("two")
    let item = try desk.reply(try desk.bring(desk.incoming("1"))[0])
    desk.platform.answer(.waits)
    async let drained = first.drain()
    #expect(await eventually { desk.platform.waitingCount == 1 })
    desk.clock.advance(by: ServiceLease.length)
    desk.platform.find(fails: .unavailable("down"))
    try await second.drain()
    #expect(try desk.state(item.id) == .unknown)
    desk.platform.letGo()
    _ = try await drained
    #expect(try desk.state(item.id) == .sent)
    #expect(desk.platform.sent.count == 1)
  }

  @Test func nothingLeavesWhilePausedWhateverHappens() async throws {
    var random = SeededRandom(seed: 7)
    for _ in 0..<40 {
      let desk = TestDesk(countdownSeconds: 0)
      let (delivery, _) = desk.delivery()
      var isPaused = false
      for step in 0..<40 {
        let before = desk.platform.sent.count
        switch Int.random(in: 0..<6, using: &random) {
        case 0: _ = try desk.post(in: .seconds(Int64.random(in: 1..<200, using: &random)))
        case 1: _ = try desk.reply(try desk.bring(desk.incoming("\(step)"))[0])
        case 2:
          try desk.run(.pause(.everything, reason: ""))
          isPaused = true
        case 3:
          if case .verdictsNeeded(let ids) = try desk.refusal(.resume(reason: "r", verdicts: [:])) {
            try desk.run(
              .resume(
                reason: "r", verdicts: Dictionary(uniqueKeysWithValues: ids.map { ($0, .drop) })))
          }
          isPaused = false
        case 4:
          desk.platform.answer(
            [.works, .vanishes, .arrivesSilently, .fails(.unavailable("x"))].randomElement(
              using: &random) ?? .works)
        default: desk.clock.advance(by: .seconds(Int64.random(in: 1..<90, using: &random)))
        }
        try await delivery.drain()
        if isPaused { #expect(desk.platform.sent.count == before) }
      }
      // Nothing arrived twice: every key that arrived is of one sent item at most.
      let keys = desk.platform.sent.map(\.key)
      #expect(desk.platform.arrivedCount <= Set(keys).count)
      var chain = AuditChain()
      for entry in try desk.desk.audit(after: 0, limit: 100_000) { chain.read(entry) }
      chain.finish(expected: try desk.desk.auditLength())
      #expect(chain.firstBreak == nil)
    }
  }

  @Test func latePostsAreMissedAndTheSnoozedWake() async throws {
    let desk = TestDesk()
    let post = try desk.post(in: .minutes(1))
    let onTime = try desk.post(in: .minutes(9))
    let id = try desk.bring(desk.incoming("1"))[0]
    try desk.run(.snooze([id], until: desk.now.adding(.minutes(5))))
    let lease = ServiceLease(store: desk.desk, holder: "one")
    let keeper = ScheduleKeeper(lease: lease, clock: desk.deskClock)
    let first = try keeper.round()
    #expect(first?.woken == [] && first?.missed == [])
    desk.clock.advance(by: .minutes(10))
    let round = try keeper.round()
    #expect(round?.woken == [id])
    #expect(round?.missed == [post.id])
    #expect(try desk.state(id) == .open)
    #expect(try desk.state(onTime.id) == .queued)
    let other = ScheduleKeeper(
      lease: ServiceLease(store: desk.desk, holder: "two"), clock: desk.deskClock)
    #expect(try other.round() == nil)
  }

  @Test func theRunningServiceWakesForWhatIsQueued() async throws {
    let desk = TestDesk(countdownSeconds: 0)
    let (delivery, _) = desk.delivery()
    let bell = Doorbell()
    let running = Task { try await delivery.run(bell: bell) }
    let item = try desk.reply(try desk.bring(desk.incoming("1"))[0])
    bell.ring()
    #expect(try await eventually { try desk.state(item.id) == .sent })
    running.cancel()
    _ = try? await running.value
  }
}
