import ArgumentParser
import DeskConfiguration
import DeskCore
import DeskStore
import DeskUI
import Foundation

/// `crisisdesk doctor`: checks what a shift depends on and says how to mend each.
struct DoctorVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check terminal, locale, database, clock, configuration and each account.")

  @OptionGroup var desk: DeskOptions

  /// One thing looked at.
  struct Finding: Encodable {
    let check: String
    let ok: Bool
    let detail: String
  }

  func run() async throws {
    var findings = [Self.terminal(), Self.locale()]
    let session: DeskSession?
    do {
      let opened = try DeskSession(folder: desk.folder, seat: desk.seatName, json: desk.json)
      findings.append(Finding(check: "configuration", ok: true, detail: Self.origin(opened)))
      findings.append(Self.database(opened))
      findings += Self.savedReplies(opened)
      findings += Self.macros(opened)
      session = opened
    } catch {
      findings.append(Finding(check: "configuration", ok: false, detail: Sentence.of(error)))
      session = nil
    }
    for connector in session?.connectors ?? [] { findings += await Self.account(connector) }
    for finding in findings { try show(finding) }
    if findings.contains(where: { !$0.ok }) { throw ExitCode.misconfigured }
  }

  private func show(_ finding: Finding) throws {
    if desk.json { return try Output.json(finding) }
    Output.line("\(finding.ok ? "ok  " : "MEND")  \(finding.check): \(finding.detail)")
  }

  private static func terminal() -> Finding {
    let name = ProcessInfo.processInfo.environment["TERM"] ?? ""
    if name.isEmpty || name == "dumb" {
      return Finding(
        check: "terminal", ok: false,
        detail: "TERM is '\(name)'; set it to what your terminal is, for example xterm-256color")
    }
    return Finding(check: "terminal", ok: true, detail: name)
  }

  private static func locale() -> Finding {
    let environment = ProcessInfo.processInfo.environment
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let locale = names.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let isUTF8 = locale.lowercased().contains("utf-8") || locale.lowercased().contains("utf8")
    let advice = "'\(locale)' is not UTF-8; the desk falls back to C.UTF-8, better set LANG=C.UTF-8"
    return Finding(check: "locale", ok: isUTF8, detail: isUTF8 ? locale : advice)
  }

  private static func origin(_ session: DeskSession) -> String {
    session.places.isConfigured
      ? session.places.configurationFile
      : "none at \(session.places.configurationFile); 'crisisdesk init' makes one"
  }

  private static func savedReplies(_ session: DeskSession) -> [Finding] {
    let content = session.savedReplies.read { _ in 0 }
    let wrong = content.problems.map {
      Finding(check: "saved replies", ok: false, detail: CommandLineWords.savedReply($0))
    }
    if content.replies.isEmpty { return wrong }
    let detail = "\(content.replies.count) can be read"
    return wrong + [Finding(check: "saved replies", ok: true, detail: detail)]
  }

  private static func macros(_ session: DeskSession) -> [Finding] {
    let wrong = session.macros.problems.map { Finding(check: "macros", ok: false, detail: $0) }
    if session.macros.macros.isEmpty { return wrong }
    let names = session.macros.macros.map(\.name).joined(separator: ", ")
    return wrong + [Finding(check: "macros", ok: true, detail: names)]
  }

  private static func database(_ session: DeskSession) -> Finding {
    do {
      let status = try session.store.status(now: .now)
      var chain = AuditChain()
      try AuditVerb.read(session.store, after: 0) { chain.read($0) }
      chain.finish(expected: try session.store.auditLength())
      if let problem = chain.firstBreak {
        return Finding(
          check: "database", ok: false,
          detail: "audit: \(AuditVerb.Verify.words(problem)); keep a copy and ask who had access")
      }
      let words = "\(status.total) mentions, \(chain.intact) audit entries intact"
      let detail = "\(session.places.databaseFile), \(words)"
      return Finding(check: "database", ok: true, detail: detail)
    } catch {
      return Finding(check: "database", ok: false, detail: Sentence.of(error))
    }
  }

  private static func account(_ connector: any Connector) async -> [Finding] {
    let name = "account \(connector.account.id)"
    do throws(ConnectorError) {
      let probe = try await connector.probe()
      let detail = ProbeReport.lines(of: probe).joined(separator: " ")
      return [Finding(check: name, ok: true, detail: detail), clock(probe)].compactMap(\.self)
    } catch {
      return [Finding(check: name, ok: false, detail: Sentence.connector(error))]
    }
  }

  private static func clock(_ probe: Probe) -> Finding? {
    guard let skew = probe.clockSkew else { return nil }
    let seconds = abs(skew.seconds)
    let advice = "\(seconds) s apart from the server; set this machine's clock (timedatectl)"
    return Finding(
      check: "clock", ok: seconds <= 30,
      detail: seconds <= 30 ? "\(seconds) s apart from the server" : advice)
  }
}
