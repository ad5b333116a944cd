/// Which alarms become alerts, and how often.
public struct AlertRule: Hashable, Codable, Sendable {
  /// The name in the desk's configuration.
  public var name: String
  /// The kinds of alarm it hears.
  public var kinds: Set<SpikeAlarm.Kind>
  /// The least severity it hears.
  public var severity: Severity
  /// The least count in the alarm's window: voices, or negative voices where the share is unusual;
  /// a silence needs none.
  public var minimumCount: Int
  /// For how long after an alert another of the same kind in the same series is held back, unless
  /// its severity is higher.
  public var cooldown: Span

  /// Makes a rule; without arguments it hears every kind from five voices on, once an hour.
  public init(
    name: String = "default", kinds: Set<SpikeAlarm.Kind> = Set(SpikeAlarm.Kind.allCases),
    severity: Severity = .low, minimumCount: Int = 5, cooldown: Span = .hours(1)
  ) {
    self.name = name
    self.kinds = kinds
    self.severity = severity
    self.minimumCount = minimumCount
    self.cooldown = cooldown
  }

  /// Whether the rule hears an alarm.
  public func hears(_ alarm: SpikeAlarm) -> Bool {
    guard kinds.contains(alarm.kind), alarm.severity >= severity else { return false }
    switch alarm.kind {
    case .silence: return true
    case .volume: return alarm.sum >= Double(minimumCount) && isNoBusyDay(alarm)
    case .negative: return alarm.negative >= Double(minimumCount)
    case .soonLate, .late: return false
    }
  }

  /// Less than three times the usual in the usual mood is a busy day: a mark on the graph, no alert.
  private func isNoBusyDay(_ alarm: SpikeAlarm) -> Bool {
    guard alarm.severity == .low, alarm.judged >= 5 else { return true }
    return alarm.negative / alarm.judged > alarm.usualShare + 0.05
  }
}
