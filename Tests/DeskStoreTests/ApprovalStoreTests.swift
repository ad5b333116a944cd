import DeskCore
import DeskStore
import GRDB
import Testing

@Suite struct ApprovalStoreTests {
  private let ana = Seat("ana")
  private let ben = Seat("ben")
  private let kim = Seat("kim")

  private func content(_ kind: Outgoing.Kind = .post, _ text: String = "words") -> Outgoing {
    Outgoing(kind: kind, account: main, recipient: "cara", text: text)
  }

  private func enqueue(
    _ desk: DeskDatabase, _ state: OutgoingState, _ kind: Outgoing.Kind = .post
  ) throws -> OutgoingItem {
    let content = content(kind)
    let decided = Decided(
      digest: content.digest, role: .responder, need: ApprovalNeed([0, 1, 2]),
      approveBy: dawn.adding(.hours(1)), seen: ConversationMark(version: 3, theirs: 7, ours: 1))
    return try desk.decide { tx in
      try tx.enqueue(
        content, state: state, dueAt: dawn, key: IdempotencyKey(rawValue: "\(kind) \(state)"),
        author: ana, decided: decided, at: dawn)
    }
  }

  @Test func everyStateAndKindIsTakenByTheFile() throws {
    let desk = try DeskDatabase.temporary()
    for kind in Outgoing.Kind.allCases {
      let item = try enqueue(desk, .awaitingApproval, kind)
      #expect(try desk.decide { try $0.item(item.id) } == item)
      for state in [OutgoingState.draft, .awaitingApproval, .approved, .queued, .held, .missed] {
        try desk.decide { tx in
          guard let now = try tx.item(item.id), now.state.allows(state) else { return }
          try tx.move(now, to: state, "test", seat: ana, at: dawn)
        }
      }
      #expect(try desk.decide { try $0.item(item.id) }?.state == .missed)
    }
  }

  @Test func noStateChangesWithoutATransition() throws {
    let desk = try DeskDatabase.temporary()
    var item = try enqueue(desk, .queued)
    item.state = .sent
    #expect(throws: Refusal.itemState(item.id, .queued)) {
      try desk.decide { try $0.update(item) }
    }
    #expect(throws: Refusal.self) {
      try desk.decide { try $0.move(item, to: .sending, "test", seat: ana, at: dawn) }
    }
    item.state = .queued
    item.content.text = "other words"
    item.detail = "later"
    try desk.decide { try $0.update(item) }
    let stored = try desk.decide { try $0.item(item.id) }
    #expect(stored?.content.text == "words")
    #expect(stored?.detail == "later")
  }

  @Test func approvalsAndRevisionsComeBackInOrder() throws {
    let desk = try DeskDatabase.temporary()
    let item = try enqueue(desk, .awaitingApproval)
    try desk.decide { tx in
      for (seat, digest) in [(kim, item.decided.digest), (kim, item.decided.digest)] {
        try tx.add(Approval(seat: seat, at: dawn, digest: digest), to: item.id)
      }
    }
    #expect(try desk.decide { try $0.item(item.id) }?.approvers == [kim])
    try desk.decide { tx in
      try tx.revise(
        item.id, Revision(seat: ben, at: dawn, before: "words", after: "better words"))
    }
    let revised = try #require(try desk.decide { try $0.item(item.id) })
    #expect(revised.content.text == "better words")
    #expect(revised.decided.digest == revised.content.digest)
    #expect(revised.approvers.isEmpty)
    #expect(revised.approvals.count == 1)
    #expect(revised.revisions.map(\.after) == ["better words"])
    // What was read before somebody else changed it cannot be changed on top of that.
    #expect(throws: Refusal.itemChanged(item.id)) {
      try desk.decide { tx in
        try tx.revise(item.id, Revision(seat: ben, at: dawn, before: "words", after: "x"))
      }
    }
  }

  @Test func theTeamComesBack() throws {
    let desk = try DeskDatabase.temporary()
    #expect(try desk.storedTeam() == nil)
    let team = Team(roles: [ana: .lead, ben: .triage], defaultRole: .observer)
    try desk.decide { try $0.setTeam(team) }
    #expect(try desk.storedTeam() == team)
    try desk.decide { try $0.setTeam(Team()) }
    #expect(try desk.storedTeam() == Team())
  }

  @Test func theGateSeesThatTheyWroteAgain() throws {
    let desk = try DeskDatabase.temporary()
    try desk.take(judged("a"))
    let mention = try #require(try desk.mention(native: "a"))
    let mark = try desk.decide { try $0.mark(of: mention, for: ana) }
    #expect(mark == ConversationMark(version: 1, theirs: mention.id.rawValue, ours: 0))
    let answer = Outgoing(
      kind: .reply, account: main, mention: mention.id,
      recipient: mention.incoming.author.handle, text: "sorry")
    let item = try desk.decide { tx in
      try tx.enqueue(
        answer, state: .queued, dueAt: dawn, key: IdempotencyKey(rawValue: "k"), author: ana,
        decided: Decided(digest: answer.digest, seen: mark), at: dawn)
    }
    try desk.take(judged("ours", inReplyTo: "a", isOwn: true))
    #expect(try desk.decide { try $0.mark(of: mention, for: ana) }.ours == 1)
    try desk.take(judged("again", inReplyTo: "a"))
    let newest = try #require(try desk.mention(native: "again"))
    #expect(try desk.decide { try $0.mark(of: mention, for: ana) }.theirs == newest.id.rawValue)
    // It stops at once, and once more at the gate for whoever did not look.
    let held = try #require(try desk.decide { try $0.item(item.id) })
    #expect(held.state == .held && held.detail == "they wrote again")
    _ = try desk.decide { tx in try tx.move(held, to: .queued, "retry", seat: ana, at: dawn) }
    guard case .hold(let why) = try desk.decide({ try $0.passGate(item.id, now: dawn) }) else {
      Issue.record("it left")
      return
    }
    #expect(why == "they wrote again")
  }

  @Test func aTextChangedInTheFileIsRefused() throws {
    let desk = try DeskDatabase.temporary()
    let item = try enqueue(desk, .queued)
    let queue = try DatabaseQueue(path: desk.path)
    try queue.write { try $0.execute(sql: "UPDATE outgoing SET text = 'Buy gold.'") }
    guard case .refuse = try desk.decide({ try $0.passGate(item.id, now: dawn) }) else {
      Issue.record("it was not refused")
      return
    }
    #expect(try desk.decide { try $0.item(item.id) }?.state == .refused)
    #expect(try desk.audit(after: 0, limit: 9).last?.action == "gate: REFUSE")
  }
}
