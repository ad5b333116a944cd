import DeskCore
import Testing

/// Clocks as they were and will be set, for the tests; the desk asks the system.
enum TestZone {
  /// Central Europe in 2026: one hour, two from 29 March 01:00 UTC to 25 October 01:00 UTC.
  static let berlin: @Sendable (Timestamp) -> Int = { instant in
    (1_774_746_000..<1_792_890_000).contains(instant.seconds) ? 7200 : 3600
  }
  /// Tashkent: five hours, always.
  static let tashkent: @Sendable (Timestamp) -> Int = { _ in 18_000 }
  /// Tehran: three hours and a half, always.
  static let tehran: @Sendable (Timestamp) -> Int = { _ in 12_600 }
  /// Lord Howe: half an hour of summer time, from 4 October 2026 on.
  static let lordHowe: @Sendable (Timestamp) -> Int = { instant in
    instant.seconds < 1_791_041_400 ? 37_800 : 39_600
  }
}

@Suite struct WorkCalendarTests {
  static func hours(_ blocks: [String], days: [Weekday] = Weekday.allCases) -> WorkingHours {
    WorkingHours(
      blocks: Dictionary(
        uniqueKeysWithValues: days.map { ($0, blocks.compactMap { WorkBlock($0) }) }))
  }

  static let office = hours(
    ["09:00-12:30", "13:30-18:00"], days: [.monday, .tuesday, .wednesday, .thursday, .friday])

  func at(_ text: String) -> Timestamp {
    guard let instant = Timestamp(rfc3339: text) else {
      Issue.record("\(text) is no time")
      return Timestamp(seconds: 0)
    }
    return instant
  }

  @Test func blocksAreReadAndMerged() {
    #expect(WorkBlock("09:00-12:30") == WorkBlock(start: 540, end: 750))
    #expect(WorkBlock("00:00-24:00") == .day)
    for text in [
      "9:00-12:00", "12:00-09:00", "09:00-09:00", "09:60-10:00", "23:00-24:01", "x", "", "09:00",
    ] {
      #expect(WorkBlock(text) == nil, "\(text)")
    }
    let merged = Self.hours(["10:00-12:00", "09:00-10:00", "11:00-11:30", "14:00-15:00"])
    #expect(merged.blocks[.monday]?.map(\.start) == [540, 840])
    #expect(Self.hours(["00:00-12:00", "12:00-24:00"]).isAlways)
    #expect(!Self.office.isAlways)
  }

  @Test(
    arguments: [
      ("1970-01-01", Weekday.thursday), ("1969-12-31", .wednesday), ("2026-11-21", .saturday),
      ("2024-02-29", .thursday), ("2000-01-01", .saturday), ("1900-01-01", .monday),
    ])
  func daysOfTheWeek(_ text: String, _ weekday: Weekday) {
    #expect(CivilDay(text)?.weekday == weekday)
    #expect(CivilDay(text)?.text == text)
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "2026-01-00", "20260101", "+026-01-01",
  ])
  func noDays(_ text: String) { #expect(CivilDay(text) == nil) }

  // 30 minutes promised, Friday 16:45, hours 9 to 17: due Monday 9:15.
  @Test func theWeekendDoesNotCount() {
    let calendar = WorkCalendar(
      hours: Self.hours(["09:00-17:00"], days: [.monday, .tuesday, .wednesday, .thursday, .friday]))
    let due = calendar.instant(after: .minutes(30), from: at("2026-11-20T16:45:00Z"))
    #expect(due == at("2026-11-23T09:15:00Z"))
  }

  @Test(
    arguments: [
      ("2026-11-20T12:00:00Z", 30, "2026-11-20T12:30:00Z"),
      ("2026-11-20T12:00:00Z", 31, "2026-11-20T13:31:00Z"),
      ("2026-11-20T12:45:00Z", 10, "2026-11-20T13:40:00Z"),
      ("2026-11-20T17:59:30Z", 1, "2026-11-23T09:00:30Z"),
      ("2026-11-21T03:00:00Z", 480, "2026-11-23T18:00:00Z"),
      ("2026-11-20T08:00:00Z", 0, "2026-11-20T08:00:00Z"),
    ] as [(String, Int64, String)])
  func severalBlocksADay(_ start: String, _ minutes: Int64, _ due: String) {
    let calendar = WorkCalendar(hours: Self.office)
    #expect(calendar.instant(after: .minutes(minutes), from: at(start)) == at(due))
  }

  @Test func holidaysAreFree() {
    let holiday = WorkingHours(
      blocks: Self.office.blocks,
      holidays: Set([CivilDay("2026-11-23")].compactMap { $0 }))
    let calendar = WorkCalendar(hours: holiday, offset: TestZone.tashkent)
    #expect(
      calendar.instant(after: .minutes(30), from: at("2026-11-20T12:45:00Z"))
        == at("2026-11-24T04:15:00Z"))
    #expect(!calendar.isWorked(at: at("2026-11-23T05:00:00Z")))
    #expect(calendar.isWorked(at: at("2026-11-24T05:00:00Z")))
  }

  /// The night clocks go forward in Berlin has no 02:30, the night they go back has two.
  @Test(
    arguments: [
      // zone, from, to, minutes worked of a block 01:00-04:00
      ("2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z", 120),
      ("2026-03-29T12:00:00Z", "2026-03-30T12:00:00Z", 180),
      ("2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z", 240),
      ("2026-10-25T12:00:00Z", "2026-10-26T12:00:00Z", 180),
    ] as [(String, String, Int64)])
  func clocksThatChange(_ from: String, _ to: String, _ minutes: Int64) {
    let calendar = WorkCalendar(hours: Self.hours(["01:00-04:00"]), offset: TestZone.berlin)
    #expect(calendar.worked(from: at(from), to: at(to)) == .minutes(minutes))
  }

  @Test func aBlockAcrossTheChangeEndsByTheWall() {
    let calendar = WorkCalendar(hours: Self.hours(["01:30-03:30"]), offset: TestZone.berlin)
    // 01:30 winter time to 03:30 summer time is one hour.
    #expect(
      calendar.instant(after: .minutes(60), from: at("2026-03-29T00:00:00Z"))
        == at("2026-03-29T01:30:00Z"))
    let autumn = calendar.instant(after: .minutes(180), from: at("2026-10-24T22:00:00Z"))
    #expect(autumn == at("2026-10-25T02:30:00Z"))
  }

  @Test func halfHoursOfSummerTime() {
    let calendar = WorkCalendar(hours: Self.hours(["01:00-04:00"]), offset: TestZone.lordHowe)
    #expect(
      calendar.worked(from: at("2026-10-03T12:00:00Z"), to: at("2026-10-04T12:00:00Z"))
        == .minutes(150))
  }

  @Test func dayAndNightNeedsNoWalls() {
    let calendar = WorkCalendar(hours: .always, offset: TestZone.berlin)
    let start = at("2026-03-29T00:59:59Z")
    #expect(calendar.instant(after: .days(500), from: start) == start.adding(.days(500)))
    #expect(calendar.worked(from: start, to: start.adding(.hours(5))) == .hours(5))
    #expect(calendar.worked(from: start.adding(.hours(5)), to: start) == .seconds(0))
  }

  @Test func aDeskThatNeverWorksHasNoDeadline() {
    let calendar = WorkCalendar(hours: WorkingHours(blocks: [:]))
    let start = at("2026-03-29T00:59:59Z")
    #expect(calendar.instant(after: .minutes(1), from: start) == nil)
    #expect(calendar.nextWork(from: start) == nil)
    #expect(calendar.worked(from: start, to: start.adding(.days(30))) == .seconds(0))
  }

  @Test func nextWorkIsNowOrTheNextBlock() {
    let calendar = WorkCalendar(hours: Self.office, offset: TestZone.tehran)
    #expect(calendar.nextWork(from: at("2026-11-20T06:00:00Z")) == at("2026-11-20T06:00:00Z"))
    #expect(calendar.nextWork(from: at("2026-11-20T09:15:00Z")) == at("2026-11-20T10:00:00Z"))
    #expect(calendar.nextWork(from: at("2026-11-20T20:00:00Z")) == at("2026-11-23T05:30:00Z"))
  }

  /// Work adds up over any split, never runs backwards, and a deadline is the instant at which so
  /// much has been worked.
  @Test func deadlinesInvertWork() {
    var random = SeededRandom(seed: 11)
    let zones = [TestZone.berlin, TestZone.tashkent, TestZone.tehran, TestZone.lordHowe]
    let base = at("2026-03-20T00:00:00Z")
    for _ in 0..<300 {
      let calendar = WorkCalendar(
        hours: randomHours(&random), offset: zones.randomElement(using: &random) ?? TestZone.berlin)
      let start = base.adding(.seconds(Int64.random(in: 0...25_000_000, using: &random)))
      let middle = start.adding(.seconds(Int64.random(in: 0...900_000, using: &random)))
      let end = middle.adding(.seconds(Int64.random(in: 0...900_000, using: &random)))
      let parts = [(start, middle), (middle, end)].map { calendar.worked(from: $0, to: $1) }
      let whole = calendar.worked(from: start, to: end)
      #expect(parts.reduce(0) { $0 + $1.milliseconds } == whole.milliseconds)
      #expect(whole <= end.since(start))
      let span = Span.seconds(Int64.random(in: 1...300_000, using: &random))
      guard let due = calendar.instant(after: span, from: start) else { continue }
      #expect(calendar.worked(from: start, to: due) == span)
      #expect(calendar.worked(from: start, to: due.adding(.seconds(-1))) < span)
    }
  }

  private func randomHours(_ random: inout SeededRandom) -> WorkingHours {
    var blocks: [Weekday: [WorkBlock]] = [:]
    for day in Weekday.allCases where Bool.random(using: &random) {
      blocks[day] = (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in
        let start = Int.random(in: 0..<1440, using: &random)
        return WorkBlock(start: start, end: Int.random(in: start + 1...1440, using: &random))
      }
    }
    let holidays = (0..<5).map { _ in
      CivilDay(number: 20_532 + Int64.random(in: 0...300, using: &random))
    }
    return WorkingHours(blocks: blocks, holidays: Set(holidays))
  }

  @Test func wholeWeeksAreCountedWithoutAWalk() {
    let calendar = WorkCalendar(
      hours: Self.hours(["09:00-12:00", "13:00-17:00"], days: [.monday, .wednesday, .friday]))
    var random = SeededRandom(seed: 12)
    for _ in 0..<100 {
      let start = Timestamp(seconds: 1_795_165_200 + Int64.random(in: 0...604_800, using: &random))
      let end = start.adding(.minutes(Int64.random(in: 0...100_000, using: &random)))
      #expect(calendar.roughlyWorked(from: start, to: end) == calendar.worked(from: start, to: end))
    }
  }
}
