import DeskCore
import Testing

@Suite struct StateTests {
  @Test func thePersonsMovesAreTheTable() {
    let verdicts: Set<MentionState> = Set(Verdict.allCases.map(\.state))
    for from in MentionState.allCases {
      for to in MentionState.allCases {
        let expected =
          switch (from, to) {
          case (.own, _), (.withdrawn, _), (_, .own), (_, .withdrawn): false
          case (.open, .snoozed), (.snoozed, .snoozed), (.snoozed, .open): true
          case (.open, _), (.snoozed, _): verdicts.contains(to)
          default: to == .open || (verdicts.contains(to) && to != from)
          }
        #expect(from.allows(to) == expected, "\(from) -> \(to)")
      }
    }
  }

  @Test func anEditIsReadAgainUnlessItIsOursOrGone() {
    for state in MentionState.allCases {
      let isFixed = state == .own || state == .withdrawn
      #expect(state.afterEdit == (isFixed ? state : .open))
    }
  }

  @Test func onlyOpenAndSnoozedAreUnanswered() {
    #expect(MentionState.allCases.filter(\.isUnanswered) == [.open, .snoozed])
    #expect(Set(Verdict.allCases.map(\.state)).count == Verdict.allCases.count)
  }

  /// Walks every path of the outgoing states.
  @Test func everyItemCanEndAndNothingLeavesAnEnd() {
    var reached: Set<OutgoingState> = [.queued]
    var frontier: [OutgoingState] = [.queued]
    while let state = frontier.popLast() {
      let next = OutgoingState.allCases.filter { state.allows($0) }
      #expect(next.isEmpty == state.isFinal, "\(state)")
      for other in next where reached.insert(other).inserted { frontier.append(other) }
    }
    #expect(reached == Set(OutgoingState.allCases))
    for state in OutgoingState.allCases { #expect(!state.allows(state)) }
  }

  @Test func nothingIsSentExceptByWayOfSending() {
    // That the platform has it is a fact, whatever the desk thought meanwhile; it needs an attempt.
    for state in OutgoingState.allCases { #expect(state.allows(.sent) == !state.isFinal) }
    #expect(OutgoingState.allCases.filter { $0.allows(.sending) } == [.queued])
    // What may have arrived is never sent again without having been proven absent.
    #expect(!OutgoingState.unknown.allows(.sending))
  }

  @Test func rolesIncludeTheOnesBefore() {
    #expect(Role.allCases.sorted() == Role.allCases)
    let team = Team(roles: [Seat("x"): .triage], defaultRole: .observer)
    #expect(team.role(of: Seat("x")) == .triage)
    #expect(team.role(of: Seat("y")) == .observer)
  }

  @Test func aClaimBlocksOthersWhileItHolds() {
    let start = Timestamp(seconds: 0)
    let claim = Claim(
      conversation: ConversationID(rawValue: 1), seat: Seat("a"), since: start,
      until: start.adding(Claim.lease))
    #expect(claim.blocks(Seat("b"), at: start))
    #expect(!claim.blocks(Seat("a"), at: start))
    #expect(!claim.blocks(Seat("b"), at: claim.until))
  }
}
