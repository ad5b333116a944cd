import DeskCore
import DeskServices
import DeskStore
import DeskTesting
import Testing

/// An answer that goes on in private.
@Suite struct PrivateStories {
  private static let notice =
    "Thank you for writing to us. We want to help and have sent you a private message."
  private let one = MentionID(rawValue: 1)

  private func desk(_ capabilities: Capabilities = Capabilities(rawValue: 0x3ff)) throws
    -> StoryDesk
  {
    let desk = try StoryDesk(capabilities: capabilities)
    try desk.write("Where is my order 482913? Nobody answers!", from: "lena")
    return desk
  }

  private func items(_ desk: StoryDesk) throws -> [OutgoingItem] {
    try desk.store.decide { try $0.items(in: OutgoingState.allCases) }.sorted { $0.id < $1.id }
  }

  @Test func theMessageGoesFirstAndThePublicWordFollows() async throws {
    let desk = try desk()
    let ana = try desk.sitDown("ana")
    ana.press("3 r")
    ana.type("Your parcel is in Lviv, Lena, and we are sorry. ")
    ana.press("F7")
    #expect(ana.shows("only @lena reads:"))
    #expect(ana.shows("Thank you for writing to us."))
    ana.press("F5")
    let pair = try items(desk)
    #expect(pair.map(\.content.kind) == [.directReply, .reply])
    #expect(pair.map(\.state) == [.queued, .held])
    #expect(pair.last?.decided.after == pair.first?.id)
    try await desk.wait(.seconds(15))
    #expect(
      desk.arrived == ["Your parcel is in Lviv, Lena, and we are sorry. ", Self.notice])
    #expect(desk.platform.sent.map(\.content.visibility) == [.direct, .public])
    #expect(try desk.store.mention(one)?.state == .answered)
    let mention = try #require(try desk.store.mention(one))
    let entries = try desk.store.conversation(mention.conversation, limit: 10)
    #expect(entries.count == 3)
    #expect(try desk.actions().contains("ana move-private"))
  }

  @Test func takingItBackTakesBoth() async throws {
    let desk = try desk()
    let ana = try desk.sitDown("ana")
    ana.press("3 F7")
    ana.type("Sorry, Lena, we found your parcel.")
    ana.press("F5 u")
    #expect(try items(desk).map(\.state) == [.dropped, .dropped])
    try await desk.wait(.seconds(20))
    #expect(desk.arrived.isEmpty)
    // What was typed is there again, as a private answer.
    #expect(ana.shows("Sorry, Lena, we found your parcel."))
    #expect(ana.shows("private reply"))
  }

  @Test func nothingIsSaidInPublicOfAMessageThatDidNotGo() async throws {
    let desk = try desk()
    let ana = try desk.sitDown("ana")
    desk.platform.answer(.fails(.rejected(code: 403, detail: "they take no messages")))
    ana.press("3 F7")
    ana.type("Sorry, Lena, we found your parcel.")
    ana.press("F5")
    try await desk.wait(.minutes(20))
    #expect(desk.platform.arrivedCount == 0)
    let pair = try items(desk)
    #expect(pair.map(\.state) == [.refused, .held])
    #expect(pair.last?.detail.contains("did not go") == true)
    #expect(try desk.store.mention(one)?.state == .open)
    // Sending the message after all lets the public word follow.
    ana.press("3")
    ana.type(":retry")
    ana.press("<Enter>")
    try await desk.wait(.seconds(20))
    #expect(desk.platform.arrivedCount == 2)
    #expect(try desk.store.mention(one)?.state == .answered)
  }

  @Test func thePublicWordsCanBeChangedAndAreReadToo() async throws {
    let desk = try desk()
    let ana = try desk.sitDown("ana")
    ana.press("3 F7")
    ana.type("Sorry, Lena, we found your parcel.")
    ana.press("F7")
    ana.type(" We guarantee it!")
    ana.press("F5")
    #expect(ana.shows("a guarantee"))
    #expect(try items(desk).isEmpty)
    ana.press("F5")
    try await desk.wait(.seconds(15))
    #expect(desk.arrived.last == Self.notice + " We guarantee it!")
  }

  @Test func sixPeopleMayBeWrittenToWithTheSameApprovedWords() async throws {
    let desk = try desk()
    for number in 2...7 { try desk.write("Where is order 48291\(number)?", from: "p\(number)") }
    let ana = try desk.sitDown("ana")
    for number in 1...7 {
      ana.press("3 F7")
      ana.type("Sorry, number \(number), it is on its way to you.")
      ana.press("F5")
      try await desk.wait(.seconds(15))
    }
    #expect(desk.arrived.count == 14)
  }

  @Test func whileThePublicWordWaitsForAYesTheClockSaysWhereItWent() async throws {
    let policy = ApprovalsByRole(levels: LevelRules(calm: LevelRule(approvals: 1)))
    let desk = try StoryDesk(
      team: Team(roles: [Seat("ana"): .responder, Seat("kim"): .lead]), approvals: policy)
    try desk.write("Where is my order 482913? Nobody answers!", from: "lena")
    let ana = try desk.sitDown("ana")
    let kim = try desk.sitDown("kim")
    ana.press("3 F7")
    ana.type("Sorry, Lena, we found your parcel.")
    ana.press("F5")
    try await desk.wait(.seconds(15))
    #expect(desk.arrived == ["Sorry, Lena, we found your parcel."])
    let mention = try desk.store.mention(one)
    #expect(mention?.state == .open)
    #expect(mention?.hold?.reason == .movedToPrivate)
    kim.press("Q")
    #expect(kim.shows("in private: Sorry, Lena, we found your parcel."))
    kim.press("K")
    try await desk.wait(.seconds(15))
    #expect(desk.arrived.count == 2)
    #expect(try desk.store.mention(one)?.state == .answered)
  }

  @Test func anAccountWithoutMessagesGivesTheContacts() async throws {
    let desk = try desk([.mentions, .live, .reply])
    desk.rules.channel = PrivateChannel(contact: ContactCard(email: "help@acme.example"))
    desk.rules.lint = AnswerLint(contact: ContactCard(email: "help@acme.example"))
    let ana = try desk.sitDown("ana")
    ana.press("3 r")
    ana.type("Your order is late because")
    ana.press("F7")
    #expect(ana.shows("help@acme.example"))
    #expect(!ana.shows("Your order is late"))
    ana.press("F7")
    #expect(ana.shows("Your order is late because"))
    ana.press("F7 F5")
    try await desk.wait(.seconds(15))
    #expect(desk.arrived.count == 1)
    #expect(desk.arrived.first?.contains("help@acme.example") == true)
  }
}
