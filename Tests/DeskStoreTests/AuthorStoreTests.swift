import DeskCore
import DeskStore
import Testing

/// What the database knows of authors.
@Suite struct AuthorStoreTests {
  private let desk: DeskDatabase
  private let ana = AuthorKey(handle: "ana", platform: .demo)
  private let lea = Seat("lea")

  init() throws { desk = try DeskDatabase.temporary() }

  private func judge(_ author: AuthorKey, _ kind: AuthorKind, after seconds: Int64 = 0) throws {
    let at = dawn.adding(.seconds(seconds))
    try desk.decide { tx in
      try tx.add(AuthorVerdict(kind: kind, seat: lea, at: at, note: "n"), on: author)
    }
  }

  private func native(_ change: (inout MentionFilter) -> Void) throws -> [String] {
    var filter = MentionFilter()
    change(&filter)
    let stream = try desk.stream(filter, before: nil, limit: 9).mentions
    let queue = try desk.queue(filter, after: nil, limit: 9).mentions
    #expect(Set(stream.map(\.id)) == Set(queue.map(\.id)))
    return stream.map(\.incoming.key.native)
  }

  @Test func theNewestVerdictCountsAndAllAreKept() throws {
    try desk.take(judged("1"), judged("2", by: "ben"), judged("3"))
    try judge(ana, .customer)
    try judge(ana, .press, after: 5)
    try judge(AuthorKey(handle: "ben", platform: .demo), .troll)
    let profile = try #require(try desk.profile(of: ana, now: dawn))
    #expect(profile.verdict?.kind == .press)
    #expect(profile.verdicts.map(\.kind) == [.press, .customer])
    #expect(try native { $0.authorKinds = [.press] } == ["3", "1"])
    #expect(try native { $0.authorKinds = [.press, .troll] } == ["3", "2", "1"])
    #expect(try native { $0.authorKinds = [.staff] } == [])
    #expect(try desk.mention(MentionID(rawValue: 2))?.authorKind == .troll)
    let back = try desk.decide { try $0.takeBackVerdict(on: ana, at: dawn) }
    #expect(back?.kind == .press)
    #expect(try native { $0.authorKinds = [.customer] } == ["3", "1"])
    #expect(try desk.profile(of: ana, now: dawn)?.verdicts.map(\.kind) == [.customer])
  }

  @Test func theCardHoldsTheEvidence() throws {
    for index in 0..<12 {
      try desk.take(
        judged("\(index)", "buy my coin", at: dawn.adding(.minutes(Int64(index))), followers: 40))
    }
    try desk.take(judged("b", by: "ben"), judged("c", by: "cleo"), judged("d", by: "dan"))
    let members = Dictionary(
      uniqueKeysWithValues: ([2] + Array(13...15)).map {
        (MentionID(rawValue: Int64($0)), ClusterID(rawValue: 1))
      })
    #expect(
      try desk.store(
        ClusterStep(
          from: MentionID(rawValue: 0), to: MentionID(rawValue: 15), members: members)))
    try desk.decide { try $0.set(MentionID(rawValue: 1), state: .answered, snoozedUntil: nil) }
    let profile = try #require(try desk.profile(of: ana, now: dawn))
    #expect(profile.contacts.counts == [.open: 11, .answered: 1])
    #expect(profile.contacts.first == dawn)
    #expect(profile.contacts.last == dawn.adding(.minutes(11)))
    #expect(profile.otherNames == ["ben", "cleo", "dan"])
    #expect(
      profile.hints == [
        .manyMentions(inAnHour: 12), .repeatsItself(texts: 12, different: 1),
        .sharesText(names: 3),
      ])
    #expect(try desk.authors(named: "ana") == [ana])
    #expect(try desk.authors(named: "nobody").isEmpty)
    #expect(try desk.profile(of: AuthorKey(handle: "nobody", platform: .demo), now: dawn) == nil)
  }

  @Test func aTrollsClockStandsFromTheBeginning() throws {
    try desk.take(judged("1"))
    try judge(ana, .troll)
    try desk.take(judged("2", at: dawn.adding(.minutes(5))))
    #expect(try desk.reclockChanged(limit: 9, by: ServiceLevels()) > 0)
    #expect(try desk.mention(native: "2")?.dueAt == .never)
    #expect(try desk.mention(native: "2")?.hold?.reason == .troll)
    #expect(try desk.status(now: dawn.adding(.days(9))).open == 2)
  }
}
