import DeskCore
import DeskServices
import DeskTesting
import Testing

@Suite struct ClaimTests {
  @Test func theSecondSeatLearnsWhoHasIt() throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    guard case .claimed(let claim) = try desk.run(.claim(id), as: desk.ana) else {
      Issue.record("no claim")
      return
    }
    #expect(claim.until == desk.now.adding(Claim.lease))
    #expect(try desk.refusal(.claim(id), as: desk.ben) == .claimed(claim))
    #expect(try desk.refusal(.renew(id), as: desk.ben) == .claimed(claim))
    #expect(try desk.refusal(.release(id), as: desk.ben) == .claimed(claim))
  }

  @Test func ofTwoThatRaceOneWins() async throws {
    for round in 0..<50 {
      let desk = TestDesk()
      let id = try desk.bring(desk.incoming("\(round)"))[0]
      let winners = await withTaskGroup(of: Bool.self) { group in
        for seat in [desk.ana, desk.ben] {
          group.addTask { (try? desk.run(.claim(id), as: seat)) != nil }
        }
        return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(winners == 1)
    }
  }

  @Test func aClaimCoversTheConversationAndLapses() throws {
    let desk = TestDesk()
    let ids = try desk.bring(desk.incoming("1"), desk.incoming("2", replyTo: "1"))
    try desk.run(.claim(ids[0]), as: desk.ana)
    #expect(try desk.refusal(.claim(ids[1]), as: desk.ben) != nil)
    desk.clock.advance(by: Claim.lease)
    #expect(try desk.refusal(.claim(ids[1]), as: desk.ben) == nil)
  }

  @Test func renewingKeepsSinceAndMovesUntil() throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    let since = desk.now
    try desk.run(.claim(id))
    desk.clock.advance(by: .seconds(60))
    guard case .claimed(let claim) = try desk.run(.renew(id)) else { return }
    #expect(claim.since == since)
    #expect(claim.until == desk.now.adding(Claim.lease))
    // Keeping what one has is no news.
    #expect(try desk.actions() == ["claim"])
  }

  @Test func aLeadMayTakeItAndTheRecordSaysFromWhom() throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    try desk.run(.claim(id), as: desk.ben)
    #expect(try desk.refusal(.steal(id), as: desk.ben) == .role(needed: .lead, has: .responder))
    try desk.run(.steal(id), as: desk.ana)
    #expect(try desk.desk.mention(id)?.claim?.seat == desk.ana)
    #expect(try desk.desk.audit(after: 0, limit: 10).last?.detail == "from ben")
  }

  @Test func releasingFreesAndUndoTakesBack() throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    try desk.run(.claim(id))
    #expect(try desk.run(.release(id)) == .done(undo: [.claim(id)]))
    #expect(try desk.desk.mention(id)?.claim == nil)
    #expect(try desk.run(.release(id)) == .done(undo: []))
  }

  @Test func notesAndLooksNeedNoClaimAndOnlyNotesAreAudited() throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    try desk.run(.claim(id))
    let before = try desk.desk.audit(after: 0, limit: 99).count
    try desk.run(.look(id), as: desk.ben)
    try desk.run(.note(id, text: "  her order is 4711\n"), as: desk.ben)
    let entries = try desk.desk.audit(after: 0, limit: 99).dropFirst(before)
    #expect(entries.map(\.action) == ["note"])
    #expect(entries.first?.detail == "her order is 4711")
    #expect(try desk.desk.status(now: desk.now).presence.map(\.seat) == [desk.ben])
    try desk.run(.look(nil), as: desk.ben)
    #expect(try desk.desk.status(now: desk.now).presence.isEmpty)
    #expect(throws: Refusal.emptyText) { try desk.run(.note(id, text: " \n"), as: desk.ben) }
    #expect(throws: Refusal.tooLong(count: 4001, limit: 4000)) {
      try desk.run(.note(id, text: String(repeating: "x", count: 4001)))
    }
  }
}
