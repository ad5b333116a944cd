import DeskCore
import DeskServices
import DeskTesting
import Testing

/// The hold of native posts under crashes at every point, lost answers, and time that passes.
@Suite struct NativeCrashTests {
  @Test(arguments: [1, 2])
  func aProcessThatDiesInTheMiddleIsContinuedByTheNext(_ point: Int) async throws {
    for span in [Span.minutes(4), .hours(1)] {
      let native = NativeDesk()
      let post = native.native("a", in: span)
      native.platform.schedule([post])
      try native.pause()
      try await native.look()
      let fresh = NativeDesk()
      fresh.platform.schedule([post])
      try fresh.pause()
      try await dying(fresh, after: point)
      try await fresh.look()
      #expect(try fresh.rows() == native.rows())
      #expect(try fresh.items().map(\.state) == native.items().map(\.state))
      #expect(fresh.platform.standing.isEmpty == native.platform.standing.isEmpty)
    }
  }

  /// Lets `count` transactions through and fails the one after, as a crash at that point does.
  private func dying(_ native: NativeDesk, after count: Int) async throws {
    let lease = ServiceLease(store: FailingStore(native.desk.desk, after: count + 1), holder: "x")
    _ = try? lease.renew(at: native.desk.now)
    let watch = NativeWatch(
      connector: native.platform, lease: lease, clock: native.desk.deskClock)
    _ = try? await watch.round()
    native.desk.clock.advance(by: .seconds(31))
  }

  @Test func aLostAnswerIsFoundOutByLooking() async throws {
    for span in [Span.minutes(4), .hours(1)] {
      let native = NativeDesk()
      native.platform.schedule([native.native("a", in: span)])
      native.platform.losesScheduleAnswers(1)
      try native.pause()
      try await native.look()
      #expect(try native.rows() == ["a": .holding])
      #expect(try native.items().isEmpty)
      try await native.look()
      let isSoon = span < NativePost.leastNotice
      #expect(try native.rows()["a"] == (isSoon ? .kept : .moved))
      #expect(try native.items().map(\.state) == (isSoon ? [.held] : []))
    }
  }

  @Test func whatMayHaveBeenPublishedIsLookedFor() async throws {
    for wasPublished in [true, false] {
      let native = NativeDesk()
      native.platform.schedule([native.native("a", in: .minutes(1))])
      native.platform.losesScheduleAnswers(1)
      try native.pause()
      if wasPublished { native.platform.hold("a", fails: .unavailable("no answer")) }
      try await native.look()
      native.desk.clock.advance(by: .minutes(2))
      native.platform.publishDue(at: native.desk.now)
      try await native.look()
      #expect(try native.items().map(\.state) == [.unknown])
      let (delivery, _) = native.desk.delivery()
      try await delivery.drain()
      native.desk.clock.advance(by: .seconds(10))
      try await delivery.drain()
      #expect(try native.items().map(\.state) == [wasPublished ? .sent : .held])
    }
  }

  @Test(arguments: 0..<60)
  func everyPostIsSomewhereExactlyOnceAndNonePassesAPause(seed: UInt64) async throws {
    var random = SeededRandom(seed: seed)
    let native = NativeDesk()
    let names = (1...6).map { "p\($0)" }
    native.platform.schedule(
      names.map { native.native($0, in: .minutes(Int64.random(in: 1..<180, using: &random))) })
    try await native.look("start")
    var isPaused = false
    var isTight = false
    for step in 0..<40 {
      switch Int.random(in: 0..<6, using: &random) {
      case 0:
        try native.pause()
        (isPaused, isTight) = (true, false)
      case 1: isPaused = try !resume(native)
      case 2: native.platform.losesScheduleAnswers(Int.random(in: 0..<3, using: &random))
      case 3:
        let store = FailingStore(
          native.desk.desk, after: Int.random(in: 1..<12, using: &random))
        try? await round(of: native, ServiceLease(store: store, holder: "crash \(step)"))
        native.desk.clock.advance(by: .seconds(31))
      case 4:
        let before = native.platform.published.count
        native.desk.clock.advance(by: .minutes(Int64.random(in: 1..<30, using: &random)))
        native.platform.publishDue(at: native.desk.now)
        if isPaused, isTight {
          #expect(native.platform.published.count == before, "published through a pause")
        }
      default:
        native.desk.clock.advance(by: .seconds(31))
        native.platform.publishDue(at: native.desk.now)
        native.platform.losesScheduleAnswers(0)
        for _ in 0..<2 {
          try await round(of: native, ServiceLease(store: native.desk.desk, holder: "\(step)"))
          native.desk.clock.advance(by: .seconds(31))
        }
        isTight = isPaused
      }
    }
    try await settle(native)
    for name in names { #expect(try copies(native, "text \(name)") == 1, "\(name)") }
  }

  private func round(of native: NativeDesk, _ lease: ServiceLease) async throws {
    guard try lease.renew(at: native.desk.now) else { return }
    let clock = native.desk.deskClock
    try await NativeWatch(connector: native.platform, lease: lease, clock: clock).round()
    try await DeliveryService(connectors: [native.platform], lease: lease, clock: clock).drain()
  }

  private func resume(_ native: NativeDesk) throws -> Bool {
    guard try !native.desk.desk.standingPauses().isEmpty else { return true }
    if case .verdictsNeeded(let ids) = try native.desk.refusal(.resume(reason: "r", verdicts: [:]))
    {
      try native.resume(Dictionary(uniqueKeysWithValues: ids.map { ($0, .send) }))
    }
    return true
  }

  private func settle(_ native: NativeDesk) async throws {
    native.platform.losesScheduleAnswers(0)
    native.desk.clock.advance(by: .minutes(1))
    native.platform.publishDue(at: native.desk.now)
    _ = try resume(native)
    for number in 0..<6 {
      try await round(of: native, ServiceLease(store: native.desk.desk, holder: "end \(number)"))
      native.desk.clock.advance(by: .seconds(31))
      native.platform.publishDue(at: native.desk.now)
    }
  }

  /// How often a text is or will be on the platform.
  private func copies(_ native: NativeDesk, _ text: String) throws -> Int {
    let there = native.platform.standingTexts.count { $0 == text }
    let published = native.platform.published.count { $0 == text }
    let own = try native.items().count {
      $0.content.text == text && $0.state != .dropped && $0.sentNative != "own"
    }
    return there + published + own
  }
}

/// A store whose transactions fail from a point on, as if its process had died there.
final class FailingStore: DecisionStore {
  private let desk: MemoryDesk
  private let left: Countdown

  init(_ desk: MemoryDesk, after count: Int) {
    self.desk = desk
    left = Countdown(count)
  }

  func decide<Value: Sendable>(_ body: (any DeskTransaction) throws -> Value) throws -> Value {
    guard left.takeOne() else { throw MemoryDesk.Fault() }
    return try desk.decide(body)
  }
  func items(
    in state: OutgoingState, of account: AccountID, limit: Int
  ) throws -> [OutgoingItem] {
    try desk.items(in: state, of: account, limit: limit)
  }
  func standingPauses() throws -> [Pause] { try desk.standingPauses() }
}
