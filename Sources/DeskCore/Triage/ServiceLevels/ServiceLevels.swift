/// What the desk has undertaken: how soon people are answered, and in which hours.
///
/// Rules are read from the top, and the first that applies counts. They look ahead only: a change of
/// the level gives new targets from that instant on, and time already used stays used.
public struct ServiceLevels: Sendable {
  /// The rules, the most particular first.
  public var rules: [ServiceRule]
  /// What counts when no rule applies.
  public var otherwise: ServiceRule
  /// The working hours and their zone.
  public var calendar: WorkCalendar
  /// From which level on the clock runs day and night.
  public var aroundTheClockFrom: Level

  /// Makes service levels.
  public init(
    rules: [ServiceRule], otherwise: ServiceRule, calendar: WorkCalendar,
    aroundTheClockFrom: Level = .incident
  ) {
    self.rules = rules
    self.otherwise = otherwise
    self.calendar = calendar
    self.aroundTheClockFrom = aroundTheClockFrom
  }

  /// The levels that follow from targets alone: the same for every level and every answer, day and
  /// night, so that deadlines are those of ``ServiceTargets/due(intent:seenAt:)``.
  public init(
    targets: ServiceTargets = ServiceTargets(),
    calendar: WorkCalendar = WorkCalendar(hours: .always)
  ) {
    func rule(_ intents: Set<Intent>, _ minutes: Int64) -> ServiceRule {
      ServiceRule(intents: intents, first: .minutes(minutes), next: .minutes(minutes))
    }
    self.init(
      rules: [
        rule([.complaint], targets.complaintMinutes), rule([.question], targets.questionMinutes),
      ],
      otherwise: rule([], targets.otherMinutes), calendar: calendar)
  }

  /// How long somebody may wait for an answer, in working time.
  public func target(_ turn: AnswerTurn, level: Level, intent: Intent, followers: Int?) -> Span {
    let rule =
      rules.first { $0.applies(level: level, intent: intent, followers: followers) } ?? otherwise
    return turn == .first ? rule.first : rule.next
  }

  /// The hours that count at a level.
  public func calendar(at level: Level) -> WorkCalendar {
    level >= aroundTheClockFrom
      ? WorkCalendar(hours: .always, offset: calendar.offset) : calendar
  }
}

/// Which answer somebody waits for.
public enum AnswerTurn: String, Codable, Sendable {
  /// The first in the conversation.
  case first
  /// One after it.
  case next
}
