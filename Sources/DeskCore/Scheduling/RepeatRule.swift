/// When a post comes again, by the clocks of its zone.
///
/// Written as `daily`, `weekly mon,thu`, `monthly 15` or `monthly last`, then perhaps `at 09:30`, then
/// perhaps `until 2026-12-31` or `count 10`.
public struct RepeatRule: Hashable, Sendable {
  /// Which days it takes.
  public enum Rhythm: Hashable, Sendable {
    /// Every day.
    case daily
    /// These days of every week, at least one.
    case weekly(Set<Weekday>)
    /// This day of every month, 1...31; where a month is shorter, its last day.
    case monthly(Int)
    /// The last day of every month.
    case lastOfMonth
  }

  /// When it ends.
  public enum End: Hashable, Sendable {
    /// When somebody ends it.
    case never
    /// After this day, which still counts.
    case until(CivilDay)
    /// After this many occurrences, the first included; at least 1.
    case count(Int)
  }

  /// Which days it takes.
  public var rhythm: Rhythm
  /// The minute of the day, 0..<1440, by the clocks of the zone.
  public var minute: Int
  /// When it ends.
  public var end: End

  /// Makes a rule.
  public init(_ rhythm: Rhythm, minute: Int, end: End = .never) {
    self.rhythm = rhythm
    self.minute = minute
    self.end = end
  }

  /// Whether it takes a day.
  public func takes(_ day: CivilDay) -> Bool {
    switch rhythm {
    case .daily: return true
    case .weekly(let days): return days.contains(day.weekday)
    case .monthly, .lastOfMonth:
      let fields = day.fields
      let last = CivilTime.daysIn(month: fields.month, year: fields.year)
      if case .monthly(let wanted) = rhythm { return fields.day == min(wanted, last) }
      return fields.day == last
    }
  }

  /// The first day it takes after `day`, given how many occurrences there have been; nil at its end.
  public func next(after day: CivilDay, made: Int) -> CivilDay? {
    if case .count(let count) = end, made >= count { return nil }
    // A month has at most 31 days, so that there is one within the next 62.
    guard let next = (1...62).lazy.map({ day.adding($0) }).first(where: takes) else { return nil }
    if case .until(let last) = end, next > last { return nil }
    return next
  }
}

extension RepeatRule: CustomStringConvertible {
  /// The rule as it is written.
  public var description: String {
    let days: String
    switch rhythm {
    case .daily: days = "daily"
    case .weekly(let set): days = "weekly " + set.sorted().map(\.code).joined(separator: ",")
    case .monthly(let day): days = "monthly \(day)"
    case .lastOfMonth: days = "monthly last"
    }
    let clock = " at \(CivilTime.padded(minute / 60, 2)):\(CivilTime.padded(minute % 60, 2))"
    switch end {
    case .never: return days + clock
    case .until(let day): return days + clock + " until \(day.text)"
    case .count(let count): return days + clock + " count \(count)"
    }
  }

  /// Reads a rule; `minute` stands for a time that is not written.
  /// - Returns: nil for anything that is not a rule, or when no time is written and none given.
  public init?(_ text: some StringProtocol, minute: Int? = nil) {
    var words = text.lowercased().split { $0 == " " || $0 == "\t" }[...]
    guard let first = words.popFirst(), let rhythm = Self.rhythm(first, &words) else { return nil }
    var time = minute
    var end: End?
    while let word = words.popFirst() {
      guard let value = words.popFirst() else { return nil }
      switch word {
      case "at":
        guard let read = Self.clock(value) else { return nil }
        time = read
      case "until":
        guard end == nil, let day = CivilDay(value) else { return nil }
        end = .until(day)
      case "count":
        guard end == nil, let count = Int(value), (1...100_000).contains(count) else { return nil }
        end = .count(count)
      default: return nil
      }
    }
    guard let time else { return nil }
    self.init(rhythm, minute: time, end: end ?? .never)
  }

  private static func rhythm(
    _ word: Substring, _ words: inout ArraySlice<Substring>
  ) -> Rhythm? {
    switch word {
    case "daily": return .daily
    case "weekly":
      guard let list = words.popFirst() else { return nil }
      let days = list.split(separator: ",", omittingEmptySubsequences: false).map { Weekday($0) }
      guard !days.contains(nil) else { return nil }
      return .weekly(Set(days.compactMap(\.self)))
    case "monthly":
      guard let which = words.popFirst() else { return nil }
      if which == "last" { return .lastOfMonth }
      guard let day = Int(which), (1...31).contains(day) else { return nil }
      return .monthly(day)
    default: return nil
    }
  }

  /// The minute of the day in `09:30`; nil for anything else.
  static func clock(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    return hour * 60 + minute
  }
}
