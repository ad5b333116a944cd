import DeskCore
import DeskStore
import Testing

@Suite struct ConversationTests {
  @Test func anAnswerJoinsTheConversationOfItsParent() throws {
    let desk = try DeskDatabase.temporary()
    try desk.take(judged("a"), judged("b", inReplyTo: "a"), judged("c", inReplyTo: "b"))
    let root = try #require(try desk.mention(native: "a")).conversation
    #expect(try desk.mention(native: "c")?.conversation == root)
    #expect(try natives(desk, root) == ["a", "b", "c"])
    #expect(try desk.conversation(root, limit: 2).count == 2)
  }

  @Test(arguments: [["c", "b", "a"], ["b", "c", "a"], ["c", "a", "b"], ["a", "c", "b"]])
  func parentsMayComeLate(order: [String]) throws {
    let desk = try DeskDatabase.temporary()
    let parents = ["b": "a", "c": "b"]
    for native in order { try desk.take(judged(native, inReplyTo: parents[native])) }
    let root = try #require(try desk.mention(native: "a")).conversation
    #expect(root.rawValue == (try desk.mention(native: "a"))?.id.rawValue)
    for native in order { #expect(try desk.mention(native: native)?.conversation == root) }
  }

  @Test func circlesAndSelfAnswersEnd() throws {
    let desk = try DeskDatabase.temporary()
    try desk.take(
      judged("a", inReplyTo: "b"), judged("b", inReplyTo: "a"), judged("s", inReplyTo: "s"))
    let root = try #require(try desk.mention(native: "a")).conversation
    #expect(try desk.mention(native: "b")?.conversation == root)
    #expect(try desk.conversation(root, limit: 10).count == 2)
  }

  @Test func notesStandInTheirConversationAndPresenceRunsOut() throws {
    let desk = try DeskDatabase.temporary()
    try desk.take(judged("a"), judged("b", inReplyTo: "a"))
    let child = try #require(try desk.mention(native: "b"))
    let note = Note(
      mention: child.id, seat: Seat("ana"), at: dawn.adding(.days(1)), text: "two\nlines")
    let presence = Presence(
      seat: Seat("ana"), conversation: child.conversation, until: dawn.adding(.seconds(45)))
    try desk.decide { transaction in
      try transaction.add(note)
      try transaction.setPresence(presence, of: presence.seat)
      try transaction.setPresence(presence, of: presence.seat)
    }
    #expect(try desk.conversation(child.conversation, limit: 9).last == .note(note))
    #expect(try desk.status(now: dawn.adding(.seconds(44))).presence == [presence])
    #expect(try desk.status(now: dawn.adding(.seconds(45))).presence.isEmpty)
    try desk.decide { try $0.setPresence(nil, of: presence.seat) }
    #expect(try desk.status(now: dawn).presence.isEmpty)
  }

  @Test func aClaimMovesWithItsConversation() throws {
    let desk = try DeskDatabase.temporary()
    try desk.take(judged("b", inReplyTo: "a"))
    let child = try #require(try desk.mention(native: "b"))
    let claim = Claim(
      conversation: child.conversation, seat: Seat("ana"), since: dawn,
      until: dawn.adding(.minutes(2)))
    try desk.decide { try $0.setClaim(claim, on: child.conversation) }
    try desk.take(judged("a"))
    #expect(try desk.mention(native: "a")?.claim?.seat == Seat("ana"))
    #expect(try desk.decide { try $0.claim(on: child.conversation) }?.seat == Seat("ana"))
  }

  @Test(arguments: [true, false])
  func anAnswerToOursJoinsWhatWeAnswered(arrivesFirst: Bool) throws {
    let desk = try DeskDatabase.temporary()
    try desk.take(judged("a"))
    let mention = try #require(try desk.mention(native: "a"))
    let item = try desk.decide { transaction in
      try transaction.enqueue(
        Outgoing(kind: .reply, account: main, mention: mention.id, text: "sorry"), dueAt: dawn,
        key: IdempotencyKey(rawValue: "k"), author: Seat("ana"), at: dawn)
    }
    if arrivesFirst { try desk.take(judged("thanks", inReplyTo: "ours")) }
    try desk.decide { transaction in
      var sent = item
      sent.sentNative = "ours"
      try transaction.move(sent, to: .sent, "sent", seat: .desk, at: dawn)
    }
    if !arrivesFirst { try desk.take(judged("thanks", inReplyTo: "ours")) }
    let answer = try #require(try desk.mention(native: "thanks"))
    #expect(answer.conversation == mention.conversation)
    #expect(answer.state == .open)
    // The platform shows us our own message too; it is told once.
    try desk.take(judged("ours", "sorry", inReplyTo: "a", isOwn: true))
    #expect(try desk.conversation(mention.conversation, limit: 10).count == 3)
  }

  @Test func whoAnswersAPostOfOursStandsBelowIt() throws {
    let desk = try DeskDatabase.temporary()
    try desk.decide { transaction in
      var post = try transaction.enqueue(
        Outgoing(kind: .post, account: main, text: "Spring sale"), dueAt: dawn,
        key: IdempotencyKey(rawValue: "k"), author: Seat("ana"), at: dawn)
      post.sentNative = "post"
      try transaction.move(post, to: .sent, "sent", seat: .desk, at: dawn)
    }
    try desk.take(
      judged("a", at: dawn.adding(.seconds(5)), by: "ana", inReplyTo: "post"),
      judged("b", at: dawn.adding(.seconds(6)), by: "ben", inReplyTo: "post"))
    let first = try #require(try desk.mention(native: "a")).conversation
    let second = try #require(try desk.mention(native: "b")).conversation
    // Two people who answer one post are two conversations, so that two seats can answer them.
    #expect(first != second)
    for root in [first, second] {
      let entries = try desk.conversation(root, limit: 10)
      guard case .ours(let post)? = entries.first else {
        Issue.record("\(entries)")
        return
      }
      #expect(post.content.text == "Spring sale")
      #expect(entries.count == 2)
    }
  }

  private func natives(_ desk: DeskDatabase, _ id: ConversationID) throws -> [String] {
    try desk.conversation(id, limit: 10).compactMap { entry in
      if case .mention(let mention) = entry { mention.incoming.key.native } else { nil }
    }
  }
}
