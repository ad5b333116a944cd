import DeskCore
import TerminalUI

extension Words {
  /// `INCIDENT 00:41 since 14:02 by ana – payments fail – answers in 50 % of the time, 1 approval`.
  static func levelBanner(
    _ level: Level, _ change: LevelChange?, rule: LevelRule, now: Timestamp, zone: DeskZone
  ) -> String {
    var parts = [level.name.uppercased()]
    if let change {
      let since = ClockText.moment(change.at, now: now, zone: zone)
      parts[0] += " \(stopwatch(now.since(change.at), short: true)) since \(since) "
      parts[0] += "by \(SafeText.line(change.seat.rawValue))"
      parts.append(TextWidth.truncate(SafeText.line(change.reason), to: 60))
    }
    parts.append(levelEffect(rule))
    return parts.joined(separator: " – ")
  }

  /// What a level changes: `answers in 50 % of the time, around the clock, 1 approval, tells ana`.
  static func levelEffect(_ rule: LevelRule) -> String {
    var parts: [String] = []
    if rule.answerPercent < 100 { parts.append("answers in \(rule.answerPercent) % of the time") }
    if rule.isAroundTheClock { parts.append("around the clock") }
    if rule.approvals > 0 {
      parts.append(rule.approvals == 1 ? "1 approval" : "\(rule.approvals) approvals")
    }
    if !rule.contacts.isEmpty {
      parts.append("tells " + rule.contacts.map(SafeText.line).joined(separator: " "))
    }
    return parts.isEmpty ? "all as usual" : parts.joined(separator: ", ")
  }

  static func levelChoice(_ level: Level, current: Level, rule: LevelRule) -> String {
    let name = level == current ? "\(level.name) (now)" : level.name
    return "\(name): \(levelEffect(rule))"
  }

  /// The level the desk would choose, for the header: `→ INCIDENT?`.
  static func proposed(_ level: Level) -> String { "→ \(level.name.uppercased())?" }
  static let noProposal = "the desk would leave the level as it is"

  static func proposal(_ proposal: LevelProposal, keys: [String]) -> String {
    let reasons = proposal.reasons.map(reason).joined(separator: ", ")
    let way = keys.first.map { " \($0) moves it there." } ?? ""
    return "The desk would say \(proposal.level.name.uppercased()): \(reasons).\(way)"
  }

  private static func reason(_ reason: LevelProposal.Reason) -> String {
    switch reason {
    case .alert(_, let severity): "a \(severity.name) alert"
    case .mostlyNegative(let share): "\(Int((share * 100).rounded())) % negative"
    case .platforms(let count): "\(count) platforms"
    case .largeAuthors(let count): "\(count) above 50k followers"
    case .doubling(let minutes): "doubles in \(Int(minutes.rounded())) min"
    case .quiet(let hours): "no alert for \(hours) h"
    }
  }

  static let notTold = "NOT TOLD"
  static func tellProblem(_ why: String) -> String {
    "people outside the desk were not told: \(SafeText.line(why))"
  }

  /// A move of the level in lines for people outside the desk.
  static func moved(_ move: LevelMove, desk: String, now: Timestamp, zone: DeskZone) -> [String] {
    let change = move.change
    let when = ClockText.full(change.at, zone: zone)
    return [
      "\(SafeText.line(desk)): \(change.level.name.uppercased()) (was \(move.from.name))",
      "by \(SafeText.line(change.seat.rawValue)), \(when)",
      "why: \(SafeText.line(change.reason))",
    ]
  }

  /// An alert in lines for people outside the desk.
  static func alert(_ alert: Alert, desk: String, now: Timestamp, zone: DeskZone) -> [String] {
    let head = alertHead(alert, now: now, zone: zone)
    let terms = alert.terms.isEmpty ? [] : [alertTerms(alert.terms)]
    return ["\(SafeText.line(desk)): \(head)", alert.figures.line] + terms
  }
}
