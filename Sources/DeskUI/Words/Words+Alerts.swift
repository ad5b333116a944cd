import DeskCore
import TerminalUI

extension Words {
  static let alertsTitle = "Alerts – what is not as usual"
  static let noAlerts = "Nothing unusual in the last week."
  static let noAlertSelected = "there is no alert"
  static func alertCount(_ count: Int) -> String { count == 1 ? "1 ALERT" : "\(count) ALERTS" }
  static let snoozeAlertForm = "say until when and why: +2h we know of it"
  static let newAlert = "something is not as usual: A shows it"

  static func alertHead(_ alert: Alert, now: Timestamp, zone: DeskZone) -> String {
    let when = ClockText.moment(alert.figures.at, now: now, zone: zone)
    let head = "\(when) \(alert.severity.name.uppercased()) \(alertKind(alert.kind))"
    return "\(head)\(alertCause(alert.cause)) – \(series(alert.series))"
  }

  /// `acme, main, about delivery`.
  private static func series(_ series: SeriesKey) -> String {
    let about = series.topic.map { "about \($0)" }
    let parts = [series.brand, series.source?.rawValue, about].compactMap(\.self)
    return SafeText.line(parts.joined(separator: ", "))
  }

  private static func alertKind(_ kind: SpikeAlarm.Kind) -> String {
    switch kind {
    case .volume: "more mentions than usual"
    case .negative: "more of them negative than usual"
    case .silence: "unusually silent"
    case .soonLate: "people who will have waited too long soon"
    case .late: "people who have waited too long"
    }
  }

  private static func alertCause(_ cause: SpikeAlarm.Cause) -> String {
    switch cause {
    case .began: ""
    case .rose: " (grew to three times what was told)"
    case .changed: " (copies became many voices)"
    }
  }

  static func alertState(_ state: Alert.State, now: Timestamp, zone: DeskZone) -> String {
    switch state {
    case .open: "nobody has seen it"
    case .acknowledged(let seat, let at):
      "seen by \(seat) \(ClockText.moment(at, now: now, zone: zone))"
    case .snoozed(let seat, let until, let reason):
      "snoozed by \(seat) until \(ClockText.moment(until, now: now, zone: zone)): "
        + SafeText.line(reason)
    }
  }

  /// `new in them: refund (31 of 48), "charged twice" (22 of 48)`.
  static func alertTerms(_ terms: [EmergingTerm]) -> String {
    let names = terms.prefix(6).map {
      "\(SafeText.line($0.text)) (\($0.count) of \($0.mentions))"
    }
    return "new in them: " + names.joined(separator: ", ")
  }

  /// `since then: 48 voices of 45 authors, reach 1.2M, negative 73 %, 2 platforms, en uk, …`.
  static func alertSize(_ size: SizeEstimate) -> String {
    var parts = ["\(size.voices) voices of \(size.authors) authors"]
    parts.append("reach \(followers(size.reach).trimmed)")
    if let share = size.negativeShare { parts.append("negative \(Int((share * 100).rounded())) %") }
    parts.append(size.platforms.map { SafeText.line($0.rawValue) }.joined(separator: " "))
    parts.append(size.languages.map { SafeText.line($0.rawValue) }.joined(separator: " "))
    if let minutes = size.doublingMinutes {
      parts.append("doubles in \(ClockText.length(.seconds(Int64(minutes * 60))))")
    }
    return "since then: " + parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
