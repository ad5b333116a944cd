/// The time of a planned post: the instant, and the day and minute that clocks show or would show.
public struct PlanTime: Hashable, Sendable {
  /// The instant, and how the clocks show it.
  public let placed: ZoneClock.Placed
  /// The day by the clocks.
  public let day: CivilDay
  /// The minute of the day, 0..<1440, as it was asked for.
  public let minute: Int

  /// Reads `2026-12-01 09:00` by `clock`, or RFC 3339 with its own offset.
  /// - Throws: `PlanProblem.badTime`.
  public init(_ text: String, clock: ZoneClock) throws(PlanProblem) {
    if let instant = Timestamp(rfc3339: text) {
      self.init(instant, clock: clock)
      return
    }
    let parts = text.split { $0 == " " || $0 == "T" }
    guard parts.count == 2, let day = CivilDay(parts[0]), let minute = Self.minute(parts[1]) else {
      throw .badTime(text)
    }
    self.init(placed: clock.place(day, minute: minute), day: day, minute: minute)
  }

  /// Makes the time of an instant.
  public init(_ instant: Timestamp, clock: ZoneClock) {
    let fields = clock.civil(instant)
    self.init(
      placed: ZoneClock.Placed(at: instant, fit: .once), day: CivilDay(fields),
      minute: fields.hour * 60 + fields.minute)
  }

  private init(placed: ZoneClock.Placed, day: CivilDay, minute: Int) {
    self.placed = placed
    self.day = day
    self.minute = minute
  }

  /// Reads a rule whose first day and time this is.
  /// - Throws: `PlanProblem.badRule`, or `outsideRule` when the rule does not take this time.
  public func rule(_ text: String) throws(PlanProblem) -> RepeatRule {
    guard let rule = RepeatRule(text, minute: minute) else { throw .badRule(text) }
    guard rule.takes(day), rule.minute == minute else { throw .outsideRule(text) }
    if case .until(let last) = rule.end, last < day { throw .outsideRule(text) }
    return rule
  }

  /// Spreadsheets write seconds too; a post has none.
  private static func minute(_ text: Substring) -> Int? {
    let short = text.count > 5 && text.hasSuffix(":00") ? text.dropLast(3) : text
    return RepeatRule.clock(short)
  }
}
