/// A time to which something is put off, as a person names it beforehand.
public enum SnoozeTime: Hashable, Sendable {
  /// So long from now.
  case after(Span)
  /// At a minute of the next day.
  case tomorrow(minute: Int)
  /// At a minute of the next such weekday; never today.
  case weekday(Weekday, minute: Int)

  /// What a desk offers that says nothing else: 15 minutes, an hour, four hours, tomorrow at nine.
  public static let usual: [SnoozeTime] = [
    .after(.minutes(15)), .after(.hours(1)), .after(.hours(4)), .tomorrow(minute: 540),
  ]

  /// Reads `15m`, `4h`, `2d` (up to 30 days), `tomorrow 09:00` or `monday 09:00`; nil for anything
  /// else.
  public init?(_ text: some StringProtocol) {
    let words = text.lowercased().split(separator: " ")
    if words.count == 1, let span = Self.span(words[0]) {
      self = .after(span)
    } else if words.count == 2, let minute = Self.minute(words[1]) {
      if words[0] == "tomorrow" {
        self = .tomorrow(minute: minute)
      } else if let day = Weekday(words[0]) {
        self = .weekday(day, minute: minute)
      } else {
        return nil
      }
    } else {
      return nil
    }
  }

  /// The text that reads as it.
  public var text: String {
    func clock(_ minute: Int) -> String {
      CivilTime.padded(minute / 60, 2) + ":" + CivilTime.padded(minute % 60, 2)
    }
    switch self {
    case .after(let span):
      let minutes = span.minutes
      if minutes % 1440 == 0 { return "\(minutes / 1440)d" }
      return minutes % 60 == 0 ? "\(minutes / 60)h" : "\(minutes)m"
    case .tomorrow(let minute): return "tomorrow " + clock(minute)
    case .weekday(let day, let minute): return "\(day) " + clock(minute)
    }
  }

  /// The instant it means, counted from `now` by a zone's clocks; later than `now`.
  public func until(from now: Timestamp, in zone: ZoneClock) -> Timestamp {
    let today = zone.day(now)
    switch self {
    case .after(let span): return now.adding(span)
    case .tomorrow(let minute): return zone.place(today.adding(1), minute: minute).at
    case .weekday(let day, let minute):
      let ahead = (day.rawValue - today.weekday.rawValue + 7) % 7
      return zone.place(today.adding(Int64(ahead == 0 ? 7 : ahead)), minute: minute).at
    }
  }

  private static func span(_ text: Substring) -> Span? {
    guard let number = Int64(text.dropLast()), (1...43_200).contains(number) else { return nil }
    let span: Span? =
      switch text.last {
      case "m": .minutes(number)
      case "h": .hours(number)
      case "d": .days(number)
      default: nil
      }
    return span.flatMap { $0 <= .days(30) ? $0 : nil }
  }

  private static func minute(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }
}
