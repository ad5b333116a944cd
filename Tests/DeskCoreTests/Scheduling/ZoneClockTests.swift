import DeskCore
import Testing

/// What clocks mean on ordinary days and on the nights on which they are moved.
@Suite struct ZoneClockTests {
  struct Case: CustomStringConvertible, Sendable {
    let zone: String
    let day: String
    let time: String
    let utc: String
    let fit: ZoneClock.Placed.Fit
    var description: String { "\(zone) \(day) \(time)" }

    init(
      _ zone: String, _ day: String, _ time: String, _ utc: String,
      _ fit: ZoneClock.Placed.Fit = .once
    ) {
      (self.zone, self.day, self.time, self.utc, self.fit) = (zone, day, time, utc, fit)
    }
  }

  static let cases: [Case] = [
    Case("Europe/Berlin", "2026-01-15", "09:00", "2026-01-15T08:00:00Z"),
    Case("Europe/Berlin", "2026-07-15", "09:00", "2026-07-15T07:00:00Z"),
    Case("Europe/Berlin", "2026-03-29", "01:59", "2026-03-29T00:59:00Z"),
    Case("Europe/Berlin", "2026-03-29", "02:00", "2026-03-29T01:00:00Z", .skipped),
    Case("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:00:00Z", .skipped),
    Case("Europe/Berlin", "2026-03-29", "02:59", "2026-03-29T01:00:00Z", .skipped),
    Case("Europe/Berlin", "2026-03-29", "03:00", "2026-03-29T01:00:00Z"),
    Case("Europe/Berlin", "2026-10-25", "01:59", "2026-10-24T23:59:00Z"),
    Case("Europe/Berlin", "2026-10-25", "02:00", "2026-10-25T00:00:00Z", .twice),
    Case("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30:00Z", .twice),
    Case("Europe/Berlin", "2026-10-25", "03:00", "2026-10-25T02:00:00Z"),
    Case("America/New_York", "2026-03-08", "02:30", "2026-03-08T07:00:00Z", .skipped),
    Case("America/New_York", "2026-03-08", "03:00", "2026-03-08T07:00:00Z"),
    Case("America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30:00Z", .twice),
    Case("America/New_York", "2026-11-01", "02:00", "2026-11-01T07:00:00Z"),
    Case("America/New_York", "2026-12-24", "23:30", "2026-12-25T04:30:00Z"),
    Case("Asia/Tashkent", "2026-03-29", "02:30", "2026-03-28T21:30:00Z"),
    Case("Asia/Tashkent", "2026-10-25", "02:30", "2026-10-24T21:30:00Z"),
    Case("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:30:00Z", .skipped),
    Case("Australia/Lord_Howe", "2026-10-04", "02:30", "2026-10-03T15:30:00Z"),
    Case("Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45:00Z", .twice),
    Case("Australia/Lord_Howe", "2026-04-05", "01:29", "2026-04-04T14:29:00Z"),
    Case("Australia/Lord_Howe", "2026-04-05", "02:00", "2026-04-04T15:30:00Z"),
  ]

  @Test(arguments: cases) func clocksMeanOneInstant(_ example: Case) throws {
    let day = try #require(CivilDay(example.day))
    let parts = example.time.split(separator: ":").compactMap { Int($0) }
    let placed = Zones.clock(example.zone).place(day, minute: parts[0] * 60 + parts[1])
    #expect(placed.at == Timestamp(rfc3339: example.utc))
    #expect(placed.fit == example.fit)
  }

  /// Every minute of the nights on which clocks are moved: what is shown once comes back as it was,
  /// and later times on the clock never mean earlier instants.
  @Test(arguments: ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"])
  func everyMinuteOfTheYearsNights(zone: String) throws {
    let clock = Zones.clock(zone)
    let first = try #require(CivilDay("2026-01-01"))
    for number in 0..<365 {
      let day = first.adding(Int64(number))
      var before: Timestamp?
      for minute in stride(from: 0, to: 1440, by: number % 7 == 0 ? 15 : 30) {
        let placed = clock.place(day, minute: minute)
        let shown = clock.civil(placed.at)
        if placed.fit == .skipped {
          #expect(shown.hour * 60 + shown.minute > minute)
        } else {
          #expect(CivilDay(shown) == day && shown.hour * 60 + shown.minute == minute)
        }
        if let before { #expect(placed.at >= before, "\(day.text) \(minute)") }
        before = placed.at
      }
    }
  }

  @Test func aWholeDayMayBeMissing() throws {
    // Samoa went over the date line and had no 30 December 2011.
    let samoa = ZoneClock(name: "Pacific/Apia") {
      $0 < Timestamp(rfc3339: "2011-12-30T10:00:00Z") ?? $0 ? -36_000 : 50_400
    }
    let day = try #require(CivilDay("2011-12-30"))
    let placed = samoa.place(day, minute: 720)
    #expect(placed.fit == .skipped)
    #expect(placed.at == Timestamp(rfc3339: "2011-12-30T10:00:00Z"))
    #expect(samoa.day(placed.at).text == "2011-12-31")
  }

  @Test func daysAndWeeks() throws {
    let day = try #require(CivilDay("2026-03-29"))
    #expect(day.weekday == .sunday)
    #expect(day.monday.text == "2026-03-23")
    #expect(day.adding(3).text == "2026-04-01")
    #expect(CivilDay(number: -1).weekday == .wednesday)
    for bad in ["2026-02-30", "2026-13-01", "26-01-01", "2026-1-1", "", "2026-01-01x"] {
      #expect(CivilDay(bad) == nil, "\(bad)")
    }
  }
}
