import ArgumentParser
import DeskConfiguration
import DeskCore
import DeskServices
import DeskUI
import Foundation

extension ScheduleVerb {
  /// `crisisdesk schedule import`: says what a file would come to, and with `--apply` does it.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Read posts from CSV or JSON Lines; prints what would happen, --apply does it.",
      discussion: """
        Columns, or names in an object: at (or date and time), text, account, zone, tag, repeat. \
        Nothing is stored without --apply; with it, all good lines are stored at once and the bad \
        ones are told of. Exit code 1 when there is a bad line.
        """)

    @OptionGroup var desk: DeskOptions
    @Option(help: "The account of lines that name none; may be left out when the desk has one.")
    var account: String?
    @Option(help: "The zone of lines that name none, an IANA name; else the desk's.")
    var zone: String?
    @Flag(help: "Schedule the good lines.") var apply = false
    @Flag(help: "Take lines that are nearly the same as another post within 30 days.")
    var duplicates = false
    @Flag(help: "Move what is nearer to another post than the account's spacing.") var shift = false
    @Argument(help: "The file; '-' reads standard input.") var file: String

    func run() throws {
      let session = try desk.open()
      try Input.redirect(from: file)
      let bytes = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
      let now = Timestamp.now
      let lines = try reader(session).read(bytes)
      let outcomes = try check(lines, session, now: now)
      for outcome in outcomes {
        let record = PlanRecord(outcome, now: now)
        if desk.json { try Output.json(record) } else { Output.line(record.words) }
      }
      let good = outcomes.compactMap(\.post)
      let bad = outcomes.count - good.count
      if apply, !good.isEmpty { try store(good, session, now: now) }
      Output.note(summary(good: good.count, bad: bad))
      if bad > 0 { throw ExitCode.failure }
    }

    private func summary(good: Int, bad: Int) -> String {
      let rest = bad == 0 ? "" : ", \(bad) bad"
      return apply
        ? "\(good) scheduled\(rest)" : "\(good) good\(rest); nothing is stored: --apply does it"
    }

    private func reader(_ session: DeskSession) throws -> PlanReader {
      let known = session.connectors.map(\.account.id)
      let name = try account.map { try session.account(named: $0) }
      let zone = zone ?? session.configuration.zone
      guard DeskSession.zones(zone) != nil else {
        throw ValidationError(CommandLineWords.problem(.noZone(zone), now: .now))
      }
      return PlanReader(
        account: name ?? (known.count == 1 ? known.first : nil), zone: zone,
        zones: DeskSession.zones)
    }

    private func check(
      _ lines: [PlanLine], _ session: DeskSession, now: Timestamp
    ) throws -> [PlanCheck.Outcome] {
      let times = lines.compactMap { try? $0.result.get().dueAt }
      let stored = try session.neighbours(from: times.min() ?? now, to: times.max() ?? now)
      let accounts = session.accounts
      var check = PlanCheck(
        stored: stored, spacing: session.spacing,
        manner: PlanCheck.Manner(allowsDuplicates: duplicates, shifts: shift), now: now
      ) { accounts.refusal(of: $0) }
      return lines.map { check.judge($0) }
    }

    private func store(_ posts: [PlannedPost], _ session: DeskSession, now: Timestamp) throws {
      do {
        try session.handler.execute(.schedulePosts(posts), as: session.seat, at: now)
      } catch let refusal as Refusal {
        throw session.refused(refusal)
      }
    }
  }
}
