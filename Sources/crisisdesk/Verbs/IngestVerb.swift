import ArgumentParser
import DeskConfiguration
import DeskConnectors
import DeskCore
import DeskServices
import DeskStore
import Foundation

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

  func validate() throws {
    let isPlain = account.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) }
    guard isPlain, !account.isEmpty else {
      throw ValidationError("--account takes letters, digits, - and _")
    }
  }

  func run() async throws {
    let session = try desk.open()
    let intake = IntakeService(store: session.store, judge: session.judge)
    let rejects = "\(session.places.rejectsFolder)/\(account).jsonl"
    do {
      try session.rereading.begin()
      if follow, file != "-" {
        try await watch(session, intake: intake, rejects: rejects)
      } else {
        try await load(session, intake: intake, rejects: rejects)
      }
    } catch {
      Output.note(Sentence.of(error))
      throw ExitCode.failure
    }
  }

  private func load(
    _ session: DeskSession, intake: IntakeService, rejects: String
  ) async throws {
    let shelf = RejectsFile(path: rejects)
    let opened = try JSONLinesReader(path: file, account: AccountID(account)) { line in
      try shelf.write(line)
      Output.note("line \(line.number): \(line.reason); set aside in \(rejects)")
    }
    let reader = LineFeed(opened)
    let result = try await BulkIntake(intake: intake).run { try reader.next() }
    let words = "\(result.new) new, \(result.edited) edited, \(result.duplicates) known already"
    Output.note("\(words), \(reader.rejected) set aside")
  }

  private func watch(
    _ session: DeskSession, intake: IntakeService, rejects: String
  ) async throws {
    let door = JSONLinesConnector(account: AccountID(account), path: file, rejects: rejects)
    let cursor = try session.store.cursor(for: door.account.id)
    try await door.run(from: cursor) { signal in try await intake.take(signal) }
  }
}

/// A reader that the pipeline's reading task asks.
///
/// Unchecked because the pipeline asks from one task at a time and is over when the count is read.
private final class LineFeed: @unchecked Sendable {
  private var reader: JSONLinesReader
  init(_ reader: JSONLinesReader) { self.reader = reader }
  var rejected: Int { reader.rejected }
  func next() throws -> SourceBatch? { try reader.next() }
}
