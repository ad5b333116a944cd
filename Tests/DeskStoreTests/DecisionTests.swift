import DeskCore
import DeskStore
import GRDB
import Testing

@Suite struct DecisionTests {
  private struct Stop: Error {}

  private func enqueue(
    _ desk: DeskDatabase, _ kind: Outgoing.Kind, due: Timestamp = dawn, key: String
  ) throws -> OutgoingItem {
    try desk.decide { transaction in
      try transaction.enqueue(
        Outgoing(
          kind: kind, account: main, targetNative: "t", recipient: "ana", visibility: .unlisted,
          text: "words", language: .uzbek),
        dueAt: due, key: IdempotencyKey(rawValue: key), author: Seat("ana"), at: dawn)
    }
  }

  @Test func aBodyThatThrowsLeavesNothingBehind() throws {
    let desk = try DeskDatabase.temporary()
    #expect(throws: Stop.self) {
      try desk.decide { transaction in
        _ = try transaction.beginPause(.posts, reason: "", seat: Seat("ana"), at: dawn)
        try transaction.audit(AuditNote(action: "pause"), seat: Seat("ana"), at: dawn)
        throw Stop()
      }
    }
    #expect(try desk.status(now: dawn).pause == nil)
    #expect(try desk.auditLength() == 0)
  }

  @Test func anItemComesBackAsItWentIn() throws {
    let desk = try DeskDatabase.temporary()
    let item = try enqueue(desk, .directReply, key: "k")
    #expect(try desk.decide { try $0.item(item.id) } == item)
    #expect(try desk.outbox(now: dawn, limit: 5) == [item])
    #expect(try desk.posts(now: dawn, limit: 5).isEmpty)
    #expect(throws: StoreError.self) { try enqueue(desk, .reply, key: "k") }
  }

  @Test func theGateAdmitsOnceAndSaysSo() throws {
    let desk = try DeskDatabase.temporary()
    let item = try enqueue(desk, .reply, key: "k")
    let first = try desk.decide { try $0.passGate(item.id, now: dawn) }
    guard case .admit(let admitted) = first else {
      Issue.record("not admitted")
      return
    }
    #expect(try desk.decide { try $0.item(item.id) } == admitted.item)
    #expect(admitted.item.attempts == 1)
    #expect(admitted.item.admittedAt == dawn)
    let second = try desk.decide { try $0.passGate(item.id, now: dawn) }
    guard case .ignore = second else {
      Issue.record("admitted twice")
      return
    }
    #expect(try desk.audit(after: 0, limit: 9).map(\.action) == ["gate: admit"])
  }

  @Test func whatAPauseStopsIsHeldAndWhatIsLateIsMissed() throws {
    let desk = try DeskDatabase.temporary()
    let post = try enqueue(desk, .post, key: "p")
    let late = try enqueue(desk, .post, due: dawn.adding(.hours(-1)), key: "l")
    let reply = try enqueue(desk, .reply, key: "r")
    let future = try enqueue(desk, .reply, due: dawn.adding(.seconds(10)), key: "f")
    _ = try desk.decide { try $0.passGate(late.id, now: dawn) }
    let pause = try desk.decide { transaction in
      try transaction.beginPause(.posts, reason: "rumour", seat: Seat("ana"), at: dawn)
    }
    #expect(try desk.status(now: dawn).pause == pause)
    for id in [post.id, reply.id, future.id] {
      _ = try desk.decide { try $0.passGate(id, now: dawn) }
    }
    let states = try desk.decide { transaction in
      try [post, late, reply, future].map { try transaction.item($0.id)?.state }
    }
    #expect(states == [.held, .missed, .sending, .queued])
    #expect(throws: StoreError.self) {
      try desk.decide { transaction in
        _ = try transaction.beginPause(.posts, reason: "", seat: Seat("bob"), at: dawn)
      }
    }
    let end = dawn.adding(.minutes(9))
    try desk.decide { try $0.endPause(pause.id, reason: "over", seat: Seat("ana"), at: end) }
    #expect(try desk.status(now: dawn).pause == nil)
    let marks = try desk.marks(from: dawn, to: dawn.adding(.hours(1)))
    #expect(marks.map(\.kind) == [.paused, .resumed])
  }

  @Test func twoProcessesNeverBothGetAClaim() async throws {
    let first = try DeskDatabase.temporary()
    let second = try DeskDatabase(path: first.path)
    try first.take(judged("a"))
    let conversation = try #require(try first.mention(native: "a")).conversation
    for round in 0..<20 {
      try first.decide { try $0.setClaim(nil, on: conversation) }
      let winners = try await withThrowingTaskGroup(of: Bool.self) { group in
        for (desk, seat) in [(first, "ana"), (second, "bob")] {
          group.addTask {
            try desk.decide { transaction in
              if try transaction.claim(on: conversation) != nil { return false }
              let claim = Claim(
                conversation: conversation, seat: Seat(seat), since: dawn,
                until: dawn.adding(Claim.lease))
              try transaction.setClaim(claim, on: conversation)
              return true
            }
          }
        }
        return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(winners == 1, "round \(round)")
    }
  }

  @Test func oneProcessHasTheServices() throws {
    let desk = try DeskDatabase.temporary()
    let soon = dawn.adding(.seconds(10))
    #expect(try desk.decide { try $0.takeServiceLease(holder: "a", until: soon, now: dawn) })
    #expect(try !desk.decide { try $0.takeServiceLease(holder: "b", until: soon, now: dawn) })
    #expect(try desk.decide { try $0.takeServiceLease(holder: "a", until: soon, now: dawn) })
    let later = soon.adding(.seconds(1))
    #expect(try desk.decide { try $0.takeServiceLease(holder: "b", until: later, now: soon) })
  }

  @Test func aClockThatWasSetBackLeavesNobodyWaitingForHours() throws {
    let desk = try DeskDatabase.temporary()
    let length = Span.seconds(10)
    func take(_ holder: String, at now: Timestamp) throws -> Bool {
      try desk.decide {
        try $0.takeServiceLease(holder: holder, until: now.adding(length), now: now)
      }
    }
    #expect(try take("a", at: dawn))
    // A little is the wait for the lock, and no reason to take it from anybody.
    #expect(try !take("b", at: dawn.adding(.seconds(-9))))
    #expect(try take("b", at: dawn.adding(.hours(-3))))
    #expect(try !take("a", at: dawn.adding(.hours(-3))))
    // Giving back what is lost already changes nothing.
    let early = dawn.adding(.hours(-3))
    #expect(try !desk.decide { try $0.takeServiceLease(holder: "a", until: early, now: early) })
    #expect(try !take("c", at: early))
  }

  @Test func snoozedMentionsWake() throws {
    let desk = try DeskDatabase.temporary()
    try desk.take(judged("a"))
    let id = try #require(try desk.mention(native: "a")).id
    let until = dawn.adding(.minutes(5))
    try desk.decide { try $0.set(id, state: .snoozed, snoozedUntil: until) }
    #expect(try desk.status(now: dawn).snoozed == 1)
    #expect(try desk.wakeSnoozed(now: dawn) == 0)
    #expect(try desk.wakeSnoozed(now: until) == 1)
    #expect(try desk.mention(id)?.state == .open)
    #expect(try desk.status(now: until).open == 1)
  }

  @Test func draftsAndNativePostsAreKept() throws {
    let desk = try DeskDatabase.temporary()
    try desk.take(judged("a"))
    let id = try #require(try desk.mention(native: "a")).id
    var draft = Draft(
      mention: id, seat: Seat("ana"), text: "dear", isDirect: true, seenVersion: 1, savedAt: dawn)
    try desk.decide { try $0.save(draft) }
    #expect(try desk.draft(of: id, seat: Seat("ana")) == draft)
    #expect(try desk.draft(of: id, seat: Seat("bob")) == nil)
    draft.text = ""
    let emptied = draft
    try desk.decide { try $0.save(emptied) }
    #expect(try desk.draft(of: id, seat: Seat("ana")) == nil)
    let post = NativePost(
      account: main, native: "n", text: "soon", dueAt: dawn, snapshot: "{}", hold: .moved)
    try desk.decide { try $0.setNativePosts([post], account: main) }
    #expect(try desk.nativePosts() == [post])
    try desk.decide { try $0.setNativePosts([], account: main) }
    #expect(try desk.nativePosts().isEmpty)
  }
}
