import DeskCore
import Testing

@Suite struct LateWatchTests {
  static let now = Timestamp(seconds: 1_767_571_200)

  func wait(_ id: Int64, in minutes: Int64, conversation: Int64? = nil, handle: String = "a")
    -> LateWait
  {
    LateWait(
      mention: MentionID(rawValue: id),
      conversation: ConversationID(rawValue: conversation ?? id), handle: handle,
      intent: id % 2 == 0 ? .complaint : .question, dueAt: Self.now.adding(.minutes(minutes)))
  }

  func alert(
    _ kind: SpikeAlarm.Kind, _ waits: [LateWait], told: [Alert] = [], after minutes: Int64 = 0
  ) -> Alert? {
    var status = DeskStatus(at: Self.now)
    status.open = 40
    status.overdue = CappedCount(3)
    return LateWatch(brand: "acme", alerts: told, status: status)
      .alert(kind, of: waits, offsetSeconds: 3600, at: Self.now.adding(.minutes(minutes)))
  }

  @Test func manyAtOnceAreOneAlertWithItsArithmetic() throws {
    let alert = try #require(self.alert(.soonLate, (1...12).map { wait($0, in: 10 - $0 / 2) }))
    #expect(
      alert.figures.line
        == "12 conversations will be late within 10 min; first due 01:04; "
        + "80 % of their time is used; 6 complaints; 40 open, 3 late in all")
    #expect(alert.severity == .medium && alert.kind == .soonLate)
    #expect(alert.figures.late?.mention == MentionID(rawValue: 12))
  }

  @Test func oneConversationOfOnePersonCountsOnce() throws {
    let waits = [
      wait(2, in: -3, conversation: 1), wait(3, in: -3, conversation: 1),
      wait(4, in: -2, conversation: 1, handle: "b"),
    ]
    let line = try #require(self.alert(.late, waits)).figures.line
    #expect(
      line == "2 conversations are late; first due 00:57; 2 complaints; 40 open, 3 late in all")
    #expect(alert(.late, []) == nil)
  }

  @Test func whatFollowsIsGatheredUnlessItIsGraver() throws {
    var first = try #require(self.alert(.late, [wait(1, in: 0)]))
    #expect(alert(.late, [wait(2, in: 1)], told: [first], after: 5) == nil)
    #expect(alert(.soonLate, [wait(2, in: 1)], told: [first], after: 5) != nil)
    #expect(alert(.late, [wait(2, in: 1)], told: [first], after: 10) != nil)
    let many = (1...5).map { wait($0, in: 0) }
    #expect(alert(.late, many, told: [first], after: 1)?.severity == .high)
    first.state = .snoozed(by: Seat("ana"), until: Self.now.adding(.hours(1)), reason: "known")
    #expect(alert(.late, [wait(2, in: 1)], told: [first], after: 30) == nil)
    #expect(alert(.late, many, told: [first], after: 30) != nil)
    #expect(alert(.late, [wait(2, in: 1)], told: [first], after: 60) != nil)
  }

  @Test func peopleWhoWaitAreNoReasonForALevel() throws {
    let waits = try #require(self.alert(.late, (1...30).map { wait($0, in: 0) }))
    #expect(waits.severity == .severe)
    #expect(
      LevelProposal.propose(
        current: .calm, since: Self.now, alerts: [waits], size: SizeEstimate([]), now: Self.now)
        == nil)
  }
}
