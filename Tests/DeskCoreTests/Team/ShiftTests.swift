import DeskCore
import Testing

@Suite struct ShiftTests {
  func at(_ hour: Int64) -> Timestamp { Timestamp(seconds: hour * 3600) }

  func plan(_ shifts: [(String, Int64, Int64)]) -> ShiftPlan {
    ShiftPlan(shifts.compactMap { Shift(seat: Seat($0.0), from: at($0.1), to: at($0.2)) })
  }

  @Test func whoIsOn() {
    let plan = plan([("bo", 8, 16), ("ana", 8, 12), ("lee", 16, 24), ("ana", 12, 14)])
    #expect(plan.onDuty(at: at(8)) == [Seat("ana"), Seat("bo")])
    #expect(plan.onDuty(at: at(16)) == [Seat("lee")])
    #expect(plan.onDuty(at: at(24)).isEmpty)
    #expect(plan.isOn(Seat("bo"), at: at(15)) && !plan.isOn(Seat("bo"), at: at(16)))
    #expect(plan.end(of: Seat("ana"), at: at(9)) == at(14))
    #expect(plan.end(of: Seat("lee"), at: at(9)) == nil)
    #expect(plan.next(after: at(9))?.seat == Seat("ana"))
    #expect(Shift(seat: Seat("x"), from: at(2), to: at(2)) == nil)
  }

  @Test func withoutShiftsEverybodyIsOn() {
    #expect(ShiftPlan().isOn(Seat("x"), at: at(1)))
    #expect(ShiftPlan().gaps(from: at(0), to: at(9)).isEmpty)
    let claim = Claim(
      conversation: ConversationID(rawValue: 1), seat: Seat("x"), since: at(0), until: at(9))
    #expect(ShiftPlan().returning([claim], at: at(1)).isEmpty)
  }

  @Test func gapsAreFound() {
    let plan = plan([("a", 2, 4), ("b", 3, 6), ("c", 8, 9)])
    #expect(plan.gaps(from: at(0), to: at(10)) == [at(0)..<at(2), at(6)..<at(8), at(9)..<at(10)])
    #expect(plan.gaps(from: at(3), to: at(6)).isEmpty)
  }

  @Test func claimsOfThoseWhoLeftReturn() {
    let plan = plan([("a", 0, 8), ("b", 8, 16)])
    let claims = ["a", "b", "c"].map {
      Claim(
        conversation: ConversationID(rawValue: 1), seat: Seat($0), since: at(7), until: at(12))
    }
    // Nobody leaves who was not on: one whose shift begins later, one whom no shift names.
    #expect(plan.returning(claims, at: at(7)).isEmpty)
    #expect(plan.returning(claims, at: at(9)).map(\.seat.rawValue) == ["a"])
    #expect(plan.returning(claims, grace: .hours(2), at: at(9)).isEmpty)
    #expect(plan.returning(claims, grace: .hours(1), at: at(9)).map(\.seat.rawValue) == ["a"])
    #expect(plan.returning(claims, at: at(12)).isEmpty)
    let later = Claim(
      conversation: ConversationID(rawValue: 1), seat: Seat("a"), since: at(8), until: at(12))
    #expect(plan.returning([later], at: at(9)).isEmpty, "what is taken after the shift stays")
  }

  @Test func theSheetNamesOpenPromisedAndWatchOut() throws {
    let plan = plan([("ana", 0, 8), ("bo", 0, 16), ("lee", 8, 16)])
    func open(_ id: Int64, _ due: Int64?, rank: Int64) -> HandOver.Open {
      HandOver.Open(mention: MentionID(rawValue: id), deadline: due.map(at), rank: rank)
    }
    func sent(_ id: Int64, _ text: String, _ hour: Int64, _ language: Language?) -> HandOver.Sent {
      HandOver.Sent(
        mention: MentionID(rawValue: id), text: text, seat: Seat("ana"), at: at(hour),
        language: language)
    }
    let sheet = HandOver(
      at: at(7), plan: plan,
      open: [open(1, nil, rank: 1), open(2, 9, rank: 5), open(3, 8, rank: 9), open(4, 9, rank: 4)],
      sent: [
        sent(6, "Завтра мы вам ответим", 5, .russian), sent(5, "Sorry, we'll refund you.", 3, nil),
        sent(7, "Sorry about that.", 4, .english),
      ],
      watchOut: ["spike in refunds", " ", "journalist of the Times"])
    #expect(sheet.open.map(\.mention.rawValue) == [3, 4, 2, 1])
    #expect(sheet.promised.map(\.sent.mention.rawValue) == [5, 6])
    #expect(
      sheet.promised.map { $0.findings.map(\.reason) } == [[.promisedMoney], [.promisedTime]])
    #expect(sheet.watchOut == ["spike in refunds", "journalist of the Times"])
    #expect(sheet.leaving == [Seat("ana")])
    #expect(sheet.coming == [Seat("lee")])
  }
}
