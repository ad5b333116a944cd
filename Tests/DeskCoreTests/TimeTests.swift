import DeskCore
import Testing

@Suite struct TimeTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", Int64(0)), ("2026-01-31T09:15:00Z", 1_769_850_900_000),
    ("2026-01-31 09:15:00.25+05:00", 1_769_832_900_250),
    ("2026-01-31t09:15:00.1239z", 1_769_850_900_123), ("1969-12-31T23:59:59.999Z", -1),
    ("2024-02-29T00:00:00-0130", 1_709_170_200_000), ("2016-12-31T23:59:60Z", 1_483_228_799_000),
    ("0001-01-01T00:00:00Z", -62_135_596_800_000),
  ])
  func whatIsATime(_ text: String, _ milliseconds: Int64) {
    #expect(Timestamp(rfc3339: text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "2026", "2026-01-31", "2026-01-31T09:15:00", "2026-02-29T00:00:00Z",
    "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z",
    "2026-01-31T24:00:00Z", "2026-01-31T09:60:00Z", "2026-01-31T09:15:61Z",
    "2026-01-31T09:15:00.Z", "2026-01-31T09:15:00Zx", "2026-01-31T09:15:00+24:00",
    "2026-01-31X09:15:00Z", "٢٠٢٦-01-31T09:15:00Z", "1900-02-29T00:00:00Z",
  ])
  func whatIsNot(_ text: String) { #expect(Timestamp(rfc3339: text) == nil) }

  @Test func everyDayOfManyYearsGoesThereAndBack() {
    var days = CivilTime.daysSinceEpoch(year: 1899, month: 12, day: 31)
    for year in 1900...2110 {
      for month in 1...12 {
        for day in 1...CivilTime.daysIn(month: month, year: year) {
          days += 1
          #expect(CivilTime.daysSinceEpoch(year: year, month: month, day: day) == days)
          let civil = CivilTime(Timestamp(seconds: days * 86_400 + 86_399))
          #expect(civil.year == year && civil.month == month && civil.day == day)
          #expect(civil.timeText == "23:59:59")
        }
      }
    }
  }

  @Test func whatIsWrittenIsReadAgain() {
    for milliseconds in stride(
      from: Int64(-4_000_000_000_000), through: 4_000_000_000_000, by: 12_345_678_901)
    {
      let time = Timestamp(milliseconds: milliseconds)
      #expect(Timestamp(rfc3339: time.rfc3339) == time)
    }
  }

  @Test(arguments: [(0, "00:00"), (19_800, "05:30"), (-3600, "23:00")])
  func zonesMoveTheClock(_ offset: Int, _ text: String) {
    #expect(CivilTime(Timestamp(seconds: 0), offsetSeconds: offset).clockText == text)
  }

  @Test func secondsRoundDownAndSpansAddUp() {
    #expect(Timestamp(milliseconds: -1).seconds == -1)
    #expect(Timestamp(milliseconds: 1999).seconds == 1)
    let start = Timestamp(seconds: 10)
    #expect(start.adding(.minutes(2)).since(start) == .seconds(120))
    #expect(Span.hours(24) == Span.days(1))
  }
}
