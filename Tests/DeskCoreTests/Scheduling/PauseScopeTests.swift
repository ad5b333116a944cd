import DeskCore
import Testing

/// What pauses over parts of a desk stop, alone and together.
@Suite struct PauseScopeTests {
  private let now = Timestamp(seconds: 1000)

  private func pause(
    _ id: Int64, _ scope: Pause.Scope = .posts, over target: PauseTarget
  ) -> Pause {
    Pause(id: id, seat: Seat("ana"), at: now, scope: scope, over: target)
  }

  private func content(
    _ kind: Outgoing.Kind = .post, _ account: String = "main", tag: String? = nil
  ) -> Outgoing {
    Outgoing(kind: kind, account: AccountID(account), text: "t", tag: tag)
  }

  @Test func eachTargetStopsItsOwn() {
    let account = pause(1, over: .account(AccountID("main")))
    #expect(account.stops(content()))
    #expect(!account.stops(content(.post, "shop")))
    #expect(!account.stops(content(.reply)))
    #expect(pause(1, .everything, over: .account(AccountID("main"))).stops(content(.reply)))
    let tag = pause(2, over: .tag("#Spring"))
    #expect(tag.stops(content(tag: "spring")))
    #expect(tag.stops(content(.post, "shop", tag: "SPRING")))
    #expect(!tag.stops(content(tag: "summer")))
    #expect(!tag.stops(content()))
  }

  @Test func theWidestOfSeveralIsNamed() {
    let all = [
      pause(3, over: .tag("spring")), pause(1, over: .account(AccountID("main"))),
      pause(9, over: .desk),
    ]
    #expect(all.widestFirst.map(\.id) == [9, 1, 3])
    #expect(all.stopping(content(tag: "spring"))?.id == 9)
    #expect(all.prefix(2).stopping(content(tag: "spring"))?.id == 1)
    #expect(all.prefix(2).stopping(content(.post, "shop", tag: "spring"))?.id == 3)
    #expect(all.prefix(2).stopping(content(.post, "shop")) == nil)
  }

  @Test func nativePostsHaveNoTag() {
    #expect([pause(1, over: .desk)].stopsNative(of: AccountID("main")))
    #expect([pause(1, over: .account(AccountID("main")))].stopsNative(of: AccountID("main")))
    #expect(![pause(1, over: .account(AccountID("shop")))].stopsNative(of: AccountID("main")))
    #expect(![pause(1, over: .tag("spring"))].stopsNative(of: AccountID("main")))
  }

  @Test func whatAnotherPauseStopsIsNotFreed() {
    var item = OutgoingItem(
      id: OutgoingID(rawValue: 1), content: content(tag: "spring"), state: .held, dueAt: now,
      key: IdempotencyKey(rawValue: "k"), author: Seat("ana"), createdAt: now)
    let both = [pause(1, over: .desk), pause(2, over: .tag("spring"))]
    #expect(!both.frees(item, ending: .desk))
    #expect(!both.frees(item, ending: .tag("spring")))
    #expect(both.frees(item, ending: nil))
    item.state = .missed
    #expect(!both.frees(item, ending: .desk))
    #expect(both.prefix(1).frees(item, ending: .desk))
    item.state = .queued
    #expect(!both.frees(item, ending: nil))
  }

  @Test func aReminderComesEverySoOften() {
    var pause = pause(1, over: .desk)
    #expect(pause.reminders(by: now.adding(.days(9))) == 0)
    pause.remindEvery = .minutes(30)
    #expect(pause.reminders(by: now.adding(.minutes(29))) == 0)
    #expect(pause.reminders(by: now.adding(.minutes(95))) == 3)
    #expect(pause.reminders(by: now.adding(.hours(-1))) == 0)
  }

  @Test(arguments: [
    (PauseTarget.desk, "desk"), (.account(AccountID("main")), "account main"),
    (.tag("#Spring "), "tag spring"),
  ])
  func targetsAreSpelled(target: PauseTarget, text: String) {
    #expect(target.description == text)
    let account = target.account?.rawValue ?? ""
    #expect(PauseTarget(account: account, tag: target.tag ?? "").description == text)
  }
}
