import DeskCore
import Testing

@Suite struct GateTests {
  static let now = Timestamp(seconds: 10_000)

  enum Word: Equatable { case admit, wait, hold, miss, ignore }

  func word(_ decision: Gate.Decision) -> Word {
    switch decision {
    case .admit: .admit
    case .wait: .wait
    case .hold: .hold
    case .miss: .miss
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
    if scope == .everything || (scope == .posts && kind == .post) { return .hold }
    if late < .seconds(0) { return .wait }
    switch kind {
    case .post: return late > .minutes(2) ? .miss : .admit
    case .reply, .directReply: return late > .minutes(15) ? .miss : .admit
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
              item(kind, state, late: late), pause: pause, now: Self.now)
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
        item(.reply, .queued, late: .seconds(1)), pause: nil, now: Self.now)
    else {
      Issue.record("not admitted")
      return
    }
    #expect(admitted.item.state == .sending)
    #expect(admitted.item.admittedAt == Self.now)
    #expect(admitted.item.attempts == 1)
  }
}
