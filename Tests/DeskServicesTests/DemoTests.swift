import DeskCore
import DeskServices
import DeskTesting
import Testing

@Suite struct DemoTests {
  /// Plays the demo on a clock moved by hand, in steps of five seconds.
  func play(_ desk: TestDesk, _ demo: DemoConnector, steps: Int) async throws {
    let judge = MentionJudge(reader: FlatReader(), replayed: [DemoConnector.demoAccount])
    let intake = IntakeService(store: desk.desk, judge: judge, clock: desk.deskClock)
    let cursor = try desk.desk.cursor(for: DemoConnector.demoAccount)
    let running = Task {
      try await demo.run(from: cursor) { signal in try await intake.take(signal) }
    }
    for _ in 0..<steps {
      #expect(await eventually { desk.clock.sleeperCount == 1 })
      desk.clock.advance(by: .seconds(5))
    }
    #expect(await eventually { desk.clock.sleeperCount == 1 })
    running.cancel()
    _ = try? await running.value
  }

  @Test func thePastComesAtOnceWithItsTimesAndTheRestInItsTime() async throws {
    let desk = TestDesk()
    let start = desk.now
    let demo = DemoConnector(clock: desk.deskClock)
    try await play(desk, demo, steps: 0)
    let past = DemoScript.embedded.mentions.filter { $0.offset <= 0 }
    #expect(try desk.desk.status(now: desk.now).total == past.count)
    let first = try desk.desk.mention(MentionID(rawValue: 1))
    #expect((first?.seenAt ?? start) < start)
    #expect(first?.seenAt == first?.incoming.createdAt)
    try await play(desk, demo, steps: 24)
    let twoMinutes = DemoScript.embedded.mentions.filter { $0.offset <= 120 }
    #expect(try desk.desk.status(now: desk.now).total == twoMinutes.count)
  }

  @Test func anInterruptedDemoGoesOnAndEndsWhole() async throws {
    let desk = TestDesk()
    let demo = DemoConnector(speed: 8, clock: desk.deskClock)
    try await play(desk, demo, steps: 10)
    try await play(desk, demo, steps: 40)
    let status = try desk.desk.status(now: desk.now)
    #expect(status.total == DemoScript.embedded.mentions.count)
    let page = try desk.desk.stream(MentionFilter(), before: nil, limit: 10_000)
    #expect(page.mentions.count { $0.state == .withdrawn } == 1)
    #expect(page.mentions.count { $0.editedAt != nil } == 1)
    #expect(page.mentions.contains { $0.conversation.rawValue != $0.id.rawValue })
  }

  @Test func itsPostsAreScheduledOnce() throws {
    let desk = TestDesk(accounts: [DemoConnector()])
    let service = DemoService()
    let count = try service.schedulePosts(
      handler: desk.handler, intake: desk.desk, as: desk.ana, at: desk.now)
    #expect(count > 0)
    #expect(try desk.desk.posts(now: desk.now, limit: 100).count == count)
    _ = try desk.desk.store(
      IntakeBatch(
        account: DemoConnector.demoAccount, events: [], cursor: Cursor(parts: ["next": "0"]),
        at: desk.now))
    #expect(
      try service.schedulePosts(
        handler: desk.handler, intake: desk.desk, as: desk.ana, at: desk.now) == 0)
  }

  @Test func itPretendsToSendAndSometimesRefuses() async throws {
    let still = DeskClock(now: { Timestamp(seconds: 1) }, sleepUntil: { _ in })
    let demo = DemoConnector(clock: still)
    let desk = TestDesk(countdownSeconds: 0, accounts: [demo])
    let delivery = DeliveryService(
      connectors: [demo], lease: ServiceLease(store: desk.desk, holder: "d"),
      clock: desk.deskClock)
    var items: [OutgoingItem] = []
    for number in 0..<12 {
      let id = try desk.bring(desk.incoming("\(number)", account: "demo"))[0]
      items.append(try desk.reply(id))
      try await delivery.drain()
    }
    let states = try items.map { try desk.state($0.id) }
    #expect(states.count { $0 == .refused } == 1)
    #expect(states.count { $0 == .unknown } == 1)
    #expect(states.count { $0 == .sent } == 10)
  }
}
