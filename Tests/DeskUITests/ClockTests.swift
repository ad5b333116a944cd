import DeskCore
import TerminalUI
import Testing

@testable import DeskUI

@Suite struct ClockTests {
  func rig() -> Rig {
    var rig = Rig()
    rig.press("3")
    return rig
  }

  @Test func oneKeyLetsTheClockStandAndTheSameKeyLetsItGoOn() throws {
    var rig = rig()
    let mention = try #require(rig.state.queue.selected)
    rig.answers = false
    rig.press("H")
    #expect(rig.commands.last == .wait([mention.id], .askedThem))
    rig.succeed(.done(undo: [.goOn([mention.id])]))
    let held = try #require(rig.state.known(mention.id))
    #expect(held.hold?.reason == .askedThem && held.dueAt == .never)
    #expect(rig.text.contains("[we wait for them]"))
    rig.press("H")
    #expect(rig.commands.last == .goOn([mention.id]))
    rig.succeed(.done(undo: []))
    rig.press("z")
    #expect(rig.commands.last == .goOn([mention.id]))
  }

  @Test(
    arguments: [
      ("wait they", DeskCommand?.some(.wait([MentionID(rawValue: 9)], .theyAskedToWait))),
      ("wait private", .wait([MentionID(rawValue: 9)], .movedToPrivate)),
      ("wait off", .goOn([MentionID(rawValue: 9)])), ("wait forever", nil),
    ])
  func theReasonCanBeNamed(_ line: String, _ command: DeskCommand?) {
    var rig = Rig(mentions: [Fixtures.mention(9)])
    rig.press("3 :")
    rig.type(line)
    rig.press("<Enter>")
    #expect(rig.commands.last(where: { $0.name != "look" }) == command)
    if command == nil { #expect(rig.text.contains("asked, private, they or off")) }
  }

  @Test func itWorksInTheDetailViewAndForMarks() throws {
    var rig = Rig(mentions: Fixtures.mentions(7...9))
    rig.press("3")
    let ids = rig.state.queue.ids
    rig.press("m m H")
    #expect(rig.commands.last == .wait(Array(ids.prefix(2)), .askedThem))
    rig.press("<Enter> H")
    let open = try #require(rig.state.target?.id)
    #expect(rig.commands.last == .wait([open], .askedThem))
  }

  @Test func nobodyWaitsForWhatIsClosed() {
    var rig = Rig(mentions: [Fixtures.mention(9, state: .answered)])
    rig.press("H")
    #expect(rig.commands.allSatisfy { $0.name != "wait" })
    #expect(rig.text.contains("answered"))
  }

  @Test func theNextBreachPassesWhatStands() throws {
    var mentions = Fixtures.mentions(7...9)
    mentions[0].hold = AnswerHold(reason: .askedThem, since: Fixtures.now, left: .minutes(1))
    mentions[0].dueAt = .never
    var rig = Rig(mentions: mentions)
    rig.press("B")
    let selected = try #require(rig.state.queue.selected)
    #expect(selected.hold == nil)
    #expect(rig.state.queue.mentions.last?.hold != nil)
  }

  func lines(_ state: MentionState, _ hold: AnswerHold?, level: Level = .watch) -> [String] {
    var mention = Fixtures.mention(9, state: state)
    mention.hold = hold
    if hold != nil { mention.dueAt = .never }
    if state == .snoozed { mention.snoozedUntil = Fixtures.now.adding(.hours(2)) }
    var content = DetailContent(mention: mention)
    content.service = ServiceHistory(
      messages: [
        ServiceHistory.Message(
          id: mention.id, since: mention.seenAt, intent: .complaint, followers: 20_000,
          isSnoozed: state == .snoozed)
      ],
      holds: hold.map {
        [ServiceHistory.Hold(mention: mention.id, reason: $0.reason, at: $0.since)]
      } ?? [])
    content.moves = LevelHistory(
      [
        LevelMove(
          id: 1, from: .calm,
          change: LevelChange(
            level: level, seat: Fixtures.ana, at: mention.seenAt, reason: "why"))
      ])
    var rig = Rig(columns: 240, mentions: [mention])
    rig.state.layers = [.detail(DetailLayer(mention: mention.id, content: content))]
    return rig.text.split(separator: "\n").map(String.init)
  }

  @Test func theDetailSaysByWhenHowLongAndWhy() {
    let open = lines(.open, nil).joined(separator: "\n")
    #expect(open.contains("open, first answer due"))
    #expect(open.contains("target 60 min for complaints at level watch"))
    let hold = AnswerHold(
      reason: .theyAskedToWait, since: Fixtures.now.adding(.minutes(-3)), left: .minutes(12))
    let held = lines(.open, hold).joined(separator: "\n")
    #expect(held.contains("with 12 min left: they asked us to wait"))
    let snoozed = AnswerHold(reason: .snoozed, since: Fixtures.now, left: .minutes(12))
    #expect(lines(.snoozed, snoozed).joined(separator: "\n").contains("snoozed until"))
  }
}
