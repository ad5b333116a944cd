import Testing

@testable import DeskCore

@Suite struct ServiceDueTests {
  /// Monday 5 January 2026, midnight.
  static let monday = Timestamp(seconds: 1_767_571_200)
  static func office(_ offset: @escaping @Sendable (Timestamp) -> Int = { _ in 0 }) -> WorkCalendar
  {
    let block = WorkBlock("09:00-18:00").map { [$0] } ?? []
    let days = Weekday.allCases.prefix(5)
    return WorkCalendar(
      hours: WorkingHours(blocks: Dictionary(uniqueKeysWithValues: days.map { ($0, block) })),
      offset: offset)
  }

  @Test(arguments: zip(Level.allCases, [Int64(60), 60, 30, 15]))
  func fromAnIncidentUpAnswersAreDueSooner(level: Level, minutes: Int64) {
    let due = ServiceLevels().due(intent: .complaint, seenAt: Self.monday, level: level)
    #expect(due == Self.monday.adding(.minutes(minutes)))
  }

  /// Hours since Monday midnight at which it was seen, and at which an answer is due.
  @Test(
    arguments: zip(
      [10.0, 17.5, 3.0, 18.0, 113.5, 132.0, 17.0], [11.0, 33.5, 10.0, 34.0, 177.5, 178.0, 18.0]))
  func theClockStandsOutsideTheHours(seen: Double, due: Double) {
    let clock = ServiceLevels(calendar: Self.office())
    let seenAt = Self.monday.adding(.seconds(Int64(seen * 3600)))
    let wanted = Self.monday.adding(.seconds(Int64(due * 3600)))
    #expect(clock.due(intent: .complaint, seenAt: seenAt, level: .calm) == wanted)
    let sooner = clock.due(intent: .complaint, seenAt: seenAt, level: .incident)
    #expect(sooner == seenAt.adding(.minutes(30)))
  }

  @Test func hoursFollowTheDesksOwnClocks() {
    let east = ServiceLevels(calendar: Self.office { _ in 5 * 3600 })
    let due = east.due(intent: .complaint, seenAt: Self.monday, level: .calm)
    #expect(due == Self.monday.adding(.hours(5)))
  }

  /// No clock runs back: who waits longer is due no later.
  @Test func laterIsNeverDueEarlier() {
    let clock = ServiceLevels(
      calendar: Self.office { $0 < Self.monday.adding(.days(3)) ? 3600 : 7200 })
    for level in Level.allCases {
      var before = Timestamp(milliseconds: .min)
      for step in 0..<4_000 {
        let seenAt = Self.monday.adding(.minutes(Int64(step * 7)))
        let due = clock.due(intent: .question, seenAt: seenAt, level: level)
        #expect(due >= before && due > seenAt)
        before = due
      }
    }
  }

  @Test func theSignatureChangesWithWhatIsDue() {
    let plain = ServiceLevels()
    let office = ServiceLevels(calendar: Self.office(), zone: "Asia/Tashkent")
    #expect(plain.signature(at: .calm) == plain.signature(at: .watch))
    let all = Level.allCases.flatMap { [plain.signature(at: $0), office.signature(at: $0)] }
    #expect(Set(all).count == 4)
  }

  @Test func levelsSayHowManyMustApproveAndWhoIsTold() {
    var rules = LevelRules()
    rules[.incident].contacts = ["ana", "bo"]
    rules[.crisis].contacts = ["ana", "chief"]
    #expect(Level.allCases.map { rules.approvals(at: $0, isPublic: true) } == [0, 0, 1, 1])
    #expect(rules.approvals(at: .crisis, isPublic: false) == 0)
    #expect(rules.contacts(from: .incident, to: .crisis) == ["ana", "chief", "bo"])
    #expect(rules.contacts(from: .calm, to: .watch).isEmpty)
    #expect(LevelRule(answerPercent: 900, approvals: 7).answerPercent == 100)
  }
}
