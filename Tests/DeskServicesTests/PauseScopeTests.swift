import DeskCore
import DeskServices
import DeskTesting
import Testing

/// Pauses over accounts and campaigns, several at once, and what their receipts say.
@Suite struct PauseScopeTests {
  private let shop = FakeConnector("shop", capabilities: [.mentions, .post, .reply])

  private func desk() -> TestDesk {
    let platform = FakeConnector()
    return TestDesk(accounts: [platform, shop])
  }

  private func post(
    _ desk: TestDesk, _ account: String = "main", tag: String? = nil, in span: Span = .hours(1)
  ) throws -> OutgoingItem {
    try desk.queued(
      .schedulePost(
        account: AccountID(account), text: "\(account) \(tag ?? "") \(span.seconds)",
        dueAt: desk.now.adding(span), tag: tag))
  }

  private func pause(
    _ desk: TestDesk, _ scope: Pause.Scope = .posts, over target: PauseTarget = .desk,
    remind: Span? = nil, as seat: Seat? = nil
  ) throws -> PauseReceipt {
    let command = DeskCommand.pause(scope, over: target, remindEvery: remind, reason: "r")
    guard case .paused(let receipt) = try desk.run(command, as: seat) else {
      throw MemoryDesk.Fault()
    }
    return receipt
  }

  @Test func anAccountOrATagAlone() throws {
    let desk = desk()
    let items = [
      try post(desk), try post(desk, "shop"), try post(desk, tag: "spring"),
      try post(desk, "shop", tag: "#Spring"),
    ]
    let receipt = try pause(desk, over: .tag("spring"), as: desk.eve)
    #expect(receipt.held == [items[2].id, items[3].id])
    #expect(try pause(desk, over: .account(AccountID("shop"))).held == [items[1].id, items[3].id])
    #expect(try items.map { try desk.state($0.id) } == [.queued, .held, .held, .held])
    #expect(try post(desk, "shop", in: .hours(2)).state == .held)
    #expect(
      try desk.desk.standingPauses().map(\.target) == [
        .account(AccountID("shop")), .tag("spring"),
      ])
  }

  @Test func theKeyStopsEverythingWhateverElseIsPaused() throws {
    let desk = desk()
    let item = try post(desk)
    _ = try pause(desk, over: .account(AccountID("shop")))
    let receipt = try pause(desk)
    #expect(receipt.isNew && receipt.pause.target == .desk)
    #expect(receipt.others.map(\.target) == [.account(AccountID("shop"))])
    #expect(try desk.state(item.id) == .held)
  }

  @Test func endingOneLeavesWhatTheOthersStop() throws {
    let desk = desk()
    let main = try post(desk)
    let sale = try post(desk, tag: "spring")
    _ = try pause(desk)
    _ = try pause(desk, over: .tag("spring"))
    desk.clock.advance(by: .hours(2))
    #expect(
      try desk.refusal(.resume(.desk, reason: "ok", verdicts: [:])) == .verdictsNeeded([main.id]))
    #expect(
      try desk.refusal(
        .resume(.desk, reason: "ok", verdicts: [main.id: .drop, sale.id: .send]))
        == .itemState(sale.id, .held))
    try desk.run(.resume(.desk, reason: "ok", verdicts: [main.id: .drop]))
    #expect(try desk.state(sale.id) == .held)
    #expect(try desk.desk.standingPauses().map(\.target) == [.tag("spring")])
    #expect(try desk.refusal(.resume(.desk, reason: "ok", verdicts: [:])) == .notPaused)
    guard
      case .done(let undo) = try desk.run(.resume(reason: "ok", verdicts: [sale.id: .send]))
    else { return }
    #expect(undo == [.pause(.posts, over: .tag("spring"), remindEvery: nil, reason: "r")])
    #expect(try desk.state(sale.id) == .queued)
  }

  @Test func answersPassUnlessThePauseSaysAll() throws {
    let desk = desk()
    let id = try desk.bring(desk.incoming("1"))[0]
    let answer = try desk.reply(id)
    _ = try pause(desk, over: .account(desk.mainAccount))
    #expect(try desk.state(answer.id) == .queued)
    let wide = try pause(desk, .everything, over: .account(desk.mainAccount))
    #expect(!wide.isNew && wide.held == [answer.id])
  }

  @Test func aMisspeltAccountIsRefused() throws {
    let desk = desk()
    guard
      case .unable = try desk.refusal(
        .pause(.posts, over: .account(AccountID("mian")), reason: ""))
    else {
      Issue.record("a pause over nothing")
      return
    }
    #expect(try desk.desk.standingPauses().isEmpty)
  }

  /// Nothing that changes a post, the schedule or the desk ends a pause or frees what it holds.
  @Test func noEditClearsAPause() throws {
    let desk = desk()
    let item = try post(desk)
    _ = try pause(desk, remind: .minutes(30))
    let later = desk.now.adding(.hours(9))
    try desk.run(.reschedule(item.id, dueAt: later))
    try desk.run(.explainPause(reason: "recall"))
    try desk.run(.setLevel(.crisis, reason: "x"))
    let planned = PlannedPost(account: desk.mainAccount, text: "New", dueAt: later)
    try desk.run(.schedulePosts([planned]))
    _ = try pause(desk)
    desk.clock.advance(by: .hours(30))
    let lease = ServiceLease(store: desk.desk, holder: "one")
    for _ in 0..<3 { try ScheduleKeeper(lease: lease, clock: desk.deskClock).round() }
    #expect(try desk.desk.standingPauses().map(\.reason) == ["recall"])
    #expect(try desk.desk.standingPauses().first?.remindEvery == .minutes(30))
    let posts = try desk.desk.posts(
      from: Timestamp(seconds: 0), to: later.adding(.days(9)), limit: 9)
    #expect(posts.map(\.state) == [.held, .held])
  }

  @Test func theReceiptNamesWhatIsBeyondTheDesk() throws {
    let desk = desk()
    try desk.desk.decide { tx in
      try tx.setNativePosts(
        [
          NativePost(
            account: desk.mainAccount, native: "a", text: "moved", dueAt: desk.now, snapshot: "",
            hold: .moved),
          NativePost(
            account: desk.mainAccount, native: "b", text: "not", dueAt: desk.now.adding(.hours(1)),
            snapshot: "", hold: .failed, detail: "no right"),
        ], account: desk.mainAccount)
    }
    let receipt = try pause(desk)
    #expect(receipt.nativeHeld.map(\.native) == ["a"])
    #expect(receipt.nativeNotHeld.map(\.detail) == ["no right"])
    #expect(receipt.outOfReach == [AccountID("shop")])
    #expect(receipt.sentSince.isEmpty)
    let one = try pause(desk, over: .account(AccountID("shop")))
    #expect(one.native.isEmpty && one.outOfReach == [AccountID("shop")])
    #expect(try pause(desk, over: .tag("spring")).outOfReach.isEmpty)
  }

  @Test func aLeakWouldBeNamed() throws {
    let desk = desk()
    let item = try post(desk)
    try desk.force(item.id, .sending)
    try desk.desk.decide { tx in
      guard var leaked = try tx.item(item.id) else { return }
      leaked.admittedAt = desk.now.adding(.seconds(1))
      try tx.update(leaked)
    }
    #expect(try pause(desk).inFlight == [item.id])
    let again = try pause(desk)
    #expect(again.sentSince == [item.id] && again.inFlight.isEmpty)
  }

  @Test func aPauseOverAnotherAccountLeavesTheSchedulerAlone() async throws {
    let native = NativeDesk()
    native.platform.schedule([native.native("a", in: .hours(1))])
    try native.desk.desk.decide { tx in
      _ = try tx.beginPause(
        .posts, over: .account(AccountID("other")), remindEvery: nil, reason: "", seat: Seat("ana"),
        at: native.desk.now)
    }
    try await native.look()
    #expect(native.platform.held.isEmpty)
    try native.desk.run(.pause(.posts, over: .account(native.desk.mainAccount), reason: ""))
    try await native.look()
    #expect(native.platform.held == ["a"])
    try native.pause()
    try native.desk.run(.resume(.account(native.desk.mainAccount), reason: "r", verdicts: [:]))
    try await native.look()
    #expect(native.platform.restored.isEmpty, "the desk's own pause still stands")
    try native.desk.run(.resume(.desk, reason: "r", verdicts: [:]))
    try await native.look()
    #expect(native.platform.restored == ["a"])
  }
}
