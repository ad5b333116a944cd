import DeskCore
import DeskServices
import DeskTesting
import Testing

@Suite struct ReplyTests {
  @Test func anAnswerIsFrozenWithCountdownAndKeyAndForgetsTheDraft() throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1", visibility: .unlisted))[0]
    let draft = Draft(
      mention: id, seat: desk.ana, text: "We", isDirect: false, seenVersion: 1, savedAt: desk.now)
    try desk.run(.saveDraft(draft))
    let item = try desk.reply(id)
    #expect(item.dueAt == desk.now.adding(.seconds(10)))
    #expect(item.state == .queued)
    #expect(item.key.rawValue == String(repeating: "01", count: 16))
    #expect(item.content.targetNative == "1")
    #expect(item.content.recipient == "cara@example.social")
    #expect(item.content.visibility == .unlisted)
    #expect(try desk.desk.draft(of: id, seat: desk.ana) == nil)
    #expect(try desk.state(id) == .open)
  }

  @Test(arguments: [(-5, 0), (0, 0), (30, 30), (99, 30)])
  func theCountdownStaysWithinItsBounds(_ asked: Int, _ given: Int) throws {
    let desk = TestDesk(countdownSeconds: asked)
    let id = try desk.bring(desk.incoming("1"))[0]
    #expect(try desk.reply(id).dueAt == desk.now.adding(.seconds(Int64(given))))
  }

  @Test func everyReasonNotToAnswer() throws {
    let desk = TestDesk()
    let ids = try desk.bring(
      desk.incoming("1"), desk.incoming("2", account: "jsonl"), desk.incoming("3", isOwn: true),
      desk.incoming("4"))
    func refusal(_ id: MentionID, _ text: String = "ok", version: Int = 1) throws -> Refusal? {
      try desk.refusal(.reply(id, text: text, isDirect: false, seenVersion: version))
    }
    #expect(try refusal(MentionID(rawValue: 9)) == .noMention(MentionID(rawValue: 9)))
    #expect(try refusal(ids[0], " \n ") == .emptyText)
    #expect(
      try refusal(ids[0], String(repeating: "x", count: 101)) == .tooLong(count: 101, limit: 100))
    #expect(try refusal(ids[0], version: 0) == .changed(ids[0]))
    #expect(try refusal(ids[2]) == .state(ids[2], .own))
    guard case .unable(let account, let why) = try refusal(ids[1]) else {
      Issue.record("a door in is no way out")
      return
    }
    #expect(account == AccountID("jsonl"))
    #expect(!why.isEmpty)
    try desk.run(.claim(ids[3]), as: desk.ben)
    guard case .claimed(let claim) = try refusal(ids[3]) else {
      Issue.record("answered over a claim")
      return
    }
    #expect(claim.seat == desk.ben)
    #expect(try desk.desk.outbox(now: desk.now, limit: 10).isEmpty)
  }

  @Test func anAccountWithoutTheRightSaysWhy() throws {
    let mute = FakeConnector("main", capabilities: [.mentions, .reply])
    let desk = TestDesk(accounts: [mute])
    let id = try desk.bring(desk.incoming("1"))[0]
    let direct = DeskCommand.reply(id, text: "ok", isDirect: true, seenVersion: 1)
    guard case .unable = try desk.refusal(direct) else {
      Issue.record("sent without the right")
      return
    }
    #expect(
      try desk.refusal(.reply(id, text: "ok", isDirect: false, seenVersion: 1)) == nil)
  }

  @Test(arguments: [OutgoingState.queued, .sending, .sent, .unknown, .held, .missed])
  func nobodyIsAnsweredTwice(_ state: OutgoingState) throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    let item = try desk.reply(id)
    try desk.force(item.id, state)
    #expect(
      try desk.refusal(.reply(id, text: "again", isDirect: false, seenVersion: 1))
        == .alreadyAnswered(id, item.id))
  }

  @Test(arguments: [OutgoingState.dropped, .refused])
  func whatDidNotLeaveDoesNotCount(_ state: OutgoingState) throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    try desk.force(try desk.reply(id).id, state)
    #expect(try desk.refusal(.reply(id, text: "again", isDirect: false, seenVersion: 1)) == nil)
  }

  @Test func ofTwoAnswersThatRaceOneIsQueued() async throws {
    for round in 0..<50 {
      let desk = TestDesk()
      let id = try desk.bring(desk.incoming("\(round)"))[0]
      let command = DeskCommand.reply(id, text: "hi", isDirect: false, seenVersion: 1)
      await withTaskGroup(of: Void.self) { group in
        for seat in [desk.ana, desk.ben] {
          group.addTask { _ = try? desk.run(command, as: seat) }
        }
      }
      #expect(try desk.desk.outbox(now: desk.now, limit: 9).count == 1)
    }
  }

  @Test func recallRestoresTheDraftOnlyBeforeItLeft() throws {
    for state in OutgoingState.allCases {
      let desk = TestDesk()
      let id = try desk.bring(desk.incoming("1"))[0]
      let item = try desk.reply(id, "typed with care")
      try desk.force(item.id, state)
      let refusal = try desk.refusal(.recall(item.id))
      if state.canBeTakenBack {
        #expect(refusal == nil)
        #expect(try desk.state(item.id) == .dropped)
        #expect(try desk.desk.draft(of: id, seat: desk.ana)?.text == "typed with care")
      } else {
        #expect(refusal == .itemState(item.id, state))
      }
    }
  }

  @Test func settlingSaysWhatBecameOfIt() throws {
    for wasSent in [true, false] {
      let desk = TestDesk()
      let id = try desk.bring(desk.incoming("1"))[0]
      let item = try desk.reply(id)
      #expect(try desk.refusal(.settle(item.id, wasSent: wasSent)) == .itemState(item.id, .queued))
      try desk.force(item.id, .unknown)
      try desk.run(.settle(item.id, wasSent: wasSent))
      #expect(try desk.state(item.id) == (wasSent ? .sent : .refused))
      #expect(try desk.state(id) == (wasSent ? .answered : .open))
      if !wasSent {
        try desk.run(.retry(item.id))
        #expect(try desk.state(item.id) == .queued)
        #expect(try desk.item(item.id)?.key == item.key)
      }
    }
  }

  @Test func retryYieldsToAnotherAnswer() throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    let first = try desk.reply(id)
    #expect(try desk.refusal(.retry(first.id)) == .itemState(first.id, .queued))
    try desk.force(first.id, .refused)
    let second = try desk.reply(id)
    #expect(try desk.refusal(.retry(first.id)) == .alreadyAnswered(id, second.id))
  }

  @Test func deletionOfWhatWasSentIsQueuedOnce() throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    let item = try desk.reply(id)
    #expect(try desk.refusal(.deleteSent(item.id)) == .itemState(item.id, .queued))
    try desk.force(item.id, .sent, native: "n7")
    let deletion = try desk.queued(.deleteSent(item.id))
    #expect(deletion.content.kind == .deletion)
    #expect(deletion.content.targetNative == "n7")
    #expect(try desk.refusal(.deleteSent(item.id)) == .itemState(deletion.id, .queued))
  }
}

extension TestDesk {
  /// Brings an item into a state by whatever way the table knows.
  func force(_ id: OutgoingID, _ state: OutgoingState, native: String? = nil) throws {
    let ways: [OutgoingState: [OutgoingState]] = [
      .sending: [.sending], .sent: [.sending, .sent], .unknown: [.sending, .unknown],
      .refused: [.sending, .refused], .awaitingApproval: [.awaitingApproval],
      .draft: [.awaitingApproval, .draft], .approved: [.awaitingApproval, .approved],
      .held: [.held], .missed: [.missed], .dropped: [.dropped],
    ]
    try desk.decide { tx in
      for step in ways[state] ?? [] {
        guard var item = try tx.item(id) else { return }
        item.sentNative = native ?? item.sentNative
        if step == .sending {
          try tx.passGate(id, now: max(now, item.dueAt))
        } else if item.state != step {
          try tx.move(item, to: step, "test", seat: .desk, at: now)
        }
      }
    }
  }

  @Test func whatWasSentDespiteAWarningIsInTheAudit() throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    try desk.run(
      .reply(
        id, text: "I guarantee it", isDirect: false, seenVersion: 1,
        despite: [.guarantee, .noAcknowledgement]))
    let entry = try desk.desk.audit(after: 0, limit: 99).last { $0.action == "reply" }
    #expect(entry?.detail.contains("DESPITE guarantee no-acknowledgement: ") == true)
  }
}
