import DeskCore
import DeskServices
import DeskTesting
import Testing

/// An answer leaves only into the conversation that its writer saw.
@Suite struct ConversationGateTests {
  let desk = TestDesk()

  private func drain() async throws {
    desk.clock.advance(by: .seconds(10))
    try await desk.delivery().0.drain()
  }

  @Test func theyWroteAgain() async throws {
    let item = try desk.reply(try desk.bring(desk.incoming("1"))[0])
    try desk.bring(desk.incoming("2", "never mind, found it", replyTo: "1"))
    try await drain()
    #expect(desk.platform.sent.isEmpty)
    #expect(try desk.item(item.id)?.detail == "they wrote again")
    // A person has read it and sends it all the same.
    #expect(try desk.queued(.retry(item.id)).state == .queued)
    try await drain()
    #expect(desk.platform.sent.count == 1)
    #expect(try desk.state(item.id) == .sent)
  }

  @Test func theyWroteBeforeTheAnswerWasDecided() async throws {
    let ids = try desk.bring(desk.incoming("1"), desk.incoming("2", "hello?", replyTo: "1"))
    _ = try desk.reply(ids[0])
    try await drain()
    #expect(desk.platform.sent.count == 1)
  }

  @Test func somebodyElseWroteInTheSameThread() async throws {
    let item = try desk.reply(try desk.bring(desk.incoming("1"))[0])
    var other = desk.incoming("2", "me too!", replyTo: "1")
    other.author = Author(handle: "dan@example.social")
    try desk.bring(other)
    try await drain()
    #expect(try desk.state(item.id) == .sent)
  }

  @Test func anAnswerWasWrittenOutsideTheDesk() async throws {
    let item = try desk.reply(try desk.bring(desk.incoming("1"))[0])
    try desk.bring(desk.incoming("own", "On it!", replyTo: "1", isOwn: true))
    try await drain()
    #expect(desk.platform.sent.isEmpty)
    #expect(try desk.item(item.id)?.detail == "somebody else answered")
  }

  @Test func aColleagueAnsweredTheSamePerson() async throws {
    let ids = try desk.bring(desk.incoming("1"), desk.incoming("2", "hello?", replyTo: "1"))
    let mine = try desk.reply(ids[0])
    try desk.run(.steal(ids[1]), as: Seat("kim"))
    let theirs = try desk.queued(
      .reply(ids[1], text: "Here it is.", isDirect: false, seenVersion: 1), as: Seat("kim"))
    try await drain()
    #expect(try desk.state(mine.id) == .sent)
    #expect(try desk.state(theirs.id) == .held)
  }

  @Test func onesOwnSecondAnswerLeaves() async throws {
    let ids = try desk.bring(desk.incoming("1"), desk.incoming("2", "hello?", replyTo: "1"))
    let first = try desk.reply(ids[0])
    try await drain()
    try desk.bring(desk.incoming("sent-1", "We are on it.", replyTo: "1", isOwn: true))
    let second = try desk.reply(ids[1])
    try await drain()
    #expect(try desk.state(first.id) == .sent)
    #expect(try desk.state(second.id) == .sent)
  }

  @Test func theyDeletedTheirMessage() async throws {
    let item = try desk.reply(try desk.bring(desk.incoming("1"))[0])
    _ = try desk.desk.store(
      IntakeBatch(
        account: desk.mainAccount,
        events: [.deleted(MentionKey(account: desk.mainAccount, native: "1"))], cursor: nil,
        at: desk.now))
    try await drain()
    #expect(try desk.item(item.id)?.detail == "they deleted their message")
  }

  @Test func aTextChangedBehindTheDeskIsRefusedAloud() async throws {
    let item = try desk.reply(try desk.bring(desk.incoming("1"))[0])
    desk.desk.tamper(with: item.id) { $0.content.text = "Buy gold." }
    try await drain()
    #expect(desk.platform.sent.isEmpty)
    #expect(try desk.state(item.id) == .refused)
    #expect(try desk.actions().last == "gate: REFUSE")
    // Nobody can send it as it is: it is refused again.
    _ = try desk.run(.retry(item.id))
    try await drain()
    #expect(desk.platform.sent.isEmpty)
  }

  @Test func holdingBackAndHurrying() async throws {
    let ids = try desk.bring(desk.incoming("1"), desk.incoming("2"))
    let held = try desk.reply(ids[0])
    let hurried = try desk.reply(ids[1])
    _ = try desk.run(.holdBack(held.id))
    _ = try desk.run(.hurry(hurried.id))
    try await desk.delivery().0.drain()
    #expect(desk.platform.sent.map(\.id) == [hurried.id])
    desk.clock.advance(by: .hours(1))
    try await desk.delivery("two").0.drain()
    #expect(try desk.state(held.id) == .held)
  }
}
