import DeskCore
import DeskStore
import DeskTesting
import Testing

@testable import DeskUI

/// Rows of acts by one key, and taking things back.
@Suite struct MacroStories {
  private static let file = """
    [parcel-late]
    :claim
    :note "waits for the courier"
    :snooze +1h
    [twice]
    :claim
    :no-action
    :no-action
    [done]
    :no-action
    [late]
    :claim
    :saved late
    [asks]
    :note
    """

  private func desk(_ count: Int = 1) throws -> StoryDesk {
    let desk = try StoryDesk()
    desk.macros = MacroBook(text: Self.file, name: "macros").macros
    for number in 1...count {
      try desk.write("Where is my parcel, it should be here \(number)?", from: "p\(number)")
    }
    return desk
  }

  private func state(_ desk: StoryDesk, _ id: Int64 = 1) throws -> MentionState? {
    try desk.store.mention(MentionID(rawValue: id))?.state
  }

  @Test func itIsShownThenRunAndTakenBackAtOnce() throws {
    let desk = try desk(3)
    let ana = try desk.sitDown("ana")
    ana.press("3 M")
    #expect(ana.shows("parcel-late  :claim  :note \"waits for the courier\""))
    ana.press("<Enter>")
    #expect(ana.shows("runs   :claim"))
    #expect(ana.shows("runs   :snooze +1h"))
    #expect(try desk.actions().filter { $0.hasPrefix("ana") }.isEmpty)
    ana.press("<Enter>")
    #expect(
      try desk.actions().filter { $0.hasPrefix("ana") } == ["ana claim", "ana note", "ana snooze"])
    let touched = try (1...3).filter { try state(desk, $0) == .snoozed }
    #expect(touched.count == 1)
    ana.press("z")
    let id = Int64(touched[0])
    #expect(try state(desk, id) == .open)
    #expect(try desk.store.mention(MentionID(rawValue: id))?.claim == nil)
    ana.press("z")
    #expect(ana.shows("nothing to undo"))
  }

  @Test func itStopsAtTheFirstRefusalAndSaysWhere() throws {
    let desk = try desk()
    let ana = try desk.sitDown("ana")
    ana.press("3")
    ana.type(":macro twice")
    ana.press("<Enter> <Enter>")
    #expect(ana.shows("twice stopped at line 8, :no-action: already judged"))
    #expect(try state(desk) == .noAction)
    ana.press("z")
    #expect(try state(desk) == .open)
  }

  @Test func aQuestionInTheMiddleStopsIt() throws {
    let desk = try desk()
    let ana = try desk.sitDown("ana")
    ana.press("3")
    ana.type(":macro asks")
    ana.press("<Enter> <Enter>")
    #expect(ana.shows("it asks a question"))
    ana.press("d")
    #expect(try state(desk) == .noAction)
  }

  @Test func itActsOnAllThatIsMarkedAndLeavesRepeatAlone() throws {
    let desk = try desk(4)
    let ana = try desk.sitDown("ana")
    ana.press("3 t m m")
    ana.type(":macro done")
    ana.press("<Enter> <Enter>")
    let states = try (1...4).map { try state(desk, $0) }
    #expect(states.count { $0 == .noAction } == 2)
    ana.press(".")
    #expect(try (1...4).map { try state(desk, $0) }.count { $0 == .troll } == 2)
  }

  @Test func aSavedReplyIsPutIntoTheAnswer() async throws {
    let desk = try desk()
    desk.replies = [
      SavedReply(
        id: SavedReplyID(rawValue: "late"), title: "Late", owner: Seat("ana"),
        approver: Seat("kim"), variants: [.init(tag: "en", body: "Sorry {name}, it is on its way.")]
      )
    ]
    let ana = try desk.sitDown("ana")
    ana.press("3")
    ana.type(":macro late")
    ana.press("<Enter> <Enter>")
    #expect(ana.shows("it is on its way."))
    #expect(try desk.store.mention(MentionID(rawValue: 1))?.claim?.seat == Seat("ana"))
  }

  @Test func whatWasTakenBackCanBeDoneAgain() throws {
    let desk = try desk(2)
    let ana = try desk.sitDown("ana")
    ana.press("3 d d")
    ana.press("z z")
    #expect(try [1, 2].map { try state(desk, $0) } == [.open, .open])
    ana.press("C-y")
    #expect(try [1, 2].map { try state(desk, $0) }.count { $0 == .noAction } == 1)
    ana.press("C-y z z")
    #expect(try [1, 2].map { try state(desk, $0) } == [.open, .open])
    ana.press("c z")
    #expect(
      try [1, 2].allSatisfy { try desk.store.mention(MentionID(rawValue: $0))?.claim == nil })
    // A new act ends what could be done again.
    ana.press("d C-y")
    #expect(ana.shows("nothing to do again"))
  }
}
