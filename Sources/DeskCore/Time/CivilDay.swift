/// A day of the calendar, without a zone (proleptic Gregorian).
public struct CivilDay: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01; negative before it.
  public let days: Int64

  /// The day with this number.
  public init(days: Int64) { self.days = days }

  /// The day that `2026-12-31` names; nil when there is none, or when it is written otherwise.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.count == 10, parts.count == 3, parts[0].utf8.count == 4,
      parts[1].utf8.count == 2, text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...max(1, CivilTime.daysIn(month: month, year: year))).contains(day),
      (1...12).contains(month)
    else { return nil }
    days = CivilTime.daysSinceEpoch(year: year, month: month, day: day)
  }

  /// The day on which `instant` falls where clocks are `offsetSeconds` east of Greenwich.
  public init(_ instant: Timestamp, offsetSeconds: Int) {
    let local = instant.seconds + Int64(offsetSeconds)
    days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
  }

  /// The day after.
  public var next: CivilDay { CivilDay(days: days + 1) }

  /// Its place in the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday, the fourth day.
    let place = (days % 7 + 7 + 3) % 7
    return Weekday.allCases[Int(place)]
  }

  /// The first instant at which clocks show this day or a later one.
  ///
  /// - Parameter offset: seconds east of Greenwich at an instant.
  public func start(offset: (Timestamp) -> Int) -> Timestamp {
    let midnight = days * 86_400
    // No zone is further than 18 hours from Greenwich (ISO 8601 clocks; java.time uses the same).
    var (low, high) = (midnight - 64_800, midnight + 64_800)
    while high - low > 1 {
      let middle = (low + high) / 2
      if middle + Int64(offset(Timestamp(seconds: middle))) >= midnight {
        high = middle
      } else {
        low = middle
      }
    }
    return Timestamp(seconds: high)
  }

  /// The day as `2026-01-31`.
  public var description: String { CivilTime(Timestamp(seconds: days * 86_400)).dateText }

  /// Orders by time.
  public static func < (a: CivilDay, b: CivilDay) -> Bool { a.days < b.days }
}

/// A day of the week.
public enum Weekday: String, Codable, Sendable, CaseIterable {
  /// The days, beginning with Monday as ISO 8601 does.
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}
