import Foundation
import Testing

/// The real program in a real terminal.
@Suite(.serialized, .enabled(if: Tmux.isInstalled, "tmux is not installed"))
struct TerminalStories {
  /// Texts too short to be taken for one and the same, so that each has its own row.
  private func ingest(_ count: Int, into desk: DeskFolder) throws {
    let lines = (1...count).map { number in
      """
      {"id":"m\(number)","text":"Refund order \(number)!",\
      "created_at":"2026-01-31T09:15:00Z","author":{"handle":"cust\(number)","followers":\(number)}}
      """
    }
    let result = try Program.run(
      "ingest", "--desk", desk.path, "-", input: lines.joined(separator: "\n"))
    #expect(result.status == 0, "\(result.error)")
  }

  private func open(_ desk: DeskFolder, in tmux: Tmux, wait text: String) throws {
    try tmux.shell("\(Program.path) --desk \(desk.path) --as ana")
    try tmux.wait(for: text)
  }

  private func unanswered(_ desk: DeskFolder) throws -> Int {
    try Program.run("queue", "--desk", desk.path, "--json", "--limit", "1000").output
      .split(separator: "\n").count
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func opensAndQuitsCleanly(columns: Int, rows: Int) throws {
    let desk = try DeskFolder()
    try ingest(12, into: desk)
    let tmux = try Tmux(columns: columns, rows: rows)
    try open(desk, in: tmux, wait: "@cust12")
    try tmux.press("q")
    try tmux.wait("the shell to be back") { $0.contains("prompt>") && !$0.contains("@cust12") }
    let residue = try tmux.residue()
    #expect(!residue.isAlternate)
    #expect(residue.isCursorVisible)
  }

  @Test func triagesTenPausesAndFindsEverythingAfterAKill() throws {
    let desk = try DeskFolder()
    try ingest(12, into: desk)
    let tmux = try Tmux()
    try open(desk, in: tmux, wait: "@cust12")
    try tmux.press("3")
    for left in (2...11).reversed() {
      try tmux.press("d")
      try tmux.wait("\(left) unanswered") { $0.contains(" \(left) unanswered") }
    }
    try tmux.press("!")
    try tmux.wait(for: "PAUSED")
    let pid = try Shell.run("pgrep", "-f", "crisisdesk --desk \(desk.path)").output
      .split(separator: "\n").map(String.init)
    for process in pid { _ = try Shell.run("kill", "-9", process) }
    try tmux.wait(for: "prompt>")
    #expect(try unanswered(desk) == 2)
    let again = try Tmux()
    try open(desk, in: again, wait: "PAUSED")
    try again.wait(for: " 2 unanswered")
    #expect(try Program.run("audit", "verify", "--desk", desk.path).status == 0)
  }

  @Test(arguments: ["TERM", "HUP", "INT", "QUIT"])
  func givesTheTerminalBackOnSignals(signal: String) throws {
    let desk = try DeskFolder()
    try ingest(3, into: desk)
    let tmux = try Tmux()
    try open(desk, in: tmux, wait: "@cust3")
    _ = try Shell.run("pkill", "-\(signal)", "-f", "crisisdesk --desk \(desk.path)")
    try tmux.wait("the prompt") { $0.contains("prompt>") && !$0.contains("@cust3") }
    let residue = try tmux.residue()
    #expect(!residue.isAlternate)
    #expect(residue.isCursorVisible)
  }

  @Test func stopsAndComesBack() throws {
    let desk = try DeskFolder()
    try ingest(3, into: desk)
    let tmux = try Tmux()
    try open(desk, in: tmux, wait: "@cust3")
    try tmux.press("C-z")
    try tmux.wait("the prompt") { $0.contains("prompt>") && !$0.contains("@cust3") }
    try tmux.shell("fg")
    try tmux.wait(for: "@cust3")
  }

  @Test func saysThatAScreenIsTooSmallAndStillPauses() throws {
    let desk = try DeskFolder()
    try ingest(3, into: desk)
    let tmux = try Tmux(columns: 50, rows: 12)
    try open(desk, in: tmux, wait: "60")
    try tmux.press("!")
    try tmux.wait(for: "PAUSED")
    #expect(try Program.run("status", "--desk", desk.path).output.contains("paused"))
  }

  @Test func hostileTextStaysText() throws {
    let desk = try DeskFolder()
    let evil =
      "\\u001b]52;c;ZXZpbA==\\u0007\\u001b[2J\\u202eevil\\u200b"
      + String(repeating: "\\u0301", count: 300)
    let line = """
      {"id":"x","text":"\(evil) refund","created_at":"2026-01-31T09:15:00Z","author":{"handle":"mallory"}}
      """
    #expect(try Program.run("ingest", "--desk", desk.path, "-", input: line).status == 0)
    let tmux = try Tmux()
    try open(desk, in: tmux, wait: "mallory")
    let screen = try tmux.screen()
    #expect(screen.contains("refund"))
    #expect(!screen.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
  }
}
