import ArgumentParser
import DeskCore
import DeskStore
import TerminalUI

/// `crisisdesk audit`: the record of who did what.
struct AuditVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Print or verify the record of who did what.",
    subcommands: [List.self, Verify.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the record, oldest first.")
    @OptionGroup var desk: DeskOptions
    @Option(help: "Only entries after this one.") var after: Int64 = 0

    func run() throws {
      try AuditVerb.read(desk.open().store, after: after) { entry in
        if desk.json { return try Output.json(AuditRecord(entry)) }
        let detail = SafeText.line(entry.detail)
        let words = "\(entry.seat)\t\(entry.action)\t\(entry.subject)\t\(detail)"
        Output.line("\(entry.sequence)\t\(entry.at.rfc3339)\t\(words)")
      }
    }
  }

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check that no entry was changed, taken out or cut off.")
    @OptionGroup var desk: DeskOptions

    func run() throws {
      let store = try desk.open().store
      var chain = AuditChain()
      try AuditVerb.read(store, after: 0) { chain.read($0) }
      chain.finish(expected: try store.auditLength())
      guard let problem = chain.firstBreak else {
        return Output.line("audit intact: \(chain.intact) entries")
      }
      let rest = "\(chain.intact) entries before it are intact"
      Output.line("audit broken: \(Self.words(problem)); \(rest)")
      throw ExitCode.broken
    }

    static func words(_ problem: AuditChain.Break) -> String {
      switch problem {
      case .altered(let entry): "entry \(entry) was changed after it was written"
      case .missing(let expected, let found):
        "entries \(expected) to \(found - 1) are missing"
      case .unlinked(let entry): "entry \(entry) does not follow from the one before it"
      case .truncated(let expected, let found):
        "the last \(expected - found) of \(expected) entries are missing"
      }
    }
  }

  static func read(
    _ store: any DeskReader, after: Int64, each: (AuditEntry) throws -> Void
  ) throws {
    var last = after
    while true {
      let page = try store.audit(after: last, limit: 1000)
      for entry in page { try each(entry) }
      guard let end = page.last else { return }
      last = end.sequence
    }
  }
}
