/// Says by when a first answer is due: what is wanted, the working hours, and the level.
public struct AnswerClock: Sendable {
  /// How long people may wait on a calm day, in working time.
  public let targets: ServiceTargets
  /// When the clocks run.
  public let calendar: WorkCalendar
  /// What each level changes.
  public let levels: LevelRules
  private let zone: String

  /// Makes a clock.
  /// - Parameters:
  ///   - targets: how long people may wait on a calm day.
  ///   - calendar: when the clocks run; without one, always.
  ///   - levels: what each level changes.
  ///   - zone: the name of the desk's time zone.
  public init(
    targets: ServiceTargets = ServiceTargets(),
    calendar: WorkCalendar = WorkCalendar(hours: .always), levels: LevelRules = LevelRules(),
    zone: String = "UTC"
  ) {
    self.targets = targets
    self.calendar = calendar
    self.levels = levels
    self.zone = zone
  }

  /// When an answer is due to a mention first seen at `seenAt`, while a level holds.
  public func due(intent: Intent, seenAt: Timestamp, level: Level) -> Timestamp {
    let rule = levels[level]
    let usual = targets.due(intent: intent, seenAt: seenAt).since(seenAt).minutes
    let wait = Span.minutes(max(1, usual * Int64(rule.answerPercent) / 100))
    if rule.isAroundTheClock { return seenAt.adding(wait) }
    // A desk without work for a year has no hours to wait for.
    return calendar.instant(after: wait, from: seenAt) ?? seenAt.adding(wait)
  }

  /// A text that is another whenever the same mention might be due at another time.
  public func signature(at level: Level) -> String {
    let rule = levels[level]
    let minutes = [targets.complaintMinutes, targets.questionMinutes, targets.otherMinutes]
    let times = "\(rule.answerPercent)% of " + minutes.map(String.init).joined(separator: "/")
    if rule.isAroundTheClock || calendar.hours.isAlways { return times }
    let days = Weekday.allCases.map { day in
      let blocks = calendar.hours.blocks[day] ?? []
      return day.code + blocks.map { "\($0.start)-\($0.end)" }.joined(separator: "+")
    }
    let holidays = calendar.hours.holidays.sorted().map(\.text)
    return ([times, zone] + days + holidays).joined(separator: " ")
  }
}
