import DeskCore
import Testing

@Suite struct GateTests {
  static let now = Timestamp(seconds: 10_000)

  enum Word: Equatable { case admit, wait, hold, ask, miss, refuse, ignore }

  func word(_ decision: Gate.Decision) -> Word {
    switch decision {
    case .admit: .admit
    case .wait: .wait
    case .hold: .hold
    case .askApproval: .ask
    case .miss: .miss
    case .refuse: .refuse
    case .ignore: .ignore
    }
  }

  func item(
    _ kind: Outgoing.Kind, _ state: OutgoingState, late: Span
  ) -> OutgoingItem {
    OutgoingItem(
      id: OutgoingID(rawValue: 1),
      content: Outgoing(kind: kind, account: AccountID("a"), text: "t"), state: state,
      dueAt: Self.now.adding(Span(milliseconds: -late.milliseconds)),
      key: IdempotencyKey(rawValue: "k"), author: Seat("s"), createdAt: Timestamp(seconds: 0))
  }

  func expected(
    _ kind: Outgoing.Kind, _ state: OutgoingState, _ scope: Pause.Scope?, _ late: Span
  ) -> Word {
    if state != .queued { return .ignore }
    if (scope == .everything && kind != .notification) || (scope == .posts && kind == .post) {
      return .hold
    }
    if late < .seconds(0) { return .wait }
    switch kind {
    case .post: return late > .minutes(2) ? .miss : .admit
    case .reply, .directReply: return late > .minutes(15) ? .miss : .admit
    case .notification: return late > .hours(1) ? .miss : .admit
    case .deletion: return .admit
    }
  }

  @Test func theTruthTable() {
    let lates: [Span] = [
      .hours(-1), Span(milliseconds: -1), .seconds(0), .minutes(2),
      Span(milliseconds: 120_001), .minutes(15), Span(milliseconds: 900_001), .days(1),
    ]
    let scopes: [Pause.Scope?] = [nil, .posts, .everything]
    for kind in Outgoing.Kind.allCases {
      for state in OutgoingState.allCases {
        for scope in scopes {
          for late in lates {
            let pause = scope.map { Pause(id: 1, seat: Seat("s"), at: Self.now, scope: $0) }
            let decision = Gate.decide(
              item(kind, state, late: late), given: Gate.View(pause: pause), now: Self.now)
            #expect(
              word(decision) == expected(kind, state, scope, late),
              "\(kind) \(state) \(String(describing: scope)) \(late)")
          }
        }
      }
    }
  }

  @Test func whatIsAdmittedIsMarkedAsSending() {
    guard
      case .admit(let admitted) = Gate.decide(
        item(.reply, .queued, late: .seconds(1)), given: Gate.View(), now: Self.now)
    else {
      Issue.record("not admitted")
      return
    }
    #expect(admitted.item.state == .sending)
    #expect(admitted.item.admittedAt == Self.now)
    #expect(admitted.item.attempts == 1)
  }

  func decide(_ item: OutgoingItem, _ view: Gate.View = Gate.View()) -> Word {
    word(Gate.decide(item, given: view, now: Self.now))
  }

  func due(_ kind: Outgoing.Kind = .reply) -> OutgoingItem {
    item(kind, .queued, late: .seconds(1))
  }

  @Test func everyByteThatWasDecidedIsFrozen() {
    let changes: [(inout Outgoing) -> Void] = [
      { $0.kind = .directReply }, { $0.account = AccountID("b") },
      { $0.mention = MentionID(rawValue: 2) }, { $0.targetNative = "other" },
      { $0.recipient = "somebody" }, { $0.visibility = .direct }, { $0.text = "t " },
      { $0.language = .uzbek },
    ]
    for (index, change) in changes.enumerated() {
      var item = due()
      change(&item.content)
      #expect(decide(item) == .refuse, "change \(index)")
      #expect(
        decide(
          item, Gate.View(pause: Pause(id: 1, seat: Seat("s"), at: Self.now, scope: .everything)))
          == .refuse, "what was changed is told even while everything is paused")
    }
    var old = due()
    old.decided.digest = ""
    #expect(decide(old) == .hold)
    var keyless = due()
    keyless.key = IdempotencyKey(rawValue: "")
    #expect(decide(keyless) == .refuse)
  }

  @Test func fieldsDoNotRunIntoEachOther() {
    let one = Outgoing(kind: .reply, account: AccountID("a"), targetNative: "bc", text: "d")
    let two = Outgoing(kind: .reply, account: AccountID("a"), targetNative: "b", text: "cd")
    let none = Outgoing(kind: .reply, account: AccountID("a"), recipient: "-", text: "")
    let nobody = Outgoing(kind: .reply, account: AccountID("a"), targetNative: "-", text: "")
    #expect(Set([one, two, none, nobody].map(\.digest)).count == 4)
    #expect(one.digest.utf8.count == 64)
  }

  @Test func whoMayNoLongerSendDoesNot() {
    for role in Role.allCases {
      let view = Gate.View(team: Team(roles: [Seat("s"): role]))
      #expect(decide(due(), view) == (role >= .responder ? .admit : .hold), "\(role)")
    }
    var item = due()
    item.decided.role = .triage
    #expect(decide(item) == .hold)
    #expect(decide(item, Gate.View(team: Team())) == .admit, "the list of today is what counts")
  }

  @Test func approvalsAreOtherPeoplesAndToTheseWords() {
    var item = due()
    item.decided.need = ApprovalNeed([0, 1, 2])
    let team = Team(roles: [Seat("tom"): .responder])
    func add(_ seat: String, _ digest: String? = nil) {
      item.approvals.append(
        Approval(seat: Seat(seat), at: Self.now, digest: digest ?? item.decided.digest))
    }
    func word(_ level: Level) -> Word { decide(item, Gate.View(level: level, team: team)) }
    #expect(word(.calm) == .admit)
    #expect(word(.watch) == .ask)
    add("s")
    #expect(word(.watch) == .ask, "never the author's own")
    add("lee", "another text")
    #expect(word(.watch) == .ask, "a yes to other words")
    add("tom")
    #expect(word(.watch) == .ask, "a seat that may not approve")
    add("lee")
    #expect(word(.watch) == .admit)
    add("lee")
    #expect(word(.incident) == .ask, "one seat is one yes")
    add("kim")
    #expect(word(.incident) == .admit)
    #expect(word(.crisis) == .admit, "the last count holds above")
  }

  @Test func whatChangedSinceItWasWrittenIsHeld() {
    let seen = ConversationMark(version: 3, theirs: 10, ours: 1)
    func mention(_ state: MentionState, edited: Timestamp? = nil) -> Mention {
      Mention(
        id: MentionID(rawValue: 9),
        incoming: IncomingMention(
          key: MentionKey(account: AccountID("a"), native: "n"), platform: .mastodon,
          author: Author(handle: "h"), text: "?", createdAt: Timestamp(seconds: 0)),
        seenAt: Timestamp(seconds: 0), conversation: ConversationID(rawValue: 9),
        mood: MoodReading(
          sentiment: .neutral, negative: 0, neutral: 1, positive: 0, intent: .question, abuse: 0,
          language: .undetermined), state: state, version: 4, editedAt: edited,
        dueAt: Self.now)
    }
    var item = due()
    item.decided.seen = seen
    func word(
      _ version: Int, _ theirs: Int64, _ ours: Int, _ mention: Mention? = nil,
      _ kind: Outgoing.Kind = .reply
    ) -> Word {
      item.content.kind = kind
      item.decided.digest = item.content.digest
      let mark = ConversationMark(version: version, theirs: theirs, ours: ours)
      return decide(item, Gate.View(mention: mention, conversation: mark))
    }
    #expect(word(3, 10, 1, mention(.open)) == .admit)
    #expect(word(4, 10, 1, mention(.open)) == .admit, "it woke; nobody said anything")
    #expect(word(4, 10, 1, mention(.withdrawn)) == .hold)
    #expect(word(4, 10, 1, mention(.troll)) == .hold)
    #expect(word(4, 10, 1, mention(.open, edited: Self.now)) == .hold)
    #expect(word(3, 11, 1, mention(.open)) == .hold, "they wrote again")
    #expect(word(3, 10, 2, mention(.open)) == .hold, "somebody else answered")
    #expect(word(3, 10, 0, mention(.open)) == .admit, "an answer was refused meanwhile")
    #expect(word(3, 10, 1, nil) == .hold, "the message is gone")
    #expect(word(3, 99, 9, nil, .post) == .admit, "a rule for answers only")
  }

  @Test func nativeSchedulersAreWrittenToOnlyAsThePauseSays() {
    let pause = Pause(id: 1, seat: Seat("s"), at: Self.now, scope: .posts)
    func allowed(_ act: NativeAct, _ hold: NativePost.Hold, _ pause: Pause?) -> Bool {
      let post = NativePost(
        account: AccountID("a"), native: "1", text: "t", dueAt: Self.now, snapshot: "{}",
        hold: hold)
      return Gate.decide(act, on: post, pause: pause) != nil
    }
    for hold in NativePost.Hold.allCases {
      #expect(!allowed(.hold, hold, nil))
      #expect(!allowed(.restore, hold, pause))
      #expect(allowed(.hold, hold, pause) == [.none, .moved, .failed].contains(hold))
      #expect(allowed(.restore, hold, nil) == (hold == .moved))
      #expect(allowed(.takeOff, hold, pause) == (hold == .moved))
    }
  }
}
