/// Working hours in a zone: how much work lies between two instants, and when so much is done.
public struct WorkCalendar: Sendable {
  /// The hours on the wall.
  public let hours: WorkingHours
  /// Seconds east of Greenwich at an instant.
  public let offset: @Sendable (Timestamp) -> Int

  /// How far ahead a deadline is looked for, 400 days; a desk without work for longer has none.
  public static let horizon = Span.days(400)

  /// Makes a calendar.
  public init(hours: WorkingHours, offset: @escaping @Sendable (Timestamp) -> Int = { _ in 0 }) {
    self.hours = hours
    self.offset = offset
  }

  /// Whether an instant is worked.
  public func isWorked(at instant: Timestamp) -> Bool {
    let offset = offset(instant)
    let day = CivilDay(instant, offsetSeconds: offset)
    let minute = (instant.seconds + Int64(offset) - day.number * 86_400) / 60
    return hours.blocks(on: day).contains { (Int64($0.start)..<Int64($0.end)).contains(minute) }
  }

  /// The time worked from one instant to a later one; zero when it is not later.
  public func worked(from start: Timestamp, to end: Timestamp) -> Span {
    guard start < end else { return .seconds(0) }
    if hours.isAlways { return end.since(start) }
    var total: Int64 = 0
    var walk = WorkWalk(calendar: self, from: start, to: end)
    while let stretch = walk.next() {
      total += stretch.upperBound.milliseconds - stretch.lowerBound.milliseconds
    }
    return Span(milliseconds: total)
  }

  /// The time worked between two instants for a column that shows days: beyond two weeks whole weeks
  /// are counted without a look at their holidays, so that a row drawn of an old wait costs no more
  /// than one of a new one.
  public func roughlyWorked(from start: Timestamp, to end: Timestamp) -> Span {
    let weeks = end.since(start).milliseconds / Span.days(7).milliseconds
    guard weeks > 2, !hours.isAlways else { return worked(from: start, to: end) }
    let minutes = hours.blocks.values.joined().reduce(0) { $0 + $1.end - $1.start }
    let rest = worked(from: start.adding(.days(7 * (weeks - 1))), to: end)
    return Span(
      milliseconds: (weeks - 1) * Span.minutes(Int64(minutes)).milliseconds + rest.milliseconds)
  }

  /// The first instant by which `span` has been worked since `start`; nil when that is further away
  /// than the horizon. With nothing to work it is `start`.
  public func instant(after span: Span, from start: Timestamp) -> Timestamp? {
    guard span.milliseconds > 0 else { return start }
    if hours.isAlways { return start.adding(span) }
    var left = span.milliseconds
    var walk = WorkWalk(calendar: self, from: start, to: start.adding(Self.horizon))
    while let stretch = walk.next() {
      let length = stretch.upperBound.milliseconds - stretch.lowerBound.milliseconds
      if length >= left { return stretch.lowerBound.adding(Span(milliseconds: left)) }
      left -= length
    }
    return nil
  }

  /// The next instant that is worked, `now` itself when it is; nil when none is within the horizon.
  public func nextWork(from now: Timestamp) -> Timestamp? {
    if isWorked(at: now) { return now }
    var walk = WorkWalk(calendar: self, from: now, to: now.adding(Self.horizon))
    return walk.next()?.lowerBound
  }
}
