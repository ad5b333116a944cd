import DeskCore
import TerminalUI
import Testing

@testable import DeskUI

/// What waits for another person's yes.
@Suite struct ApprovalTests {
  private func waiting(_ author: String = "ben", text: String = "We are on it.") -> OutgoingItem {
    var item = Fixtures.answer(7, to: 91)
    item.state = .awaitingApproval
    item.author = Seat(author)
    item.content.text = text
    item.decided = Decided(
      digest: item.content.digest, need: ApprovalNeed([0, 2]),
      approveBy: Fixtures.now.adding(.minutes(50)))
    item.approvals = [
      Approval(
        seat: Seat("kim"), at: Fixtures.now.adding(.minutes(-2)), digest: item.decided.digest)
    ]
    item.revisions = [
      Revision(
        seat: Seat("kim"), at: Fixtures.now.adding(.minutes(-3)), before: "On it!!", after: text)
    ]
    return item
  }

  private func rig(
    _ item: OutgoingItem, columns: Int = 120, rows: Int = 40, role: DeskCore.Role = .lead
  ) -> Rig {
    var rig = Rig(
      columns: columns, rows: rows, role: role, board: PostsBoard(outbox: [item]))
    rig.press("4 g")
    return rig
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func inThePaneAndOpened(columns: Int, rows: Int) {
    var rig = rig(waiting(), columns: columns, rows: rows)
    #expect(rig.text.contains("to approve"))
    rig.press("<Enter>")
    expectSnapshot(rig.text, "approval-\(columns)x\(rows)")
  }

  @Test func aYesNamesTheExactWords() {
    let item = waiting()
    var rig = rig(item)
    rig.press("K")
    #expect(rig.commands == [.approve(item.id, digest: item.content.digest, text: nil)])
  }

  @Test func anEditIsAYesToTheNewWords() {
    let item = waiting()
    var rig = rig(item)
    rig.press("E")
    rig.type("!")
    rig.press("<Enter>")
    let changed = DeskCommand.approve(
      item.id, digest: item.content.digest, text: "We are on it.!")
    #expect(rig.commands == [changed])
  }

  @Test func sendingBackNeedsANote() {
    let item = waiting()
    var rig = rig(item)
    rig.press("W <Enter>")
    #expect(rig.commands.isEmpty)
    rig.type("name the shop")
    rig.press("<Enter>")
    #expect(rig.commands == [.sendBack(item.id, note: "name the shop")])
  }

  @Test func whoMayNotIsTold() {
    var own = rig(waiting("ana"))
    own.press("K")
    #expect(own.commands.isEmpty)
    #expect(own.text.contains("another person must say yes"))
    var low = rig(waiting(), role: .responder)
    low.press("K")
    #expect(low.commands.isEmpty)
    var lines = rig(waiting(text: "one\ntwo"))
    lines.press("E")
    #expect(lines.state.layers.isEmpty)
    var queued = rig(Fixtures.answer(7, to: 91))
    queued.press("K")
    #expect(queued.commands.isEmpty)
  }

  @Test func anUnknownItemExplainsBothOutcomes() {
    var item = Fixtures.answer(7, to: 91)
    item.state = .unknown
    var rig = rig(item)
    rig.press("<Enter>")
    #expect(rig.text.contains(":was-sent"))
    #expect(rig.text.contains(":not-sent"))
    #expect(rig.text.contains("twice"))
  }

  @Test func theComposerHearsThatTheyWroteAgain() {
    var composer = ComposerState(
      target: Fixtures.mention(91), account: Fixtures.account.account, seat: Fixtures.ana,
      ruler: Fixtures.account.ruler)
    _ = composer.paste("We are on it", now: Fixtures.now)
    composer.hear([.mention(Fixtures.mention(91))])
    #expect(!composer.isStale)
    var again = Fixtures.mention(99)
    again.incoming.author = Fixtures.mention(91).incoming.author
    composer.hear([.mention(Fixtures.mention(91)), .mention(Fixtures.mention(98))])
    #expect(!composer.isStale, "somebody else in the thread")
    composer.hear([.mention(Fixtures.mention(91)), .mention(again)])
    #expect(composer.isStale)
    #expect(composer.send(now: Fixtures.now) == [.refused(.changed)])
    #expect(!composer.isStale, "asking again sends it")
  }
}
