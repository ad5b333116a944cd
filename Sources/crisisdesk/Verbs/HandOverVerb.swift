import ArgumentParser
import DeskCore
import DeskUI

/// `crisisdesk handover`: what one shift hands to the next.
struct HandOverVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handover",
    abstract: "Print what the next shift must know: open, promised, watch out.",
    discussion: "Without shifts in desk.toml it looks back twelve hours.")

  @OptionGroup var desk: DeskOptions

  func run() throws {
    let session = try desk.open()
    let report = try session.librarian.handOver(now: .now)
    if desk.json { return try Output.json(HandOverRecord(report)) }
    for line in session.words.handOver(report) { Output.line(line) }
  }
}

/// The sheet as the verb prints it with `--json`.
struct HandOverRecord: Encodable {
  struct Promise: Encodable {
    let mention: Int64
    let at: String
    let by: String
    let text: String
    let promises: [String]
  }

  let at: String
  let leaving: [String]
  let coming: [String]
  let openCount: Int
  let open: [MentionRecord]
  let promised: [Promise]
  let watchOut: [String]

  init(_ report: HandOverReport) {
    let sheet = report.sheet
    at = sheet.at.rfc3339
    leaving = sheet.leaving.map(\.rawValue)
    coming = sheet.coming.map(\.rawValue)
    openCount = report.status.open
    open = report.open.map { MentionRecord($0) }
    promised = sheet.promised.map { promise in
      Promise(
        mention: promise.sent.mention.rawValue, at: promise.sent.at.rfc3339,
        by: promise.sent.seat.rawValue, text: promise.sent.text,
        promises: promise.findings.map(\.reason.rawValue))
    }
    watchOut = sheet.watchOut
  }

  private enum CodingKeys: String, CodingKey {
    case at, leaving, coming, open, promised
    case openCount = "open_count"
    case watchOut = "watch_out"
  }
}
