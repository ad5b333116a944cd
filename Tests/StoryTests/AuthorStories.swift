import DeskCore
import DeskStore
import DeskTesting
import Testing

@testable import DeskUI

/// Who is it that writes?
@Suite struct AuthorStories {
  @Test func theCardIsOpenedAVerdictGivenAndFound() throws {
    let desk = try StoryDesk()
    try desk.write("Which of your kettles caught fire, and when?", from: "gazette")
    try desk.write("My kettle leaks", from: "lena")
    let ana = try desk.sitDown("ana")
    ana.press("3")
    for _ in 0..<2 where ana.state.queue.selected?.incoming.author.handle != "gazette" {
      ana.press("j")
    }
    ana.press("I")
    #expect(ana.shows("@gazette on mastodon: who is this?"))
    #expect(ana.shows("1 mention: 1 open"))
    #expect(ana.shows("press       writes for a newspaper"))
    ana.press("3")
    ana.type("writes on Tuesdays")
    ana.press("<Enter>")
    #expect(ana.shows("‹press› Which"))
    ana.press("<Enter>")
    #expect(ana.shows("press, said ana"))
    #expect(ana.shows("writes on Tuesdays"))
    ana.press("<Esc> /")
    ana.type("author-is:press")
    ana.press("<Enter>")
    #expect(ana.state.queue.mentions.count == 1)
    #expect(ana.state.stream.mentions.count == 1)
    ana.press("<Esc> z")
    #expect(!ana.shows("‹press›"))
    #expect(try desk.actions().suffix(2) == ["ana author", "ana author-back"])
  }

  @Test func aTrollStaysInSightAndIsNeverLate() async throws {
    let desk = try StoryDesk()
    try desk.write("You are all thieves and liars!!!", from: "grim")
    let ana = try desk.sitDown("ana")
    ana.press("3 :")
    ana.type("author troll feeds on answers")
    ana.press("<Enter>")
    #expect(ana.shows("‹troll›"))
    desk.clock.advance(by: .days(3))
    try await desk.wait(.seconds(1))
    #expect(ana.shows("overdue 0"))
    #expect(ana.shows("1 unanswered"))
    ana.press(":")
    ana.type("author nice")
    ana.press("<Enter>")
    #expect(ana.shows("nice is no verdict"))
  }
}
