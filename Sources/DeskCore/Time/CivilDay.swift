/// A day of the calendar, wherever it is (proleptic Gregorian).
public struct CivilDay: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public let number: Int64

  /// Makes the day that many days after 1970-01-01.
  public init(number: Int64) { self.number = number }

  /// Makes a day; nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...CivilTime.daysIn(month: month, year: year)).contains(day)
    else { return nil }
    number = CivilTime.daysSinceEpoch(year: year, month: month, day: day)
  }

  /// The day on which these fields are.
  public init(_ time: CivilTime) {
    number = CivilTime.daysSinceEpoch(year: time.year, month: time.month, day: time.day)
  }

  /// Reads `2026-01-31`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Its midnight in UTC as fields.
  public var fields: CivilTime { CivilTime(Timestamp(seconds: number * 86_400)) }

  /// The day as `2026-01-31`.
  public var text: String { fields.dateText }

  /// The day `days` later.
  public func adding(_ days: Int64) -> CivilDay { CivilDay(number: number + days) }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    Weekday(rawValue: Int(((number + 3) % 7 + 7) % 7)) ?? .monday
  }

  /// The Monday of its week.
  public var monday: CivilDay { adding(-Int64(weekday.rawValue)) }

  /// Orders by time.
  public static func < (a: CivilDay, b: CivilDay) -> Bool { a.number < b.number }
}

/// A day of the week, Monday first as ISO 8601 counts.
public enum Weekday: Int, CaseIterable, Hashable, Comparable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// The first three letters of its English name, in small letters.
  public var code: String {
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][rawValue]
  }

  /// Reads a code or an English name; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let names = [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    let typed = text.lowercased()
    guard let index = names.firstIndex(where: { $0 == typed || $0.prefix(3) == typed }) else {
      return nil
    }
    self.init(rawValue: index)
  }

  /// Monday first.
  public static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }
}
