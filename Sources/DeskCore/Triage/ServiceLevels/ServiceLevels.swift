/// What the desk has undertaken: how soon people are answered, and in which hours.
///
/// Rules are read from the top, and the first that applies counts. A rule that names its levels is
/// taken as it is written; any other is shortened by what the level asks for. They look ahead only:
/// a change of the level gives new targets from that instant on, and time already used stays used.
public struct ServiceLevels: Sendable {
  /// The rules, the most particular first.
  public var rules: [ServiceRule]
  /// What counts when no rule applies.
  public var otherwise: ServiceRule
  /// The working hours and their zone.
  public var calendar: WorkCalendar
  /// What each level changes: by how much it shortens targets, and whether clocks run day and night.
  public var levels: LevelRules
  /// The name of the desk's time zone, for ``signature(at:)``.
  public var zone: String

  /// Makes service levels.
  public init(
    rules: [ServiceRule], otherwise: ServiceRule, calendar: WorkCalendar, levels: LevelRules,
    zone: String = "UTC"
  ) {
    self.rules = rules
    self.otherwise = otherwise
    self.calendar = calendar
    self.levels = levels
    self.zone = zone
  }

  /// Makes service levels whose targets no level shortens.
  public init(
    rules: [ServiceRule], otherwise: ServiceRule, calendar: WorkCalendar,
    aroundTheClockFrom: Level = .incident
  ) {
    var levels = LevelRules()
    for level in Level.allCases {
      levels[level].answerPercent = 100
      levels[level].isAroundTheClock = level >= aroundTheClockFrom
    }
    self.init(rules: rules, otherwise: otherwise, calendar: calendar, levels: levels)
  }

  /// Makes service levels of the desk's own rules, if any, and of plain minutes below them, which
  /// are the same for the first answer and for the next.
  public init(
    targets: ServiceTargets = ServiceTargets(), rules: [ServiceRule] = [],
    calendar: WorkCalendar = WorkCalendar(hours: .always), levels: LevelRules = LevelRules(),
    zone: String = "UTC"
  ) {
    func rule(_ intents: Set<Intent>, _ minutes: Int64) -> ServiceRule {
      ServiceRule(intents: intents, first: .minutes(minutes), next: .minutes(minutes))
    }
    self.init(
      rules: rules + [
        rule([.complaint], targets.complaintMinutes), rule([.question], targets.questionMinutes),
      ],
      otherwise: rule([], targets.otherMinutes), calendar: calendar, levels: levels, zone: zone)
  }

  /// The rule that counts for somebody.
  public func rule(level: Level, intent: Intent, followers: Int?) -> ServiceRule {
    rules.first { $0.applies(level: level, intent: intent, followers: followers) } ?? otherwise
  }

  /// How long somebody may wait for an answer, in working time; at least a minute.
  public func target(_ turn: AnswerTurn, level: Level, intent: Intent, followers: Int?) -> Span {
    let rule = rule(level: level, intent: intent, followers: followers)
    let span = turn == .first ? rule.first : rule.next
    return rule.levels == nil ? shortened(span, at: level) : span
  }

  /// The hours that count at a level.
  public func calendar(at level: Level) -> WorkCalendar {
    levels[level].isAroundTheClock
      ? WorkCalendar(hours: .always, offset: calendar.offset) : calendar
  }

  /// By when a first answer is due to somebody whose only message was seen at `seenAt`.
  public func due(
    intent: Intent, followers: Int? = nil, seenAt: Timestamp, level: Level
  ) -> Timestamp {
    let wait = target(.first, level: level, intent: intent, followers: followers)
    // A desk without work for a year has no hours to wait for.
    return calendar(at: level).instant(after: wait, from: seenAt) ?? seenAt.adding(wait)
  }

  private func shortened(_ span: Span, at level: Level) -> Span {
    let percent = Int64(levels[level].answerPercent)
    let parts = span.milliseconds / 100 * percent + span.milliseconds % 100 * percent / 100
    return Span(milliseconds: max(min(60_000, span.milliseconds), parts))
  }
}

extension ServiceLevels {
  /// A text that is another whenever the same message might be due at another time.
  public func signature(at level: Level) -> String {
    let effective = (rules + [otherwise]).filter { $0.levels?.contains(level) ?? true }.map {
      rule in
      let spans = [rule.first, rule.next].map {
        (rule.levels == nil ? shortened($0, at: level) : $0).milliseconds
      }
      let intents = rule.intents.map(\.name).sorted().joined(separator: "+")
      return "\(intents)>\(rule.leastFollowers):\(spans[0])/\(spans[1])"
    }
    // The number says how deadlines are found; it grows with the way.
    let times = "2 " + effective.joined(separator: " ")
    if levels[level].isAroundTheClock || calendar.hours.isAlways { return times }
    let days = Weekday.allCases.map { day in
      let blocks = calendar.hours.blocks[day] ?? []
      return day.code + blocks.map { "\($0.start)-\($0.end)" }.joined(separator: "+")
    }
    let holidays = calendar.hours.holidays.sorted().map(\.text)
    return ([times, zone] + days + holidays).joined(separator: " ")
  }
}

/// Which answer somebody waits for.
public enum AnswerTurn: String, Codable, Sendable {
  /// The first in the conversation.
  case first
  /// One after it.
  case next
}
