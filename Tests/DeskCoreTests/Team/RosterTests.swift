import DeskCore
import Testing

@Suite struct RosterTests {
  /// Monday 5 January 2026, midnight.
  static let monday = Timestamp(seconds: 1_767_571_200)

  func at(_ day: Int64, _ hour: Int64) -> Timestamp {
    Self.monday.adding(.hours(day * 24 + hour))
  }

  func rule(
    _ seat: String, _ hours: String, days: Set<Weekday> = Set(Weekday.allCases.prefix(5)),
    weeks: Int = 1, from: String? = nil, until: String? = nil, dates: [String] = [],
    off: [String] = []
  ) -> ShiftRule {
    ShiftRule(
      seat: Seat(seat), days: days, dates: Set(dates.compactMap { CivilDay($0) }),
      off: Set(off.compactMap { CivilDay($0) }),
      blocks: [ShiftRule.Block(hours)].compactMap(\.self), weeks: weeks,
      from: from.flatMap { CivilDay($0) }, until: until.flatMap { CivilDay($0) })
  }

  func on(_ rules: [ShiftRule], _ day: Int64, _ hour: Int64, zone: ZoneClock = .utc) -> [String] {
    let now = at(day, hour)
    return Roster(rules, zone: zone).plan(around: now).onDuty(at: now).map(\.rawValue)
  }

  @Test(arguments: ["9:00-17:00", "09:00", "09:00-09:00", "24:00-25:00", "09:60-10:00", "x-y", ""])
  func whatIsNoBlockIsRefused(_ text: String) {
    #expect(ShiftRule.Block(text) == nil)
  }

  @Test(arguments: ["09:00-17:00", "22:00-06:00", "00:00-24:00"])
  func blocksReadAsTheyAreWritten(_ text: String) {
    #expect(ShiftRule.Block(text)?.text == text)
  }

  @Test func weekdaysNightsAndNamedDays() {
    let rules = [
      rule("ana", "09:00-17:00"), rule("bo", "22:00-06:00"),
      rule("lee", "10:00-12:00", days: [], dates: ["2026-01-10"], off: []),
      rule("kim", "09:00-17:00", off: ["2026-01-06"]),
    ]
    #expect(on(rules, 0, 9) == ["ana", "kim"])
    #expect(on(rules, 0, 17).isEmpty)
    #expect(on(rules, 0, 23) == ["bo"] && on(rules, 1, 5) == ["bo"] && on(rules, 1, 6).isEmpty)
    #expect(on(rules, 1, 10) == ["ana"])
    #expect(on(rules, 5, 2) == ["bo"], "Friday's night runs into Saturday")
    #expect(on(rules, 5, 11) == ["lee"] && on(rules, 5, 23).isEmpty)
  }

  @Test func shiftsMayRotateAndEnd() {
    let rules = [
      rule("ana", "09:00-17:00", weeks: 2, from: "2026-01-07", until: "2026-01-22"),
      rule("bo", "09:00-17:00", weeks: 2, from: "2026-01-12"),
    ]
    #expect(on(rules, 0, 10).isEmpty, "before the first day")
    #expect(on(rules, 2, 10) == ["ana"])
    #expect(on(rules, 7, 10) == ["bo"])
    #expect(on(rules, 14, 10) == ["ana"] && on(rules, 17, 10) == ["ana"])
    #expect(on(rules, 18, 10).isEmpty, "after the last day")
  }

  @Test func shiftsFollowTheZonesClocks() {
    let zone = ZoneClock(name: "x") { $0 < Self.monday.adding(.days(1)) ? 0 : 3600 }
    let rules = [rule("ana", "09:00-17:00")]
    #expect(on(rules, 0, 9, zone: zone) == ["ana"] && on(rules, 0, 8, zone: zone).isEmpty)
    #expect(on(rules, 1, 8, zone: zone) == ["ana"] && on(rules, 1, 16, zone: zone).isEmpty)
  }

  @Test func withoutRulesEverybodyIsOn() {
    #expect(Roster().plan(around: Self.monday).isEmpty)
  }

  @Test(
    arguments: [
      ("15m", 15), ("4h", 240), ("2d", 2880), ("tomorrow 09:00", 33 * 60 - 10 * 60),
      ("monday 09:00", 7 * 1440 - 60), ("Tue 08:30", 1440 - 90),
    ] as [(String, Int64)])
  func snoozeTimesMeanTheirInstants(_ text: String, _ minutes: Int64) throws {
    let time = try #require(SnoozeTime(text))
    #expect(time.until(from: at(0, 10), in: .utc) == at(0, 10).adding(.minutes(minutes)))
    #expect(SnoozeTime(time.text) == time)
  }

  @Test(arguments: ["", "15", "0m", "31d", "tomorrow", "someday 09:00", "monday 24:00", "1h 09:00"])
  func whatIsNoSnoozeTimeIsRefused(_ text: String) {
    #expect(SnoozeTime(text) == nil)
  }
}
