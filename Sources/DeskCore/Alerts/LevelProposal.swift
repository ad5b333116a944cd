/// A level the desk thinks right, with its reasons; only a person moves the level.
public struct LevelProposal: Hashable, Codable, Sendable {
  /// Why, as facts; their sentences are written elsewhere.
  public enum Reason: Hashable, Codable, Sendable {
    /// An alert nobody has dealt with yet.
    case alert(SpikeAlarm.Kind, Severity)
    /// The lower end of the share of negative voices lies above one in two.
    case mostlyNegative(share: Double)
    /// It is on more than one platform.
    case platforms(Int)
    /// Authors with more than 50,000 followers have joined.
    case largeAuthors(Int)
    /// The rate doubles within the hour.
    case doubling(minutes: Double)
    /// No alert for this many hours.
    case quiet(hours: Int)
  }

  /// The level proposed; never the one that holds.
  public let level: Level
  /// Why.
  public let reasons: [Reason]

  /// Proposes a level, or nothing when the one that holds is right.
  ///
  /// Any alert of the last hours is worth a watch. It is an incident when an alert is high, or
  /// medium with one thing that makes it worse (mostly negative, two platforms, a large author, doubling
  /// within the hour); a crisis when it is severe with one such thing, or high with two. Down it
  /// goes one level at a time, after twelve hours without an alert since the level was set.
  public static func propose(
    current: Level, since: Timestamp, alerts: [Alert], size: SizeEstimate, now: Timestamp
  ) -> LevelProposal? {
    // People who wait are no reason for a level: a level shortens their time further.
    let alerts = alerts.filter { !$0.kind.isAboutWaits }
    let recent = alerts.filter { now.since($0.figures.at) <= .hours(3) && $0.kind != .silence }
    let worst = recent.max { $0.severity < $1.severity }
    guard let worst else { return lower(current, since: since, alerts: alerts, now: now) }
    let worse = aggravations(size)
    let level: Level =
      switch (worst.severity, worse.count) {
      case (.severe, 1...), (.high, 2...): .crisis
      case (.severe, _), (.high, _), (.medium, 1...): .incident
      default: .watch
      }
    guard level > current else { return nil }
    return LevelProposal(level: level, reasons: [.alert(worst.kind, worst.severity)] + worse)
  }

  private static func lower(
    _ current: Level, since: Timestamp, alerts: [Alert], now: Timestamp
  ) -> LevelProposal? {
    guard let below = Level(rawValue: current.rawValue - 1) else { return nil }
    let last = max(alerts.map(\.figures.at).max() ?? since, since)
    let hours = now.since(last).seconds / 3600
    guard hours >= 12 else { return nil }
    return LevelProposal(level: below, reasons: [.quiet(hours: Int(hours))])
  }

  private static func aggravations(_ size: SizeEstimate) -> [Reason] {
    var reasons: [Reason] = []
    if let interval = size.negativeInterval, interval.lowerBound > 0.5,
      let share = size.negativeShare
    {
      reasons.append(.mostlyNegative(share: share))
    }
    if size.platforms.count > 1 { reasons.append(.platforms(size.platforms.count)) }
    if size.largeAuthors > 0 { reasons.append(.largeAuthors(size.largeAuthors)) }
    if let minutes = size.doublingMinutes, minutes <= 60 {
      reasons.append(.doubling(minutes: minutes))
    }
    return reasons
  }
}
