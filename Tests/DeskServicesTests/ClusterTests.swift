import DeskCore
import DeskServices
import DeskTesting
import Testing

/// What is done to a cluster, and to one of it.
@Suite struct ClusterTests {
  let desk = TestDesk()
  let cluster = ClusterID(rawValue: 1)

  /// Brings so many mentions of different people in one cluster.
  private func pile(_ count: Int) throws -> [MentionID] {
    let ids = try (1...count).map { number in
      var incoming = desk.incoming("\(number)", "where is my bag, number \(number)?")
      incoming.author = Author(handle: "p\(number)@example.social")
      return try desk.bring(incoming)[0]
    }
    try desk.desk.decide { tx in for id in ids { try tx.setCluster(cluster, of: id) } }
    return ids
  }

  private func group(_ ids: [MentionID]) throws -> MentionGroup {
    let share = try #require(try desk.desk.mention(ids[0])?.cluster)
    return MentionGroup(clusters: [ClusterReach(share, lead: ids[0])])
  }

  @Test func oneVerdictIsForAllThatWaitAndOneUndoTakesItBack() throws {
    let ids = try pile(30)
    try desk.run(.judge([ids[4]], .answered, note: ""))
    let outcome = try desk.run(.triage(try group(ids), .judge(.noAction, note: "pile-on")))
    #expect(try ids.map { try desk.state($0) }.count { $0 == .noAction } == 29)
    #expect(try desk.state(ids[4]) == .answered)
    #expect(try desk.actions().count { $0 == "judge" } == 30)
    guard case .done(let undo) = outcome else { throw MemoryDesk.Fault() }
    #expect(undo == [.reopen(ids.filter { $0 != ids[4] })])
  }

  @Test func whoJoinedLaterWasNotSeen() throws {
    let ids = try pile(3)
    let seen = try group(ids)
    let late = try desk.bring(desk.incoming("late"))[0]
    try desk.desk.decide { try $0.setCluster(cluster, of: late) }
    try desk.run(.triage(seen, .judge(.troll, note: "")))
    #expect(try desk.state(late) == .open)
    #expect(try desk.state(ids[2]) == .troll)
  }

  @Test func whomSomebodyElseAnswersIsLeftToThem() throws {
    let ids = try pile(4)
    try desk.run(.claim(ids[1]), as: desk.ben)
    _ = try desk.reply(ids[2])
    let all = try group(ids)
    try desk.run(.triage(all, .judge(.noAction, note: "")))
    #expect(try ids.map { try desk.state($0) } == [.noAction, .open, .open, .noAction])
    // What was named by itself is refused as ever.
    #expect(
      try desk.refusal(.triage(MentionGroup(mentions: [ids[2]]), .judge(.troll, note: "")))
        .map { if case .alreadyAnswered = $0 { true } else { false } } == true)
    try desk.run(.recall(OutgoingID(rawValue: 1)))
    try desk.run(.judge([ids[2]], .duplicate, note: ""))
    #expect(try desk.refusal(.triage(all, .judge(.troll, note: ""))) != nil)
    #expect(try desk.state(ids[1]) == .open)
  }

  @Test func notesSnoozesAndMoodsAreForAllToo() throws {
    let ids = try pile(3)
    let all = try group(ids)
    try desk.run(.triage(all, .note("the same hoax")))
    #expect(try desk.actions().count { $0 == "note" } == 3)
    try desk.run(.triage(all, .correct(MoodCorrection(sentiment: .negative))))
    #expect(try desk.desk.mention(ids[1])?.mood.sentiment == .negative)
    let until = desk.now.adding(.hours(1))
    try desk.run(.triage(all, .snooze(until: until, orSpike: false)))
    #expect(try ids.allSatisfy { try desk.desk.mention($0)?.snoozedUntil == until })
  }

  @Test func oneIsTakenOutAndPutBack() throws {
    let ids = try pile(3)
    #expect(try desk.run(.split(ids[1])) == .done(undo: [.unsplit(ids[1], into: cluster)]))
    #expect(try desk.desk.mention(ids[1])?.cluster == nil)
    #expect(try desk.desk.mention(ids[0])?.cluster?.size == 2)
    #expect(try desk.refusal(.split(ids[1])) == .noCluster(ids[1]))
    try desk.run(.unsplit(ids[1], into: cluster))
    #expect(try desk.desk.mention(ids[1])?.cluster?.size == 3)
    #expect(try desk.actions().suffix(2) == ["split", "unsplit"])
    #expect(try desk.refusal(.split(ids[0]), as: desk.eve) != nil)
  }
}
