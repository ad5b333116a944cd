import DeskCore
import DeskStore
import GRDB
import Testing

@Suite struct IntakeTests {
  @Test func keepsEverythingThatCameIn() throws {
    let desk = try DeskDatabase.temporary()
    let sent = judged(
      "a1", "Привіт, де моє замовлення?", followers: 1200, mood: mood(.negative),
      visibility: .direct)
    #expect(try desk.take(sent).new == 1)
    let stored = try #require(try desk.mention(native: "a1"))
    #expect(stored.incoming == sent.incoming)
    #expect(stored.mood == sent.mood)
    #expect(stored.state == .open)
    #expect(stored.version == 1)
    #expect(stored.dueAt == sent.dueAt)
    #expect(stored.conversation.rawValue == stored.id.rawValue)
    #expect(try desk.mention(stored.id) == stored)
  }

  @Test func tellsDuplicatesFromEdits() throws {
    let desk = try DeskDatabase.temporary()
    let result = try desk.take(judged("a", "one"), judged("a", "one"), judged("b", "two"))
    #expect(result.new == 2)
    #expect(result.duplicates == 1)
    let edit = judged("a", "changed", at: dawn.adding(.minutes(5)), mood: mood(.negative))
    #expect(try desk.take(edit).edited == 1)
    let stored = try #require(try desk.mention(native: "a"))
    #expect(stored.incoming.text == "changed")
    #expect(stored.version == 2)
    #expect(stored.editedAt == edit.seenAt)
    #expect(stored.seenAt == dawn)
    #expect(try desk.found("one").isEmpty)
    #expect(try desk.found("changed") == ["a"])
    let buckets = try desk.mood(from: dawn, to: dawn.adding(.minutes(60)), bucketSeconds: 3600)
    #expect(buckets.reduce(0) { $0 + $1.negative } == 1)
    #expect(buckets.reduce(0) { $0 + $1.neutral } == 1)
  }

  @Test func opensAJudgedMentionAgainWhenItsAuthorEditsIt() throws {
    let desk = try DeskDatabase.temporary()
    try desk.take(judged("a", "fine"))
    let id = try #require(try desk.mention(native: "a")).id
    try desk.decide { try $0.set(id, state: .noAction, snoozedUntil: nil) }
    let later = dawn.adding(.hours(9))
    try desk.take(judged("a", "not fine at all", at: later))
    let stored = try #require(try desk.mention(id))
    #expect(stored.state == .open)
    #expect(stored.version == 3)
    #expect(stored.dueAt == later.adding(.minutes(60)))
  }

  @Test func deletedMentionsStayGone() throws {
    let desk = try DeskDatabase.temporary()
    try desk.take(judged("a"))
    let key = MentionKey(account: main, native: "a")
    let unseen = MentionKey(account: main, native: "never seen")
    let result = try desk.store(batch([.deleted(key), .deleted(key), .deleted(unseen)]))
    #expect(result.deleted == 1)
    #expect(try desk.mention(native: "a")?.state == .withdrawn)
    try desk.take(judged("a", "back again"), judged("never seen"))
    #expect(try desk.mention(native: "a")?.state == .withdrawn)
    #expect(try desk.mention(native: "a")?.incoming.text == "hello")
    #expect(try desk.mention(native: "never seen") == nil)
    #expect(try desk.status(now: dawn).total == 1)
  }

  @Test func ownMessagesAreKeptAndNeverQueued() throws {
    let desk = try DeskDatabase.temporary()
    try desk.take(judged("mine", "we are on it", isOwn: true))
    #expect(try desk.mention(native: "mine")?.state == .own)
    #expect(try desk.queue(MentionFilter(), after: nil, limit: 10).mentions.isEmpty)
    #expect(
      try desk.mood(from: dawn, to: dawn.adding(.minutes(1)), bucketSeconds: 60)[0].count == 0)
    try desk.take(judged("mine", "we mended it", isOwn: true))
    #expect(try desk.mention(native: "mine")?.state == .own)
  }

  @Test func oneIdOnTwoAccountsIsTwoMentions() throws {
    let desk = try DeskDatabase.temporary()
    var other = judged("a").incoming
    other.key = MentionKey(account: AccountID("second"), native: "a")
    let twin = JudgedMention(incoming: other, mood: mood(), seenAt: dawn, dueAt: dawn)
    #expect(try desk.take(judged("a"), twin).new == 2)
  }

  @Test func twoKeysWithOneHashAreTwoMentions() throws {
    let desk = try DeskDatabase.temporary()
    try desk.take(judged("a", "first"), judged("b", "second"))
    let raw = try DatabaseQueue(path: desk.path)
    try raw.write { db in
      try db.execute(
        sql: """
          UPDATE mention SET keyHash = (SELECT keyHash FROM mention WHERE native = 'b')
          WHERE native = 'a'
          """)
    }
    #expect(try desk.take(judged("b", "second")).duplicates == 1)
    #expect(try desk.take(judged("b", "second, edited")).edited == 1)
    #expect(try desk.mention(native: "a")?.incoming.text == "first")
  }

  @Test func aBatchThatFailsLeavesNothingBehind() throws {
    let desk = try DeskDatabase.temporary()
    _ = try desk.store(batch([.upsert(judged("a", by: "old"))], cursor: "1"))
    let raw = try DatabaseQueue(path: desk.path)
    try raw.write { db in
      try db.execute(
        sql: """
          CREATE TRIGGER trip BEFORE INSERT ON mention WHEN NEW.native = 'bad'
          BEGIN SELECT raise(ABORT, 'trip'); END
          """)
    }
    let events: [IntakeBatch.Event] = [
      .upsert(judged("b", by: "new")), .upsert(judged("bad", by: "newer")),
    ]
    #expect(throws: StoreError.self) { try desk.store(batch(events, cursor: "2")) }
    #expect(try desk.cursor(for: main) == Cursor(parts: ["last": "1"]))
    #expect(try desk.status(now: dawn).total == 1)
    #expect(try desk.author(handle: "new", platform: .demo) == nil)
    try raw.write { try $0.execute(sql: "DROP TRIGGER trip") }
    #expect(try desk.store(batch(events, cursor: "2")).new == 2)
    #expect(try desk.cursor(for: main) == Cursor(parts: ["last": "2"]))
    #expect(try desk.author(handle: "new", platform: .demo)?.mentions == [.open: 1])
  }

  @Test func remembersGapsAndHealthOnce() throws {
    let desk = try DeskDatabase.temporary()
    let gap = Gap(account: main, from: dawn, to: dawn.adding(.minutes(3)), reason: "server away")
    _ = try desk.store(batch([.gap(gap), .gap(gap)]))
    #expect(try desk.gaps(since: dawn) == [gap])
    #expect(try desk.gaps(since: dawn.adding(.minutes(4))).isEmpty)
    let health = SourceHealth(account: main, state: .limited, heardAt: nil, reportedAt: dawn)
    try desk.report(health)
    try desk.report(health)
    #expect(try desk.status(now: dawn).sources == [health])
  }

  @Test func anAuthorsLatestDescriptionIsKept() throws {
    let desk = try DeskDatabase.temporary()
    try desk.take(judged("a", by: "ana", followers: 10))
    try desk.take(judged("b", by: "ana", followers: 99))
    let card = try #require(try desk.author(handle: "ana", platform: .demo))
    #expect(card.author.followers == 99)
    #expect(card.mentions == [.open: 2])
    #expect(card.firstSeenAt == dawn)
    #expect(try desk.author(handle: "nobody", platform: .demo) == nil)
  }
}
