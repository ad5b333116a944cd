import DeskCore
import DeskServices
import DeskTesting
import Testing

/// A desk with posts on the platform's own scheduler, and the process that watches them.
struct NativeDesk {
  let desk = TestDesk()
  let platform: FakeConnector

  init() { platform = desk.platform }

  func native(_ native: String, in span: Span, _ text: String? = nil) -> NativePost {
    NativePost(
      account: desk.mainAccount, native: native, text: text ?? "text \(native)",
      dueAt: desk.now.adding(span), snapshot: "{}")
  }

  /// Looks as a process that has just been started does.
  @discardableResult
  func look(_ holder: String = "one") async throws -> Timestamp? {
    let lease = ServiceLease(store: desk.desk, holder: holder)
    guard try lease.renew(at: desk.now) else { return nil }
    let watch = NativeWatch(connector: platform, lease: lease, clock: desk.deskClock)
    return try await watch.round()
  }

  func pause() throws { try desk.run(.pause(.posts, reason: "")) }
  func resume(_ verdicts: [OutgoingID: ResumeVerdict] = [:]) throws {
    try desk.run(.resume(reason: "over", verdicts: verdicts))
  }

  func rows() throws -> [String: NativePost.Hold] {
    try desk.desk.nativePosts().reduce(into: [:]) { $0[$1.native] = $1.hold }
  }
  func details() throws -> String {
    try desk.desk.nativePosts().map(\.detail).joined(separator: "; ")
  }
  func items() throws -> [OutgoingItem] {
    try desk.desk.decide { try $0.items(in: OutgoingState.allCases) }
      .filter { $0.content.kind == .post }
  }
}

@Suite struct NativeHoldTests {
  @Test func postsAreHeldSoonestFirstEachWithItsOwnResult() async throws {
    let native = NativeDesk()
    native.platform.schedule((1...3).map { native.native("n\($0)", in: .hours(Int64(4 - $0))) })
    native.platform.hold("n2", fails: .forbidden("no right"))
    try await native.look()
    #expect(native.platform.held.isEmpty)
    #expect(try native.rows().count == 3)
    try native.pause()
    try await native.look()
    #expect(native.platform.held == ["n3", "n1"])
    #expect(try native.rows() == ["n1": .moved, "n2": .failed, "n3": .moved])
    #expect(try native.details().contains("no right"))
    native.platform.hold("n2", fails: nil)
    try await native.look()
    #expect(try native.rows()["n2"] == .moved)
    try await native.look()
    #expect(native.platform.held == ["n3", "n1", "n2"])
  }

  @Test func whatWasMovedGoesBackToItsTimeOnResume() async throws {
    let native = NativeDesk()
    let posts = [native.native("a", in: .hours(1)), native.native("b", in: .days(2))]
    native.platform.schedule(posts)
    try native.pause()
    try await native.look()
    #expect(native.platform.standing.values.allSatisfy { $0 > native.desk.now.adding(.days(29)) })
    native.desk.clock.advance(by: .minutes(20))
    try native.resume()
    try await native.look()
    #expect(native.platform.restored == ["a", "b"])
    #expect(native.platform.standing == ["a": posts[0].dueAt, "b": posts[1].dueAt])
    try await native.look()
    #expect(try native.rows() == ["a": NativePost.Hold.none, "b": NativePost.Hold.none])
    #expect(try native.desk.actions().count { $0 == "native-restore" } == 2)
    #expect(try native.items().isEmpty)
  }

  @Test func whatIsDueTooSoonIsTakenOffAndBecomesOurOwnPost() async throws {
    let native = NativeDesk()
    let post = native.native("soon", in: .minutes(5), "See you at noon")
    native.platform.schedule([post])
    try native.pause()
    try await native.look()
    #expect(native.platform.standing.isEmpty)
    let item = try #require(try native.items().first)
    #expect(item.state == .held && item.dueAt == post.dueAt)
    #expect(item.content.text == "See you at noon")
    #expect(try native.rows() == ["soon": .kept])
    native.desk.clock.advance(by: .minutes(2))
    try native.resume()
    #expect(try native.desk.state(item.id) == .queued)
    try await native.look()
    #expect(try native.rows().isEmpty)
    #expect(try native.items().count == 1)
  }

  @Test func whatPassedItsTimeWhilePausedGoesIntoTheReview() async throws {
    let native = NativeDesk()
    native.platform.schedule([native.native("late", in: .hours(1), "Join us now")])
    try native.pause()
    try await native.look()
    native.desk.clock.advance(by: .minutes(55))
    try await native.look()
    let item = try #require(try native.items().first)
    #expect(item.state == .held && native.platform.standing.isEmpty)
    native.desk.clock.advance(by: .hours(1))
    #expect(
      try native.desk.refusal(.resume(reason: "r", verdicts: [:])) == .verdictsNeeded([item.id]))
    try native.resume([item.id: .drop])
    try await native.look()
    #expect(native.platform.standing.isEmpty && native.platform.published.isEmpty)
  }

  @Test func whatPassedItsTimeWhileNobodyWatchedIsMissedAndNotSent() async throws {
    let native = NativeDesk()
    native.platform.schedule([native.native("late", in: .hours(1))])
    try native.pause()
    try await native.look()
    native.desk.clock.advance(by: .hours(3))
    try native.resume()
    try await native.look()
    #expect(try native.items().map(\.state) == [.missed])
    #expect(native.platform.standing.isEmpty)
    let (delivery, _) = native.desk.delivery()
    try await delivery.drain()
    #expect(native.platform.sent.isEmpty)
  }

  @Test func whatOnlyThePlatformCanSendIsNotTakenOffButNamed() async throws {
    let native = NativeDesk()
    native.platform.schedule([native.native("pictures", in: .hours(1))])
    native.platform.native("pictures", alsoHas: "2 attachments")
    try native.pause()
    try await native.look()
    native.desk.clock.advance(by: .hours(2))
    try native.resume()
    try await native.look()
    #expect(try native.rows() == ["pictures": .moved])
    #expect(try native.details().contains("2 attachments"))
    #expect(native.platform.standing.count == 1)
    let notes = try native.desk.actions().count
    try await native.look()
    #expect(try native.desk.actions().count == notes)
  }

  @Test func takenOffTooLateToMoveItMustBeDecidedByAPerson() async throws {
    let native = NativeDesk()
    native.platform.schedule([native.native("soon", in: .minutes(3))])
    native.platform.native("soon", alsoHas: "its poll")
    try native.pause()
    try await native.look()
    let item = try #require(try native.items().first)
    #expect(item.state == .missed && item.detail.contains("its poll"))
    #expect(
      try native.desk.refusal(.resume(reason: "r", verdicts: [:])) == .verdictsNeeded([item.id]))
  }

  @Test func aHeldPostThatComesNearAgainIsMovedAgain() async throws {
    let native = NativeDesk()
    native.platform.schedule([native.native("a", in: .days(60))])
    try native.pause()
    try await native.look()
    let first = try #require(native.platform.standing["a"])
    #expect(first >= native.desk.now.adding(.days(89)))
    native.platform.native("a", alsoHas: "1 attachment")
    native.desk.clock.advance(by: first.since(native.desk.now.adding(.hours(2))))
    try await native.look()
    #expect(try #require(native.platform.standing["a"]) > first)
    #expect(try native.rows() == ["a": .moved])
  }

  @Test func theRequestBudgetIsObeyedAndTheRestFollows() async throws {
    let native = NativeDesk()
    let posts = (1...4).map { native.native("n\($0)", in: .hours(Int64($0))) }
    native.platform.schedule(posts)
    let until = native.desk.now.adding(.minutes(3))
    native.platform.hold("n3", fails: .rateLimited(until: until))
    try native.pause()
    #expect(try await native.look() == until)
    #expect(native.platform.held == ["n1", "n2"])
    native.platform.hold("n3", fails: nil)
    native.desk.clock.advance(by: .minutes(3))
    #expect(try await native.look() == nil)
    #expect(native.platform.held == ["n1", "n2", "n3", "n4"])
    native.platform.hold("n2", fails: .rateLimited(until: until.adding(.minutes(9))))
    try native.resume()
    #expect(try await native.look() == until.adding(.minutes(9)))
    #expect(native.platform.restored == ["n1"])
    native.platform.hold("n2", fails: nil)
    try await native.look()
    #expect(native.platform.standing["n4"] == posts[3].dueAt)
  }

  @Test func aPostThatVanishesWhilePausedIsNamedInTheReceipt() async throws {
    let native = NativeDesk()
    native.platform.schedule([native.native("gone", in: .hours(1))])
    try native.pause()
    try await native.look()
    native.platform.schedule([])
    try await native.look()
    #expect(try native.rows() == ["gone": .failed])
    #expect(try native.items().isEmpty)
    try native.resume()
    try await native.look()
    #expect(try native.rows().isEmpty)
  }
}
