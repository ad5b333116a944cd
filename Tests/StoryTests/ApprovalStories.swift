import DeskCore
import DeskStore
import DeskTesting
import Testing

/// A writer and an approver before two screens.
@Suite struct ApprovalStories {
  private static let team = Team(
    roles: [Seat("ana"): .responder, Seat("kim"): .lead, Seat("lee"): .lead])
  private let one = MentionID(rawValue: 1)

  private func desk(_ needs: Int = 1) throws -> StoryDesk {
    let desk = try StoryDesk(
      team: Self.team, approvals: ApprovalsByLevel(answers: ApprovalNeed([needs])))
    try desk.write("My kettle caught fire and nobody answers the phone", from: "lena")
    return desk
  }

  private func item(_ desk: StoryDesk) throws -> OutgoingItem? {
    try desk.store.outbox(now: desk.clock.now(), limit: 10).first
  }

  @Test func anApproverEditsAndTheWriterSeesWhatChanged() async throws {
    let desk = try desk()
    let ana = try desk.sitDown("ana")
    let kim = try desk.sitDown("kim")
    ana.press("3 r")
    ana.type("We are sorry about the broken kettle, Lena.")
    ana.press("F5")
    let before = try #require(try item(desk))
    #expect(before.state == .awaitingApproval)
    kim.press("Q")
    #expect(kim.shows("by ana"))
    #expect(kim.shows("to @lena"))
    #expect(kim.shows("My kettle caught fire"))
    #expect(kim.shows("sorry about the broken kettle"))
    #expect(kim.shows("expires in 01:00"))
    kim.press("E")
    for _ in "broken kettle, Lena." { kim.press("<Backspace>") }
    kim.type("burnt kettle, Lena.")
    kim.press("<Enter>")
    #expect(ana.shows("kim changed your words"))
    let after = try #require(try item(desk))
    #expect(after.decided.digest != before.decided.digest)
    #expect(after.revisions.map(\.before) == ["We are sorry about the broken kettle, Lena."])
    ana.press("3 <Enter> G")
    #expect(ana.shows("[-broken-] {+burnt+} kettle"))
    try await desk.wait(.seconds(15))
    #expect(desk.arrived == ["We are sorry about the burnt kettle, Lena."])
  }

  @Test func aYesThatCameLateSendsNothingByItself() async throws {
    let desk = try desk()
    let ana = try desk.sitDown("ana")
    let kim = try desk.sitDown("kim")
    ana.press("3 r")
    ana.type("We are sorry, Lena. Please unplug it.")
    ana.press("F5")
    desk.clock.advance(by: .minutes(61))
    kim.press("Q")
    kim.tick()
    #expect(kim.shows("expired 1 min ago"))
    kim.press("K")
    try await desk.wait(.minutes(2))
    #expect(desk.arrived.isEmpty)
    #expect(try item(desk)?.state == .approved)
    ana.press("3 <Enter>")
    #expect(ana.shows("too late"))
    ana.type(":retry")
    ana.press("<Enter>")
    try await desk.wait(.seconds(15))
    #expect(desk.arrived.count == 1)
  }

  @Test func nobodyApprovesTheirOwnAndTwoAreTwo() async throws {
    let desk = try desk(2)
    let kim = try desk.sitDown("kim")
    let lee = try desk.sitDown("lee")
    kim.press("3 r")
    kim.type("We are sorry, Lena.")
    kim.press("F5")
    kim.press("3 K")
    #expect(kim.shows("is yours: another person must say yes"))
    // The same key in the list, in the detail view and in the pane.
    lee.press("3 K")
    #expect(try item(desk)?.approvers == [Seat("lee")])
    lee.press("Q")
    #expect(lee.shows("Nothing waits for your yes."))
    try await desk.wait(.seconds(15))
    #expect(desk.arrived.isEmpty)
  }

  @Test func inACrisisALeadMayOverrideAndEverybodySeesIt() async throws {
    let desk = try desk()
    let kim = try desk.sitDown("kim")
    let ana = try desk.sitDown("ana")
    kim.press("3 r")
    kim.type("We are sorry, Lena. Please unplug it now.")
    kim.press("F5")
    kim.press("3")
    kim.type(":override alone at night")
    kim.press("<Enter>")
    #expect(kim.shows("only at level crisis"))
    kim.type(":level crisis fire")
    kim.press("<Enter>")
    kim.type(":override")
    kim.press("<Enter> <Enter>")
    #expect(kim.shows("a reason is needed"))
    kim.type("alone at night, it burns")
    kim.press("<Enter>")
    #expect(ana.shows("OVERRIDDEN 1, last by kim"))
    try await desk.wait(.seconds(15))
    #expect(desk.arrived.count == 1)
    let audit = try desk.store.audit(after: 0, limit: 1000).first { $0.action == "OVERRIDE" }
    #expect(audit?.detail.contains("alone at night, it burns") == true)
  }

  @Test func anOverrideEndsWithTheCrisis() async throws {
    let desk = try desk()
    let kim = try desk.sitDown("kim")
    kim.type(":level crisis fire")
    kim.press("<Enter> 3 r")
    kim.type("We are sorry, Lena. Please unplug it now.")
    kim.press("F5 3")
    kim.type(":override alone")
    kim.press("<Enter>")
    kim.type(":level incident it is out")
    kim.press("<Enter>")
    try await desk.wait(.seconds(15))
    #expect(desk.arrived.isEmpty)
    #expect(try item(desk)?.state == .awaitingApproval)
    #expect(!kim.shows("OVERRIDDEN"))
  }
}
