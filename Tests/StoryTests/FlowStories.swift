import DeskCore
import DeskStore
import DeskTesting
import Testing

/// One person works through the queue: the screen goes on to the next by itself.
@Suite struct FlowStories {
  let desk: StoryDesk

  init() throws {
    desk = try StoryDesk()
    try desk.write("Where is my refund? It is three weeks now!", from: "lena")
    try desk.write("Flight gone, nobody here, a disgrace", from: "omar")
    try desk.write("My bag is lost and your phone line is dead", from: "sara")
  }

  @Test func anAnswerFromTheListLeadsToTheNextRow() async throws {
    let ana = try desk.sitDown("ana")
    ana.press("3")
    for _ in 1...3 {
      ana.press("r")
      ana.type("We are sorry; we look into it now.")
      ana.press("F5")
    }
    #expect(ana.shows("{ana →"))
    try await desk.wait(.seconds(15))
    #expect(Set(desk.platform.sent.compactMap(\.content.recipient)) == ["lena", "omar", "sara"])
    #expect(ana.shows(" 0 unanswered"))
  }

  @Test func anAnswerFromAnOpenMentionOpensTheNext() throws {
    let ana = try desk.sitDown("ana")
    ana.press("3 <Enter>")
    let first = ana.open
    ana.press("r")
    ana.type("We are sorry; we look into it now.")
    ana.press("F5")
    #expect(ana.open != nil)
    #expect(ana.open != first)
  }

  @Test func anOpenMentionLeafsToItsNeighbours() throws {
    let ana = try desk.sitDown("ana")
    ana.press("3 <Enter>")
    let first = ana.open
    ana.press("l")
    let second = ana.open
    #expect(second != first)
    ana.press("<Right>")
    #expect(ana.open != second)
    ana.press("h h")
    #expect(ana.open == first)
  }
}
