import DeskCore
import DeskStore
import DeskTesting
import Testing

/// Two people, one complaint.
@Suite struct RaceStories {
  let desk: StoryDesk

  init() throws {
    desk = try StoryDesk()
    try desk.write("My kettle caught fire and nobody answers the phone", from: "lena")
  }

  @Test func whoTypesFirstHasItAndTheOtherSeesTheName() async throws {
    let ana = try desk.sitDown("ana")
    let ben = try desk.sitDown("ben")
    ana.press("3 r")
    ben.press("3 r")
    ana.type("We are sorry")
    ben.type("Sor")
    #expect(ben.shows("ana"))
    ben.type("ry to hear it, Lena.")
    ben.press("F5")
    #expect(try desk.store.outbox(now: desk.clock.now(), limit: 10).isEmpty)
    // Nothing typed is lost to whoever lost.
    #expect(ben.shows("ry to hear it, Lena."))
    ana.type(" about your kettle; we look into it now.")
    ana.press("F5")
    try await desk.wait(.seconds(15))
    #expect(desk.arrived == ["We are sorry about your kettle; we look into it now."])
    ben.press("F5")
    try await desk.wait(.seconds(15))
    #expect(desk.arrived.count == 1)
    #expect(try desk.actions().filter { $0.hasSuffix(" reply") } == ["ana reply"])
  }

  @Test func aColleagueTakesItOverAndTheFirstIsTold() async throws {
    let ana = try desk.sitDown("ana")
    let ben = try desk.sitDown("ben")
    ana.press("3 c")
    #expect(ben.shows("ana"))
    ben.press("3 c")
    // Taking it over is asked about once.
    #expect(ben.shows("y takes it and tells them"))
    #expect(try desk.store.mention(MentionID(rawValue: 1))?.claim?.seat == ana.seat)
    ben.press("y")
    #expect(try desk.store.mention(MentionID(rawValue: 1))?.claim?.seat == ben.seat)
    #expect(ana.shows("ben"))
    #expect(try desk.actions().contains("ben steal"))
  }

  @Test func twoMinutesOfSilenceGiveItBackAndKeepTheDraft() async throws {
    let ana = try desk.sitDown("ana")
    let ben = try desk.sitDown("ben")
    ana.press("3 r")
    ana.type("We are so")
    try await desk.wait(.seconds(70))
    #expect(ana.shows("We are so"))
    try await desk.wait(.seconds(60))
    ben.press("3 r")
    ben.type("Dear Lena, we are sorry; we call you today.")
    ben.press("F5")
    try await desk.wait(.seconds(15))
    #expect(desk.arrived == ["Dear Lena, we are sorry; we call you today."])
    #expect(ana.shows("We are so"))
  }

  @Test func whoComesBackSeesThatAColleagueAnswered() async throws {
    let ana = try desk.sitDown("ana")
    let ben = try desk.sitDown("ben")
    ana.press("3 r")
    ana.type("We are")
    ana.isConnected = false
    try await desk.wait(.seconds(130))
    ben.press("3 r")
    ben.type("Sorry, Lena! We send you a new one today.")
    ben.press("F5")
    try await desk.wait(.seconds(15))
    #expect(desk.arrived.count == 1)
    ana.isConnected = true
    #expect(ana.shows("ben"))
    ana.type(" sorry.")
    ana.press("F5 F5")
    try await desk.wait(.seconds(15))
    #expect(desk.arrived.count == 1)
    #expect(ana.shows("We are sorry."))
  }
}
