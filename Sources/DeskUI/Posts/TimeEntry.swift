import DeskCore

/// Reads a time in the future as a person types it.
///
/// | form | means |
/// |---|---|
/// | `+30m`, `+2h`, `+1d`, `+1h30m` | that long from now |
/// | `14:30` | the next time clocks in the desk's zone show it |
/// | `2026-12-01 09:00` | that day, in the desk's zone |
///
/// A time that clocks skip is the first instant after the gap; of one that they show twice, the first.
enum TimeEntry {
  /// What is wrong with an entry; worded in `Words`.
  enum Problem: Error, Hashable, Sendable {
    /// Nothing was typed.
    case empty
    /// None of the forms; `position` is the first character, from 0, that does not fit.
    case unreadable(position: Int)
    /// No such day, hour or minute.
    case impossible
    /// Not in the future.
    case past(Timestamp)
    /// More than 366 days ahead.
    case tooFar
  }

  /// The instant an entry means; throws what is wrong with it.
  static func read(_ text: String, now: Timestamp, zone: DeskZone) throws(Problem) -> Timestamp {
    let lead = text.prefix(while: \.isWhitespace).count
    var scanner = Scanner(text: Array(text.utf8.count > 64 ? String(text.prefix(64)) : text))
    scanner.index = lead
    while let last = scanner.text.last, last.isWhitespace { scanner.text.removeLast() }
    guard scanner.index < scanner.text.count else { throw .empty }
    let instant: Timestamp
    if scanner.skip("+") {
      instant = now.adding(try span(&scanner))
    } else {
      instant = try clock(&scanner, now: now, zone: zone)
    }
    guard instant > now else { throw .past(instant) }
    guard now.adding(.days(366)) >= instant else { throw .tooFar }
    return instant
  }

  private static func span(_ scanner: inout Scanner) throws(Problem) -> Span {
    var total: Int64 = 0
    repeat {
      let number = Int64(try scanner.number(digits: 1...5))
      if scanner.skip("m") {
        total += number
      } else if scanner.skip("h") {
        total += number * 60
      } else if scanner.skip("d") {
        total += number * 1440
      } else {
        throw .unreadable(position: scanner.index)
      }
    } while !scanner.isAtEnd
    return .minutes(total)
  }

  private static func clock(_ scanner: inout Scanner, now: Timestamp, zone: DeskZone)
    throws(Problem) -> Timestamp
  {
    let first = try scanner.number(digits: 1...4)
    guard scanner.skip("-") else {
      let time = try minute(&scanner, hour: first)
      return try next(hour: first, minute: time, now: now, zone: zone)
    }
    let month = try scanner.number(digits: 1...2)
    guard scanner.skip("-") else { throw .unreadable(position: scanner.index) }
    let day = try scanner.number(digits: 1...2)
    guard scanner.skip(" ") || scanner.skip("T") else {
      throw .unreadable(position: scanner.index)
    }
    while scanner.skip(" ") {}
    let hour = try scanner.number(digits: 1...2)
    let minute = try minute(&scanner, hour: hour)
    guard first >= 1970 else { throw .impossible }
    guard let date = CivilDay(year: first, month: month, day: day) else { throw .impossible }
    return zone.clock.place(date, minute: hour * 60 + minute).at
  }

  private static func minute(_ scanner: inout Scanner, hour: Int) throws(Problem) -> Int {
    guard scanner.skip(":") else { throw .unreadable(position: scanner.index) }
    let minute = try scanner.number(digits: 2...2)
    guard scanner.isAtEnd else { throw .unreadable(position: scanner.index) }
    guard hour < 24, minute < 60 else { throw .impossible }
    return minute
  }

  private static func next(hour: Int, minute: Int, now: Timestamp, zone: DeskZone)
    throws(Problem) -> Timestamp
  {
    for days: Int64 in 0...1 {
      let day = CivilDay(zone.civil(now)).adding(days)
      let instant = zone.clock.place(day, minute: hour * 60 + minute).at
      if instant > now { return instant }
    }
    throw .impossible
  }

  private struct Scanner {
    var text: [Character]
    var index = 0

    var isAtEnd: Bool { index >= text.count }

    mutating func skip(_ character: Character) -> Bool {
      guard index < text.count, text[index] == character else { return false }
      index += 1
      return true
    }

    mutating func number(digits: ClosedRange<Int>) throws(Problem) -> Int {
      var value = 0
      let start = index
      while index < text.count, index - start < digits.upperBound, text[index].isASCII,
        let digit = text[index].wholeNumberValue
      {
        value = value * 10 + digit
        index += 1
      }
      guard index - start >= digits.lowerBound else { throw .unreadable(position: index) }
      return value
    }
  }
}
