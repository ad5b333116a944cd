import DeskCore
import Testing

@Suite struct ServiceHistoryTests {
  static let start = Timestamp(seconds: 1_795_165_200)
  let levels = ServiceLevels(
    rules: [], otherwise: ServiceRule(first: .minutes(60), next: .minutes(30)),
    calendar: WorkCalendar(hours: .always))

  func at(_ minutes: Int64) -> Timestamp { Self.start.adding(.minutes(minutes)) }

  func message(_ id: Int64, _ minutes: Int64, snoozed: Bool = false) -> ServiceHistory.Message {
    ServiceHistory.Message(
      id: MentionID(rawValue: id), since: at(minutes), intent: .complaint, followers: nil,
      isSnoozed: snoozed)
  }

  func hold(
    _ id: Int64, _ reason: HoldReason, _ from: Int64, to end: Int64? = nil
  ) -> ServiceHistory.Hold {
    ServiceHistory.Hold(
      mention: MentionID(rawValue: id), reason: reason, at: at(from), endedAt: end.map(at))
  }

  func dues(_ history: ServiceHistory, _ moves: LevelHistory = LevelHistory()) -> [Int64: AnswerDue]
  {
    Dictionary(
      uniqueKeysWithValues: history.dues(by: levels, moves).map { ($0.key.rawValue, $0.value) })
  }

  @Test func whatOnePersonWroteSharesTheClockOfItsFirst() {
    let dues = dues(ServiceHistory(messages: [message(2, 40), message(1, 0)]))
    #expect(dues[1]?.dueAt == at(60) && dues[2]?.dueAt == at(60))
    #expect(dues[1]?.warnAt == at(48))
    #expect(dues[1]?.hold == nil)
  }

  @Test func afterAnAnswerTheNextTargetCounts() {
    let dues = dues(ServiceHistory(messages: [message(3, 10)], hasAnswered: true))
    #expect(dues[3]?.dueAt == at(40))
  }

  @Test func aHoldLetsTheClockStandUntilTheyWrite() {
    var history = ServiceHistory(messages: [message(1, 0)], holds: [hold(1, .askedThem, 12)])
    let held = dues(history)[1]
    #expect(held?.dueAt == .never && held?.warnAt == nil)
    #expect(held?.hold == AnswerHold(reason: .askedThem, since: at(12), left: .minutes(48)))
    history.messages.append(message(2, 100))
    #expect(dues(history)[1]?.dueAt == at(148))
    #expect(dues(history)[2]?.hold == nil)
  }

  @Test func whatWasPutAsideHasAClockOfItsOwn() {
    let history = ServiceHistory(
      messages: [message(1, 0, snoozed: true), message(2, 20)], holds: [hold(1, .snoozed, 10)])
    #expect(dues(history)[1]?.hold?.left == .minutes(50))
    #expect(dues(history)[2]?.dueAt == at(80))
    let woken = ServiceHistory(messages: [message(1, 0)], holds: [hold(1, .snoozed, 10, to: 200)])
    #expect(dues(woken)[1]?.dueAt == at(250))
    // One that came back without a word of when is not put aside any more.
    let lost = ServiceHistory(messages: [message(1, 0)], holds: [hold(1, .snoozed, 10)])
    #expect(dues(lost)[1]?.dueAt == at(60))
  }

  @Test func levelsCountFromTheirOwnInstants() {
    var levels = levels
    levels.levels[.crisis].answerPercent = 25
    let moves = LevelHistory(
      [(Level.calm, Level.crisis, Int64(10)), (.crisis, .calm, 30)].enumerated().map {
        index, move in
        LevelMove(
          id: Int64(index), from: move.0,
          change: LevelChange(level: move.1, seat: Seat("ana"), at: at(move.2), reason: "x"))
      })
    #expect([0, 10, 29, 30].map { moves.level(at: at($0)) } == [.calm, .crisis, .crisis, .calm])
    let first = LevelHistory(Array(moves.moves.prefix(1)))
    let history = ServiceHistory(messages: [message(1, 0)])
    #expect(history.dues(by: levels, first)[MentionID(rawValue: 1)]?.dueAt == at(15))
    #expect(history.dues(by: levels, moves)[MentionID(rawValue: 1)]?.dueAt == at(60))
  }

  @Test func aRuleThatNamesItsLevelsIsTakenAsWritten() {
    let levels = ServiceLevels(
      rules: [
        ServiceRule(
          levels: .crisis ... .crisis, intents: [.praise], first: .hours(1), next: .hours(2))
      ])
    func minutes(_ intent: Intent, _ turn: AnswerTurn) -> Int64 {
      levels.target(turn, level: .crisis, intent: intent, followers: nil).minutes
    }
    #expect([minutes(.praise, .first), minutes(.praise, .next)] == [60, 120])
    #expect([minutes(.complaint, .first), minutes(.question, .next)] == [15, 30])
  }

  @Test func theColumnReadsWhatIsKept() {
    func mention(_ due: Timestamp, _ hold: AnswerHold? = nil) -> Mention {
      Mention(
        id: MentionID(rawValue: 1),
        incoming: IncomingMention(
          key: MentionKey(account: AccountID("m"), native: "1"), platform: .demo,
          author: Author(handle: "a"), text: "x", createdAt: at(0)),
        seenAt: at(0), conversation: ConversationID(rawValue: 1),
        mood: MoodReading(
          sentiment: .neutral, negative: 0, neutral: 1, positive: 0, intent: .other, abuse: 0,
          language: .english), state: .open, dueAt: due, hold: hold)
    }
    func shown(_ mention: Mention, _ now: Int64) -> String {
      let clock = levels.standing(of: mention, level: .calm, at: at(now))
      return Countdown.text(clock.state, left: clock.left)
    }
    #expect(shown(mention(at(60)), 48) == "   12m")
    #expect(shown(mention(at(60)), 67) == "  +07m")
    let hold = AnswerHold(reason: .askedThem, since: at(3), left: .minutes(12))
    #expect(shown(mention(.never, hold), 500) == "  =12m")
  }
}
