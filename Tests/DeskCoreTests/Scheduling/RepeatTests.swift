import DeskCore
import Testing

/// Rules by which posts come again, and the series they make.
@Suite struct RepeatTests {
  private func days(_ rule: String, from: String, count: Int) throws -> [String] {
    let rule = try #require(RepeatRule(rule, minute: 540))
    var day = try #require(CivilDay(from))
    var found: [String] = []
    while found.count < count, let next = rule.next(after: day, made: found.count + 1) {
      found.append(next.text)
      day = next
    }
    return found
  }

  @Test func theDaysOfEveryRhythm() throws {
    #expect(
      try days("daily", from: "2026-02-27", count: 3) == ["2026-02-28", "2026-03-01", "2026-03-02"])
    #expect(
      try days("weekly mon,thu", from: "2026-03-05", count: 3)
        == ["2026-03-09", "2026-03-12", "2026-03-16"])
    #expect(
      try days("monthly 15", from: "2026-01-15", count: 2) == ["2026-02-15", "2026-03-15"])
    #expect(
      try days("monthly 31", from: "2026-01-31", count: 3)
        == ["2026-02-28", "2026-03-31", "2026-04-30"])
    #expect(
      try days("monthly last", from: "2028-01-31", count: 2) == ["2028-02-29", "2028-03-31"])
  }

  @Test func rulesEnd() throws {
    #expect(try days("daily until 2026-03-02", from: "2026-03-01", count: 9) == ["2026-03-02"])
    #expect(try days("daily count 3", from: "2026-03-01", count: 9).count == 2)
    #expect(try days("daily count 1", from: "2026-03-01", count: 9).isEmpty)
  }

  @Test(arguments: [
    "daily at 09:00", "weekly mon,thu at 00:00 until 2026-12-31", "monthly 15 at 23:59 count 10",
    "monthly last at 02:30",
  ])
  func whatIsWrittenIsReadAgain(text: String) throws {
    let rule = try #require(RepeatRule(text))
    #expect(rule.description == text)
  }

  @Test(arguments: [
    "", "often", "weekly", "weekly mon,", "weekly xyz", "monthly", "monthly 0", "monthly 32",
    "daily at 24:00", "daily at 9", "daily until", "daily until 2026-02-30", "daily count 0",
    "daily count 3 until 2026-12-31", "daily 5",
  ])
  func whatIsNoRuleIsNotRead(text: String) { #expect(RepeatRule(text, minute: 0) == nil) }

  private func series(_ rule: String, zone: String, last: String) throws -> PostSeries {
    PostSeries(
      id: SeriesID(rawValue: 1), account: AccountID("main"), text: "t", tag: nil,
      rule: try #require(RepeatRule(rule)), zone: zone, author: Seat("ana"),
      last: try #require(CivilDay(last)))
  }

  /// Half past two every night, over the nights on which that time is missing or comes twice.
  @Test func aSeriesKeepsItsTimeByTheClock() throws {
    let clock = Zones.clock("Europe/Berlin")
    var spring = try series("daily at 02:30", zone: "Europe/Berlin", last: "2026-03-27")
    var times: [String] = []
    for _ in 0..<3 {
      let now = try #require(Timestamp(rfc3339: "2026-03-27T02:00:00Z"))
      let step = spring.next(after: now, clock: clock)
      times.append(try #require(step.dueAt).rfc3339)
      spring = step.series
    }
    #expect(
      times == [
        "2026-03-28T01:30:00.000Z", "2026-03-29T01:00:00.000Z", "2026-03-30T00:30:00.000Z",
      ])
    let autumn = try series("daily at 02:30", zone: "Europe/Berlin", last: "2026-10-24")
    let now = try #require(Timestamp(rfc3339: "2026-10-24T03:00:00Z"))
    let step = autumn.next(after: now, clock: clock)
    #expect(step.dueAt == Timestamp(rfc3339: "2026-10-25T00:30:00Z"))
    // The second half past two of that night is not another occurrence.
    let after = try #require(step.dueAt).adding(.seconds(1))
    #expect(
      step.series.next(after: after, clock: clock).dueAt
        == Timestamp(rfc3339: "2026-10-26T01:30:00Z"))
  }

  @Test func whatWasSleptThroughIsCountedAndNeverMade() throws {
    let daily = try series("daily at 09:00 count 6", zone: "UTC", last: "2026-03-01")
    let now = try #require(Timestamp(rfc3339: "2026-03-04T10:00:00Z"))
    let step = daily.next(after: now, clock: .utc)
    #expect(step.passed == 3)
    #expect(step.dueAt == Timestamp(rfc3339: "2026-03-05T09:00:00Z"))
    #expect(step.series.made == 5)
    let last = step.series.next(after: now.adding(.days(30)), clock: .utc)
    #expect(last.dueAt == nil && last.passed == 1 && last.series.isOver)
  }
}
