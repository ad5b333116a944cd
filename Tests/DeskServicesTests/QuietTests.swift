import DeskCore
import DeskServices
import DeskTesting
import Synchronization
import Testing

/// A store that counts its write transactions.
final class CountingStore: DecisionStore {
  private let desk: MemoryDesk
  private let count = Mutex(0)

  init(_ desk: MemoryDesk) { self.desk = desk }

  var decisions: Int { count.withLock { $0 } }

  func decide<Value: Sendable>(_ body: (any DeskTransaction) throws -> Value) throws -> Value {
    count.withLock { $0 += 1 }
    return try desk.decide(body)
  }
  func items(
    in state: OutgoingState, of account: AccountID, limit: Int
  ) throws -> [OutgoingItem] {
    try desk.items(in: state, of: account, limit: limit)
  }
  func standingPauses() throws -> [Pause] { try desk.standingPauses() }
}

/// What happens while nothing happens: every write wakes every process of the desk.
@Suite struct QuietTests {
  @Test func lookingForWorkWritesNothing() async throws {
    let desk = TestDesk()
    let store = CountingStore(desk.desk)
    let lease = ServiceLease(store: store, holder: "one")
    let delivery = DeliveryService(
      connectors: [desk.platform], lease: lease, clock: desk.deskClock)
    try await delivery.drain()
    #expect(store.decisions == 1, "the lease is taken")
    let post = try desk.post(in: .minutes(5))
    for _ in 0..<50 {
      #expect(try await delivery.drain() == post.dueAt)
      desk.clock.advance(by: Span(milliseconds: 100))
    }
    #expect(store.decisions == 1)
    desk.clock.advance(by: .minutes(5))
    try await delivery.drain()
    #expect(try desk.state(post.id) == .sent)
  }

  @Test func whatStaysUnknownWritesNothingEither() async throws {
    let desk = TestDesk(countdownSeconds: 0)
    let store = CountingStore(desk.desk)
    let delivery = DeliveryService(
      connectors: [desk.platform], lease: ServiceLease(store: store, holder: "one"),
      clock: desk.deskClock)
    _ = try desk.reply(try desk.bring(desk.incoming("1"))[0])
    desk.platform.answer(.vanishes)
    desk.platform.find(says: nil)
    try await delivery.drain()
    desk.clock.advance(by: .seconds(5))
    let before = store.decisions
    for _ in 0..<50 { try await delivery.drain() }
    #expect(store.decisions == before)
  }

  @Test func ringsWithoutAPauseAskNeitherPlatformNorStore() async throws {
    let desk = TestDesk()
    let store = CountingStore(desk.desk)
    let lease = ServiceLease(store: store, holder: "one")
    _ = try lease.renew(at: desk.now)
    let watch = NativeWatch(connector: desk.platform, lease: lease, clock: desk.deskClock)
    let bell = Doorbell()
    let running = Task { try await watch.run(bell: bell) }
    #expect(await eventually { desk.clock.sleeperCount == 1 })
    let before = store.decisions
    for _ in 0..<20 {
      bell.ring()
      await Task.yield()
    }
    #expect(await eventually { desk.clock.sleeperCount == 1 })
    #expect(store.decisions == before)
    running.cancel()
    _ = try? await running.value
  }
}
