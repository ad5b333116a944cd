import DeskCore
import DeskServices
import DeskTesting
import Testing

/// Two yeses at incident, one at watch, none on a calm day.
private let policy = ApprovalsByLevel(
  answers: ApprovalNeed([0, 1, 2]), posts: ApprovalNeed([0, 1, 2]))

@Suite struct ApprovalTests {
  let desk = TestDesk(approvals: policy)
  let kim = Seat("kim")

  private func waiting(_ level: Level = .watch) throws -> OutgoingItem {
    try desk.run(.setLevel(level, reason: "test"), as: desk.ana)
    return try desk.queued(
      .reply(
        try desk.bring(desk.incoming("1"))[0], text: "Sorry!", isDirect: false, seenVersion: 1),
      as: desk.ben)
  }

  @Test func onACalmDayNobodyIsAsked() throws {
    #expect(try desk.reply(try desk.bring(desk.incoming("1"))[0]).state == .queued)
  }

  @Test func aYesOfAnotherLetsItLeaveWithACountdownOfItsOwn() async throws {
    let item = try waiting()
    #expect(item.state == .awaitingApproval)
    let (delivery, _) = desk.delivery()
    desk.clock.advance(by: .minutes(20))
    try await delivery.drain()
    #expect(desk.platform.sent.isEmpty)
    let yes = DeskCommand.approve(item.id, digest: item.decided.digest, text: nil)
    #expect(try desk.refusal(yes, as: desk.ben) == .role(needed: .lead, has: .responder))
    #expect(try desk.queued(yes, as: kim).state == .queued)
    try await delivery.drain()
    #expect(desk.platform.sent.isEmpty)
    desk.clock.advance(by: .seconds(10))
    try await delivery.drain()
    #expect(desk.platform.sent.map(\.content.text) == ["Sorry!"])
  }

  @Test func nobodyApprovesTheirOwnWords() throws {
    try desk.run(.setLevel(.watch, reason: "test"))
    let item = try desk.reply(try desk.bring(desk.incoming("1"))[0])
    let yes = DeskCommand.approve(item.id, digest: item.decided.digest, text: nil)
    #expect(try desk.refusal(yes) == .ownWords(item.id))
    #expect(try desk.state(item.id) == .awaitingApproval)
  }

  @Test func twoYesesAreTwoPeople() throws {
    let item = try waiting(.incident)
    let yes = DeskCommand.approve(item.id, digest: item.decided.digest, text: nil)
    for seat in [kim, kim] { #expect(try desk.queued(yes, as: seat).state == .awaitingApproval) }
    #expect(try desk.queued(yes, as: desk.ana).state == .queued)
  }

  @Test func anEditKeepsBothTextsAndVoidsEarlierYeses() throws {
    let item = try waiting(.incident)
    _ = try desk.run(.approve(item.id, digest: item.decided.digest, text: nil), as: kim)
    let edited = try desk.queued(
      .approve(item.id, digest: item.decided.digest, text: "We are sorry."), as: desk.ana)
    #expect(edited.content.text == "We are sorry.")
    #expect(edited.revisions.map(\.before) == ["Sorry!"])
    #expect(edited.approvers == [desk.ana])
    #expect(edited.state == .awaitingApproval)
    let stale = DeskCommand.approve(item.id, digest: item.decided.digest, text: nil)
    #expect(try desk.refusal(stale, as: kim) == .itemChanged(item.id))
    let fresh = DeskCommand.approve(item.id, digest: edited.decided.digest, text: nil)
    #expect(try desk.queued(fresh, as: kim).state == .queued)
  }

  @Test func aLateYesPublishesNothingByItself() async throws {
    let item = try waiting()
    desk.clock.advance(by: .minutes(61))
    let yes = DeskCommand.approve(item.id, digest: item.decided.digest, text: nil)
    #expect(try desk.queued(yes, as: kim).state == .approved)
    let (delivery, _) = desk.delivery()
    desk.clock.advance(by: .minutes(1))
    try await delivery.drain()
    #expect(desk.platform.sent.isEmpty)
    #expect(try desk.queued(.retry(item.id), as: desk.ben).state == .queued)
    desk.clock.advance(by: .seconds(10))
    try await delivery.drain()
    #expect(desk.platform.sent.count == 1)
  }

  @Test func aPostApprovedAfterItsTimeWaitsForAPerson() throws {
    try desk.run(.setLevel(.watch, reason: "test"))
    let post = try desk.post(in: .minutes(5))
    let early = try desk.post(in: .minutes(30), "Another one")
    for id in [post.id, early.id] { #expect(try desk.state(id) == .awaitingApproval) }
    desk.clock.advance(by: .minutes(6))
    for item in [post, early] {
      _ = try desk.run(.approve(item.id, digest: item.decided.digest, text: nil), as: kim)
    }
    #expect(try desk.state(post.id) == .approved)
    #expect(try desk.state(early.id) == .queued)
    #expect(try desk.item(early.id)?.dueAt == early.dueAt)
  }

  @Test func whatCameBackIsHandedInAgain() throws {
    let item = try waiting()
    #expect(try desk.refusal(.sendBack(item.id, note: " "), as: kim) == .reasonNeeded)
    _ = try desk.run(.sendBack(item.id, note: "name the shop"), as: kim)
    #expect(try desk.state(item.id) == .draft)
    #expect(try desk.item(item.id)?.detail.contains("name the shop") == true)
    let again = try desk.queued(.submit(item.id, text: "Sorry, Kettle & Co."), as: desk.ben)
    #expect(again.state == .awaitingApproval)
    #expect(again.revisions.count == 1)
    #expect(try desk.refusal(.submit(item.id, text: "x"), as: desk.ben) != nil)
  }

  @Test func aLevelThatRisesAsksAgain() async throws {
    let item = try desk.reply(try desk.bring(desk.incoming("1"))[0])
    try desk.run(.setLevel(.incident, reason: "it grows"))
    desk.clock.advance(by: .seconds(10))
    let (delivery, _) = desk.delivery()
    try await delivery.drain()
    #expect(desk.platform.sent.isEmpty)
    #expect(try desk.state(item.id) == .awaitingApproval)
  }

  @Test func aSeatThatLostItsRightSendsNothingMore() async throws {
    try desk.handler.enrol(at: desk.now)
    let item = try desk.reply(try desk.bring(desk.incoming("1"))[0])
    try desk.desk.decide { try $0.setTeam(Team(roles: [desk.ana: .observer])) }
    desk.clock.advance(by: .seconds(10))
    let (delivery, _) = desk.delivery()
    try await delivery.drain()
    #expect(desk.platform.sent.isEmpty)
    #expect(try desk.state(item.id) == .held)
  }

  @Test func everyStepIsInTheAuditWithWhoAndWhy() throws {
    let item = try waiting()
    _ = try desk.run(.sendBack(item.id, note: "name the shop"), as: kim)
    _ = try desk.run(.submit(item.id, text: "Sorry, Kettle."), as: desk.ben)
    let digest = try #require(try desk.item(item.id)).decided.digest
    _ = try desk.run(.approve(item.id, digest: digest, text: nil), as: kim)
    _ = try desk.run(.recall(item.id), as: desk.ben)
    let steps = try desk.desk.audit(after: 0, limit: 99)
      .filter { $0.subject == "item \(item.id)" && $0.detail.contains(" -> ") }
      .map { "\($0.seat) \($0.action) \($0.detail.prefix { $0 != ":" })" }
    #expect(
      steps == [
        "kim send-back awaiting -> draft", "ben revise Sorry! -> Sorry, Kettle.",
        "ben submit draft -> awaiting", "kim approve awaiting -> queued",
        "ben recall queued -> dropped",
      ])
  }
}
