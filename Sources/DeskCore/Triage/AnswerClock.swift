/// Says by when a first answer is due: what is wanted, the service hours, and the level.
public struct AnswerClock: Sendable {
  /// How long people may wait on a calm day.
  public let targets: ServiceTargets
  /// When the clocks run; nil for always.
  public let hours: ServiceHours?
  /// What each level changes.
  public let levels: LevelRules
  private let zone: String
  private let offset: @Sendable (Timestamp) -> Int

  /// Makes a clock.
  /// - Parameters:
  ///   - targets: how long people may wait on a calm day.
  ///   - hours: when the clocks run; nil for always.
  ///   - levels: what each level changes.
  ///   - zone: the name of the desk's time zone.
  ///   - offset: seconds east of Greenwich on the desk's clocks at an instant.
  public init(
    targets: ServiceTargets = ServiceTargets(), hours: ServiceHours? = nil,
    levels: LevelRules = LevelRules(), zone: String = "UTC",
    offset: @escaping @Sendable (Timestamp) -> Int = { _ in 0 }
  ) {
    self.targets = targets
    self.hours = hours
    self.levels = levels
    self.zone = zone
    self.offset = offset
  }

  /// When an answer is due to a mention first seen at `seenAt`, while a level holds.
  public func due(intent: Intent, seenAt: Timestamp, level: Level) -> Timestamp {
    let rule = levels[level]
    let usual = targets.due(intent: intent, seenAt: seenAt).since(seenAt).minutes
    let minutes = max(1, usual * Int64(rule.answerPercent) / 100)
    guard let hours, !rule.isAroundTheClock else { return seenAt.adding(.minutes(minutes)) }
    return hours.instant(minutes, after: seenAt, offset: offset)
  }

  /// A text that is another whenever the same mention might be due at another time.
  public func signature(at level: Level) -> String {
    let rule = levels[level]
    let minutes = [targets.complaintMinutes, targets.questionMinutes, targets.otherMinutes]
    let times = minutes.map(String.init).joined(separator: "/")
    guard let hours, !rule.isAroundTheClock else { return "\(rule.answerPercent)% of \(times)" }
    let days = hours.days.sorted().map(String.init).joined()
    return "\(rule.answerPercent)% of \(times), \(hours.opens)-\(hours.closes) \(days) \(zone)"
  }
}
