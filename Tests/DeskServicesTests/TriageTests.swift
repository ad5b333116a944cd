import DeskCore
import DeskServices
import DeskTesting
import Testing

@Suite struct TriageTests {
  struct Place: Hashable {
    let state: MentionState?
    let until: Timestamp?
  }

  func places(_ desk: TestDesk, _ ids: [MentionID]) throws -> [Place] {
    try ids.map { id in
      let mention = try desk.desk.mention(id)
      return Place(state: mention?.state, until: mention?.snoozedUntil)
    }
  }

  /// Mentions in every state from which a person can move one.
  func spread(_ desk: TestDesk) throws -> [MentionID] {
    let ids = try desk.bring(
      desk.incoming("1"), desk.incoming("2"), desk.incoming("3"), desk.incoming("4"),
      desk.incoming("5"))
    try desk.run(.snooze([ids[1]], until: desk.now.adding(.hours(1))))
    try desk.run(.snooze([ids[2]], until: desk.now.adding(.hours(2))))
    try desk.run(.judge([ids[3]], .troll, note: ""))
    try desk.run(.judge([ids[4]], .handedOn, note: "legal"))
    return ids
  }

  @Test(arguments: Verdict.allCases)
  func undoOfAVerdictRestoresExactly(_ verdict: Verdict) throws {
    let desk = TestDesk()
    let ids = try spread(desk).filter { try desk.state($0) != verdict.state }
    let before = try places(desk, ids)
    guard case .done(let undo) = try desk.run(.judge(ids + ids, verdict, note: "x")) else { return }
    #expect(try places(desk, ids).allSatisfy { $0 == Place(state: verdict.state, until: nil) })
    try desk.handler.execute(all: undo, as: desk.ana, at: desk.now)
    #expect(try places(desk, ids) == before)
  }

  @Test func undoOfReopeningRestoresExactly() throws {
    let desk = TestDesk()
    let ids = Array(try spread(desk).dropFirst())
    let before = try places(desk, ids)
    guard case .done(let undo) = try desk.run(.reopen(ids)) else { return }
    #expect(try places(desk, ids).allSatisfy { $0 == Place(state: .open, until: nil) })
    try desk.handler.execute(all: undo, as: desk.ana, at: desk.now)
    #expect(try places(desk, ids) == before)
  }

  @Test func undoOfSnoozingRestoresExactly() throws {
    let desk = TestDesk()
    let ids = Array(try spread(desk).prefix(3))
    let before = try places(desk, ids)
    guard case .done(let undo) = try desk.run(.snooze(ids, until: desk.now.adding(.days(1))))
    else { return }
    try desk.handler.execute(all: undo, as: desk.ana, at: desk.now)
    #expect(try places(desk, ids) == before)
  }

  @Test func oneWrongMentionRefusesAll() throws {
    let desk = TestDesk()
    let ids = try desk.bring(desk.incoming("1"), desk.incoming("2", isOwn: true))
    let missing = MentionID(rawValue: 99)
    let length = try desk.desk.auditLength()
    #expect(
      try desk.refusal(.judge([ids[0], missing], .noAction, note: "")) == .noMention(missing))
    #expect(try desk.refusal(.judge(ids, .noAction, note: "")) == .state(ids[1], .own))
    #expect(try desk.state(ids[0]) == .open)
    #expect(try desk.desk.auditLength() == length)
  }

  @Test func whatAnotherAnswersCannotBeJudged() throws {
    let desk = TestDesk()
    let ids = try desk.bring(desk.incoming("1"), desk.incoming("2"))
    try desk.run(.claim(ids[1]), as: desk.ben)
    guard case .claimed = try desk.refusal(.judge(ids, .noAction, note: "")) else {
      Issue.record("was judged")
      return
    }
    #expect(try desk.state(ids[0]) == .open)
  }

  @Test func aVerdictDoesNotCrossAnAnswerOnItsWay() throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    let item = try desk.reply(id)
    #expect(
      try desk.refusal(.judge([id], .troll, note: "")) == .alreadyAnswered(id, item.id))
  }

  @Test func snoozingIntoThePastIsRefused() throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    #expect(try desk.refusal(.snooze([id], until: desk.now)) == .timePassed(desk.now))
  }

  @Test func theStateTableHolds() throws {
    let targets: [DeskCommand] = Verdict.allCases.map {
      .judge([MentionID(rawValue: 1)], $0, note: "")
    }
    for from in MentionState.allCases {
      for command in targets {
        let desk = TestDesk()
        let id = try desk.bring(desk.incoming("1"))[0]
        try desk.desk.decide { try $0.set(id, state: from, snoozedUntil: nil) }
        guard case .judge(_, let verdict, _) = command else { continue }
        let expected: Refusal? = from.allows(verdict.state) ? nil : .state(id, from)
        #expect(try desk.refusal(command) == expected)
      }
    }
  }

  @Test func aFailureOfTheStoreLeavesNothing() throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    desk.desk.failNext(1)
    #expect(throws: MemoryDesk.Fault.self) { try desk.run(.judge([id], .troll, note: "")) }
    #expect(try desk.state(id) == .open)
    #expect(try desk.desk.auditLength() == 0)
  }

  @Test func everyCommandOfEveryRoleIsCheckedAndAudited() throws {
    let roles: [(Seat, Role)] = [
      (Seat("eve"), .observer), (Seat("tom"), .triage), (Seat("ben"), .responder),
      (Seat("ana"), .lead),
    ]
    for (seat, role) in roles {
      for command in Commands.all(at: TestDesk().now) {
        let desk = TestDesk()
        try desk.bring(desk.incoming("1"))
        let refusal = try desk.refusal(command, as: seat)
        if role < command.role {
          #expect(refusal == .role(needed: command.role, has: role))
          #expect(try desk.desk.auditLength() == 0)
        } else if refusal == nil, case .saveDraft = command {
          // Saved with every pause in typing; it decides nothing.
          #expect(try desk.desk.auditLength() == 0)
        } else if refusal == nil {
          #expect(try desk.desk.audit(after: 0, limit: 1).first?.seat == seat)
          #expect(try desk.actions().contains(command.name))
        }
      }
    }
  }
}

enum Commands {
  /// One of each, on mention and item 1.
  static func all(at now: Timestamp) -> [DeskCommand] {
    let mention = MentionID(rawValue: 1)
    let item = OutgoingID(rawValue: 1)
    let later = now.adding(.hours(1))
    return [
      .claim(mention), .steal(mention), .renew(mention), .release(mention),
      .judge([mention], .troll, note: ""), .reopen([mention]), .snooze([mention], until: later),
      .saveDraft(
        Draft(
          mention: mention, seat: Seat("x"), text: "t", isDirect: false, seenVersion: 1,
          savedAt: now)),
      .reply(mention, text: "hello", isDirect: false, seenVersion: 1), .recall(item),
      .retry(item), .settle(item, wasSent: true), .deleteSent(item),
      .schedulePost(account: AccountID("main"), text: "t", dueAt: later),
      .reschedule(item, dueAt: later), .dropPost(item), .pause(.posts, reason: ""),
      .explainPause(reason: "r"), .resume(reason: "r", verdicts: [:]),
      .setLevel(.watch, reason: "r"),
    ]
  }
}
