import DeskCore
import DeskServices
import DeskTesting
import Testing

/// What a person says somebody is, and what that changes.
@Suite struct AuthorTests {
  let desk = TestDesk()
  let cara = AuthorKey(handle: "cara@example.social", platform: .mastodon)

  @Test func aVerdictIsKeptShownAndTakenBack() throws {
    let id = try desk.bring(desk.incoming("1"))[0]
    try desk.run(.judgeAuthor(cara, .customer, note: ""))
    let outcome = try desk.run(.judgeAuthor(cara, .press, note: " the Gazette "))
    #expect(outcome == .done(undo: [.unjudgeAuthor(cara)]))
    #expect(try desk.desk.mention(id)?.authorKind == .press)
    #expect(
      try desk.desk.audit(after: 0, limit: 99).suffix(2).map(\.detail)
        == ["customer", "press: the Gazette"])
    #expect(
      try desk.run(.unjudgeAuthor(cara))
        == .done(undo: [.judgeAuthor(cara, .press, note: "the Gazette")]))
    #expect(try desk.desk.mention(id)?.authorKind == .customer)
    try desk.run(.unjudgeAuthor(cara))
    #expect(try desk.desk.mention(id)?.authorKind == nil)
    #expect(try desk.refusal(.unjudgeAuthor(cara)) == .noAuthor(cara))
    let nobody = AuthorKey(handle: "nobody", platform: .mastodon)
    #expect(try desk.refusal(.judgeAuthor(nobody, .troll, note: "")) == .noAuthor(nobody))
    #expect(try desk.refusal(.judgeAuthor(cara, .troll, note: ""), as: desk.eve) != nil)
  }

  @Test func aTrollsClocksStandAndNothingIsHidden() throws {
    let ids = try desk.bring(desk.incoming("1"), desk.incoming("2"))
    try desk.run(.snooze([ids[1]], until: desk.now.adding(.hours(1))))
    let before = try ids.map { try desk.desk.mention($0)?.dueAt }
    try desk.run(.judgeAuthor(cara, .troll, note: ""))
    #expect(try desk.desk.mention(ids[0])?.hold?.reason == .troll)
    #expect(try desk.desk.mention(ids[0])?.dueAt == .never)
    let late = try desk.desk.status(now: desk.now.adding(.days(30)))
    #expect(late.overdue.value == 0)
    #expect(late.open == 1)
    #expect(late.snoozed == 1)
    #expect(
      try desk.desk.queue(MentionFilter(), after: nil, limit: 9).mentions.map(\.id) == [ids[0]])
    // What they write afterwards in the same conversation does not set it going.
    let again = try desk.bring(desk.incoming("3", "answer me!", replyTo: "1"))[0]
    _ = try desk.desk.reclockChanged(limit: 9, by: ServiceLevels())
    #expect(try desk.desk.mention(again)?.dueAt == .never)
    try desk.run(.unjudgeAuthor(cara))
    #expect(try desk.desk.mention(ids[0])?.dueAt == before[0])
    #expect(try desk.desk.mention(ids[0])?.hold == nil)
  }
}
