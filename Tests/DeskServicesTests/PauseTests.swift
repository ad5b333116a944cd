import DeskCore
import DeskServices
import DeskTesting
import Testing

@Suite struct PauseTests {
  func pause(
    _ desk: TestDesk, _ scope: Pause.Scope = .posts, reason: String = "", as seat: Seat? = nil
  ) throws -> PauseReceipt? {
    guard case .paused(let receipt) = try desk.run(.pause(scope, reason: reason), as: seat) else {
      return nil
    }
    return receipt
  }

  @Test func anybodyMayPauseAndTheReceiptSaysWhatItDid() throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    let answer = try desk.reply(id)
    let posts = [try desk.post(in: .hours(1)), try desk.post(in: .hours(2))]
    let flying = try desk.post(in: .minutes(1))
    try desk.force(flying.id, .sending)
    let receipt = try pause(desk, as: desk.eve)
    #expect(receipt?.isNew == true)
    #expect(receipt?.held == posts.map(\.id))
    #expect(receipt?.inFlight == [flying.id])
    #expect(try desk.state(answer.id) == .queued)
  }

  @Test func aSecondPauseNeverTogglesAndNeverNarrows() throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    let answer = try desk.reply(id)
    let first = try pause(desk, .posts)
    let same = try pause(desk, .posts, as: desk.ben)
    #expect(same?.isNew == false)
    #expect(same?.pause == first?.pause)
    #expect(try desk.state(answer.id) == .queued)
    let wide = try pause(desk, .everything)
    #expect(wide?.pause.scope == .everything)
    #expect(wide?.pause.id == first?.pause.id)
    #expect(try desk.state(answer.id) == .held)
    #expect(try pause(desk, .posts)?.pause.scope == .everything)
  }

  @Test func theReasonComesAfter() throws {
    let desk = TestDesk()
    #expect(try desk.refusal(.explainPause(reason: "x")) == .notPaused)
    _ = try pause(desk)
    #expect(try desk.refusal(.explainPause(reason: "  ")) == .reasonNeeded)
    try desk.run(.explainPause(reason: "recall in the news"), as: desk.eve)
    #expect(try desk.desk.status(now: desk.now).pause?.reason == "recall in the news")
    _ = try pause(desk, reason: "other")
    #expect(try desk.desk.status(now: desk.now).pause?.reason == "recall in the news")
  }

  @Test func whatIsScheduledWhilePausedIsHeldAtOnce() throws {
    let desk = TestDesk()
    _ = try pause(desk, .everything)
    let post = try desk.post(in: .hours(1))
    #expect(post.state == .held)
    let id = try desk.bring(desk.incoming("1"))[0]
    #expect(try desk.reply(id).state == .held)
    try desk.run(.reschedule(post.id, dueAt: desk.now.adding(.hours(3))))
    #expect(try desk.state(post.id) == .held)
  }

  @Test func resumingNeedsRoleReasonAndAPause() throws {
    let desk = TestDesk()
    #expect(try desk.refusal(.resume(reason: "ok", verdicts: [:])) == .notPaused)
    _ = try pause(desk)
    #expect(try desk.refusal(.resume(reason: " ", verdicts: [:])) == .reasonNeeded)
    #expect(
      try desk.refusal(.resume(reason: "ok", verdicts: [:]), as: desk.ben)
        == .role(needed: .lead, has: .responder))
    #expect(try desk.refusal(.resume(reason: "ok", verdicts: [:])) == nil)
    #expect(try desk.desk.status(now: desk.now).pause == nil)
  }

  @Test func theOverdueNeedVerdictsAndTheRestGoesBack() throws {
    let desk = TestDesk()
    let posts = try [10, 20, 30, 600].map { try desk.post(in: .minutes($0)) }
    _ = try pause(desk)
    desk.clock.advance(by: .minutes(60))
    let late = posts.prefix(3).map(\.id)
    #expect(try desk.refusal(.resume(reason: "ok", verdicts: [:])) == .verdictsNeeded(late))
    #expect(
      try desk.refusal(.resume(reason: "ok", verdicts: [late[0]: .drop, late[1]: .send]))
        == .verdictsNeeded([late[2]]))
    let past = desk.now.adding(.seconds(-1))
    #expect(
      try desk.refusal(
        .resume(
          reason: "ok", verdicts: [late[0]: .drop, late[1]: .send, late[2]: .reschedule(past)]))
        == .timePassed(past))
    #expect(try posts.map { try desk.state($0.id) }.allSatisfy { $0 == .held })
    let later = desk.now.adding(.hours(4))
    try desk.run(
      .resume(
        reason: "ok", verdicts: [late[0]: .drop, late[1]: .send, late[2]: .reschedule(later)]))
    let states = try posts.map { try desk.state($0.id) }
    #expect(states == [.dropped, .queued, .queued, .queued])
    #expect(try desk.item(late[1])?.dueAt == desk.now)
    #expect(try desk.item(late[2])?.dueAt == later)
    #expect(try desk.item(posts[3].id)?.dueAt == posts[3].dueAt)
  }

  @Test func aVerdictAboutSomethingElseIsRefused() throws {
    let desk = TestDesk()
    _ = try pause(desk)
    let ghost = OutgoingID(rawValue: 7)
    #expect(
      try desk.refusal(.resume(reason: "ok", verdicts: [ghost: .send])) == .noItem(ghost))
    #expect(try desk.desk.status(now: desk.now).pause != nil)
  }

  @Test func missedPostsAreReviewedToo() throws {
    let desk = TestDesk()
    let post = try desk.post(in: .minutes(1))
    try desk.force(post.id, .missed)
    desk.clock.advance(by: .minutes(10))
    _ = try pause(desk)
    #expect(try desk.refusal(.resume(reason: "ok", verdicts: [:])) == .verdictsNeeded([post.id]))
  }

  @Test func postsAreRefusedWhenTheyCannotLeave() throws {
    let desk = TestDesk()
    let later = desk.now.adding(.hours(1))
    func refusal(_ account: String, _ text: String, _ at: Timestamp) throws -> Refusal? {
      try desk.refusal(.schedulePost(account: AccountID(account), text: text, dueAt: at))
    }
    #expect(try refusal("main", "", later) == .emptyText)
    #expect(try refusal("main", "x", desk.now) == .timePassed(desk.now))
    #expect(
      try refusal("main", String(repeating: "é", count: 101), later)
        == .tooLong(count: 101, limit: 100))
    guard case .unable = try refusal("nobody", "x", later) else {
      Issue.record("no such account")
      return
    }
  }

  @Test func movingAndDroppingPosts() throws {
    let desk = TestDesk()
    let post = try desk.post(in: .hours(1))
    let later = desk.now.adding(.hours(5))
    guard case .done(let undo) = try desk.run(.reschedule(post.id, dueAt: later)) else { return }
    try desk.handler.execute(all: undo, as: desk.ana, at: desk.now)
    #expect(try desk.item(post.id) == post)
    try desk.run(.dropPost(post.id))
    #expect(try desk.refusal(.dropPost(post.id)) == .itemState(post.id, .dropped))
    #expect(
      try desk.refusal(.reschedule(post.id, dueAt: later)) == .itemState(post.id, .dropped))
    let id = try desk.bring(desk.incoming("1"))[0]
    let answer = try desk.reply(id)
    #expect(try desk.refusal(.dropPost(answer.id)) == .itemState(answer.id, .queued))
  }

  @Test func theLevelNeedsAReasonAndCanBeTakenBack() throws {
    let desk = TestDesk()
    #expect(try desk.refusal(.setLevel(.crisis, reason: "")) == .reasonNeeded)
    guard case .done(let undo) = try desk.run(.setLevel(.crisis, reason: "fire")) else { return }
    try desk.handler.execute(all: undo, as: desk.ana, at: desk.now)
    #expect(try desk.desk.status(now: desk.now).level == .calm)
  }
}
