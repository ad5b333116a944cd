import DeskCore
import DeskServices
import DeskTesting
import Synchronization
import Testing

/// A clock that jumps to whatever is waited for, and at its end stops whoever waits.
final class JumpingClock: Sendable {
  private let state: Mutex<(now: Timestamp, end: Timestamp)>

  init(_ now: Timestamp) { state = Mutex((now, now)) }

  var now: Timestamp { state.withLock { $0.now } }

  func runs(for span: Span) { state.withLock { $0.end = $0.now.adding(span) } }

  var clock: DeskClock {
    DeskClock(
      now: { self.now },
      sleepUntil: { until in
        try self.state.withLock { state in
          guard until <= state.end else {
            state.now = state.end
            throw CancellationError()
          }
          state.now = max(state.now, until)
        }
      })
  }
}

/// One demo desk a test; nothing waits for real time, so that no test can disturb another.
struct DemoDesk {
  let desk = MemoryDesk()
  let time = JumpingClock(Timestamp(seconds: 1_770_000_000))

  /// Plays the demo for a span of the desk's time, from where it stood.
  func play(for span: Span, speed: Double = 1) async throws {
    time.runs(for: span)
    let judge = MentionJudge(reader: FlatReader(), replayed: [DemoConnector.demoAccount])
    let intake = IntakeService(store: desk, judge: judge, clock: time.clock)
    let demo = DemoConnector(speed: speed, clock: time.clock)
    try await demo.run(from: try desk.cursor(for: DemoConnector.demoAccount)) { signal in
      try await intake.take(signal)
    }
  }

  func total() throws -> Int { try desk.status(now: time.now).total }
}

@Suite struct DemoTests {
  @Test func thePastComesAtOnceWithItsTimesAndTheRestInItsTime() async throws {
    let demo = DemoDesk()
    let start = demo.time.now
    try await demo.play(for: .seconds(0))
    #expect(try demo.total() == DemoScript.embedded.mentions.count { $0.offset <= 0 })
    let first = try demo.desk.mention(MentionID(rawValue: 1))
    #expect((first?.seenAt ?? start) < start)
    #expect(first?.seenAt == first?.incoming.createdAt)
    try await demo.play(for: .minutes(2))
    #expect(try demo.total() == DemoScript.embedded.mentions.count { $0.offset <= 120 })
  }

  @Test func anInterruptedDemoGoesOnAndEndsWhole() async throws {
    let demo = DemoDesk()
    try await demo.play(for: .seconds(50), speed: 8)
    let half = try demo.total()
    try await demo.play(for: .minutes(10), speed: 8)
    #expect(try half > 0 && half < demo.total())
    #expect(try demo.total() == DemoScript.embedded.mentions.count)
    let page = try demo.desk.stream(MentionFilter(), before: nil, limit: 10_000)
    #expect(page.mentions.count { $0.state == .withdrawn } == 1)
    #expect(page.mentions.count { $0.editedAt != nil } == 1)
    #expect(page.mentions.contains { $0.conversation.rawValue != $0.id.rawValue })
  }

  @Test func anOutageIsPlayedAndWhatItHidIsCaughtUp() async throws {
    let demo = DemoDesk()
    try await demo.play(for: .seconds(310))
    let source = try demo.desk.status(now: demo.time.now).sources.first
    #expect(source?.state == .reconnecting)
    let hidden = DemoScript.embedded.mentions.count { $0.offset <= 300 }
    #expect(try demo.total() <= hidden)
    try await demo.play(for: .seconds(30))
    #expect(try demo.total() == DemoScript.embedded.mentions.count { $0.offset <= 340 })
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
