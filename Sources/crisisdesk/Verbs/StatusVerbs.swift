import ArgumentParser
import DeskCore
import DeskStore
import Foundation
import TerminalUI

/// `crisisdesk status`: the numbers of the header.
struct StatusVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Print the numbers of the header, true at the time printed.")

  @OptionGroup var desk: DeskOptions

  func run() throws {
    let session = try desk.open()
    var status = try session.store.status(now: .now)
    if !session.roster.rules.isEmpty {
      status.onDuty = session.roster.plan(around: status.at).onDuty(at: status.at)
    }
    if desk.json { return try Output.json(status) }
    Output.line("at\t\(status.at.rfc3339)")
    Output.line("level\t\(status.level.name)")
    if let change = status.levelChange {
      let why = SafeText.line(change.reason)
      Output.line("moved\t\(change.at.rfc3339) by \(change.seat): \(why)")
    }
    if !status.tellProblem.isEmpty {
      Output.line("not told\t\(SafeText.line(status.tellProblem))")
    }
    if status.pauses.isEmpty { Output.line("publishing\tlive") }
    for pause in status.pauses { Output.line("publishing\t\(Self.pause(pause, at: status.at))") }
    Output.line("unanswered\t\(status.open) (and \(status.snoozed) snoozed) of \(status.total)")
    Output.line("due soon\t\(Self.count(status.dueSoon))")
    Output.line("overdue\t\(Self.count(status.overdue))")
    Output.line("oldest\t\(status.oldestSeenAt?.rfc3339 ?? "none")")
    Output.line("outbox\t\(status.outbox)")
    if let seats = status.onDuty {
      let names = seats.map { SafeText.line($0.rawValue) }.joined(separator: ", ")
      Output.line("on duty\t\(names.isEmpty ? "nobody" : names)")
    }
    for source in status.sources {
      let detail = SafeText.line(source.detail)
      Output.line("source \(source.account)\t\(source.state.rawValue)\t\(detail)")
    }
  }

  static func pause(_ pause: Pause, at now: Timestamp) -> String {
    let place = pause.target == .desk ? "" : " over \(SafeText.line(pause.target.description))"
    let asks = pause.reminders(by: now) > 0 ? "; still wanted?" : ""
    let reason = pause.reason.isEmpty ? "no reason given yet" : SafeText.line(pause.reason)
    return "paused (\(pause.scope.rawValue))\(place) since \(pause.at.rfc3339) by \(pause.seat): "
      + reason + asks
  }

  static func count(_ count: CappedCount) -> String { "\(count.value)\(count.isCapped ? "+" : "")" }
}

/// `crisisdesk classify`: one text a line in, one JSON object a line out.
struct ClassifyVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify", abstract: "Read the mood of texts, one a line; prints JSON Lines.")

  @Flag(help: "Print JSON Lines; this is the only form, so the flag changes nothing.")
  var json = false
  @Argument(help: "A file, or '-' for standard input.") var file = "-"

  private struct Reading: Encodable {
    let lang: String
    let sentiment: String
    let probabilities: [String: Double]
    let intent: String
    let abuse: Double
  }

  func run() throws {
    try Input.redirect(from: file)
    let reader = try MoodChoice.shipped()
    while let line = readLine(strippingNewline: true) {
      let mood = reader.read(line)
      let probabilities = [
        "negative": Self.rounded(mood.negative), "neutral": Self.rounded(mood.neutral),
        "positive": Self.rounded(mood.positive),
      ]
      try Output.json(
        Reading(
          lang: mood.language.rawValue, sentiment: mood.sentiment.name,
          probabilities: probabilities, intent: mood.intent.name, abuse: Self.rounded(mood.abuse)))
    }
  }

  private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
