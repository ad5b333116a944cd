import DeskCore
import DeskServices
import DeskStore
import DeskTesting
import Testing

@testable import DeskUI

/// Hundreds say the same at once.
@Suite struct PileStories {
  let desk: StoryDesk

  init() throws { desk = try StoryDesk() }

  /// So many people pass one text on, each a little changed.
  private func pileOn(_ count: Int) throws {
    let ends = ["", " !!!", " 😡", " Shame on you", " Never again", " RT please"]
    for number in 1...count {
      try desk.write(
        "Your new kettle caught fire in our kitchen and the hotline hangs up on us"
          + ends[number % ends.count], from: "person\(number)")
    }
    try desk.cluster()
  }

  @Test func threeHundredAreReadOnceAndJudgedInSixKeys() async throws {
    try desk.write("Does the small model fit the old base?", from: "wei")
    try pileOn(300)
    let ana = try desk.sitDown("ana")
    #expect(ana.shows("301 unanswered"))
    ana.press("3")
    #expect(ana.shows("×300"))
    #expect(ana.state.queue.mentions.count == 2)
    let before = ana.keys
    if ana.state.queue.selected?.cluster == nil { ana.press("j") }
    // The preview shows whom it touches, and the number is typed.
    ana.press("d")
    #expect(ana.shows("@person5"))
    ana.type("300")
    ana.press("<Enter>")
    #expect(ana.keys - before <= 6)
    #expect(ana.shows("1 unanswered"))
    #expect(try desk.store.status(now: desk.clock.now()).open == 1)
    #expect(try desk.actions().count { $0 == "ana judge" } == 300)
    // One step back brings all of them back.
    ana.press("z")
    #expect(ana.shows("301 unanswered"))
    #expect(ana.shows("×300"))
  }

  @Test func aRowThatWaitsForThemLetsTheClocksOfAllStand() throws {
    try pileOn(12)
    let ana = try desk.sitDown("ana")
    ana.press("3 H")
    let held = try desk.store.queue(MentionFilter(), by: .breach, after: nil, limit: 50).mentions
    #expect(held.count == 12)
    #expect(held.allSatisfy { $0.hold?.reason == .askedThem })
    ana.press("z")
    let free = try desk.store.queue(MentionFilter(), by: .breach, after: nil, limit: 50).mentions
    #expect(free.allSatisfy { $0.hold == nil })
  }

  @Test func anAnswerGoesToOnePersonAndTheNextComesUpWithTheWords() async throws {
    try pileOn(12)
    let ana = try desk.sitDown("ana")
    ana.press("3 r")
    ana.type("We are so sorry. Please stop using it; we call you today.")
    ana.press("F5 F5")
    #expect(ana.shows("We are so sorry. Please stop using it; we call you today."))
    // Two presses of the key are one answer: the words are for somebody else now.
    #expect(ana.shows("public reply to @person1 as"))
    #expect(ana.shows("make them theirs"))
    ana.press("C-u")
    ana.type("Thank you for telling us, a new one is on its way.")
    ana.press("F5 F5 <Esc>")
    try await desk.wait(.seconds(12))
    #expect(desk.arrived.count == 2)
    #expect(Set(desk.platform.sent.compactMap(\.content.recipient)) == ["person1", "person2"])
    #expect(try desk.store.status(now: desk.clock.now()).open == 10)
    #expect(ana.shows("×10"))
  }

  @Test func oneIsNotLikeTheOthersAndIsTakenOut() throws {
    try pileOn(5)
    let ana = try desk.sitDown("ana")
    ana.press("3 <Enter>")
    #expect(ana.shows("5 say nearly the same, 5 of them wait"))
    #expect(ana.shows("@person2"))
    // A second Enter lists the members, where each is a row of its own.
    ana.press("<Enter>")
    #expect(ana.state.queue.mentions.count == 5)
    ana.press("j X")
    #expect(ana.state.queue.mentions.count == 4)
    ana.press("<Esc>")
    #expect(ana.state.queue.mentions.count == 2)
    #expect(ana.shows("×4"))
    ana.press("z")
    #expect(ana.shows("×5"))
  }

  @Test func aRestartGoesOnWithTheSameClusters() throws {
    try pileOn(20)
    // What another process that knows only what is stored makes of the next ones.
    for number in 21...40 {
      try desk.write(
        "Your new kettle caught fire in our kitchen and the hotline hangs up on us. Wow",
        from: "person\(number)")
      if number % 7 == 0 { try desk.cluster() }
    }
    try desk.cluster()
    let ana = try desk.sitDown("ana")
    ana.press("3")
    #expect(ana.state.queue.mentions.count == 1)
    #expect(ana.shows("×40"))
  }
}
