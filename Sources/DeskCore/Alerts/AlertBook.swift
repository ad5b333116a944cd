/// Decides which alarms people hear of, given what they have heard and said already.
///
/// A value: the same alarms, acknowledgements and snoozes in the same order give the same alerts.
public struct AlertBook: Hashable, Codable, Sendable {
  /// What became of an alarm.
  public enum Decision: Hashable, Sendable {
    /// People should hear of it; the alert has its number.
    case raised(Alert)
    /// No rule hears it.
    case unheard
    /// Held back because people heard of the same thing less than a cooldown ago.
    case cooling(until: Timestamp)
    /// Held back because somebody asked for it.
    case snoozed(until: Timestamp)
  }

  /// The alerts of the last 30 days, oldest first, at most 1,000.
  public private(set) var alerts: [Alert]
  private var nextID: Int64

  /// An empty book, or one with the alerts a store kept.
  public init(alerts: [Alert] = []) {
    self.alerts = Array(alerts.suffix(Self.capacity))
    nextID = (alerts.map(\.id.rawValue).max() ?? 0) + 1
  }

  /// Hears an alarm. A cooldown and a snooze yield when the severity is higher than was told.
  public mutating func hear(
    _ alarm: SpikeAlarm, series: SeriesKey, figures: AlertFigures, topicWords: [String]? = nil,
    terms: [EmergingTerm] = [], rules: [AlertRule] = [AlertRule()]
  ) -> Decision {
    let heard = rules.filter { $0.hears(alarm) }
    guard let cooldown = heard.map(\.cooldown).min() else { return .unheard }
    let told = alerts.last { $0.series == series && $0.kind == alarm.kind }
    if let told, alarm.severity <= told.severity, let held = held(told, alarm.at, cooldown) {
      return held
    }
    let alert = Alert(
      id: AlertID(rawValue: nextID), series: series, kind: alarm.kind, cause: alarm.cause,
      severity: alarm.severity, figures: figures, topicWords: topicWords, terms: terms)
    nextID += 1
    alerts.append(alert)
    forget(before: alarm.at.adding(.days(-30)))
    return .raised(alert)
  }

  private func held(_ told: Alert, _ now: Timestamp, _ cooldown: Span) -> Decision? {
    if case .snoozed(_, let until, _) = told.state, now < until { return .snoozed(until: until) }
    let end = told.figures.at.adding(cooldown)
    return now < end ? .cooling(until: end) : nil
  }

  private mutating func forget(before limit: Timestamp) {
    alerts.removeAll { $0.figures.at < limit }
    if alerts.count > Self.capacity { alerts.removeFirst(alerts.count - Self.capacity) }
  }

  private static let capacity = 1000
}
