import Foundation
import Testing

/// The verbs as a script uses them: one process a command, the desk's database between them.
@Suite struct VerbStories {
  private static let lines = (1...12).map { number in
    """
    {"id":"m\(number)","text":"The app charged me twice, refund please \(number)",\
    "created_at":"2026-01-31T09:\(9 + number):00Z","author":{"handle":"customer\(number)"}}
    """
  }

  @Test func whatIsIngestedWaitsInTheQueueOnce() throws {
    let desk = try DeskFolder()
    let text = Self.lines.joined(separator: "\n") + "\n"
    for _ in 1...2 {
      let result = try Program.run("ingest", "--desk", desk.path, "-", input: text)
      #expect(result.status == 0, "\(result.error)")
    }
    let queue = try Program.run("queue", "--desk", desk.path, "--json")
    #expect(queue.output.split(separator: "\n").count == 12)
  }

  @Test func aBadLineIsSetAsideWithItsReasonAndStopsNothing() throws {
    let desk = try DeskFolder()
    let text = [Self.lines[0], "{\"id\": 7", Self.lines[1]].joined(separator: "\n")
    let result = try Program.run("ingest", "--desk", desk.path, "-", input: text)
    #expect(result.error.contains("line 2"))
    let queue = try Program.run("queue", "--desk", desk.path, "--json")
    #expect(queue.output.split(separator: "\n").count == 2)
  }

  @Test func twoSeatsCannotClaimOneConversation() throws {
    let desk = try DeskFolder()
    _ = try Program.run("ingest", "--desk", desk.path, "-", input: Self.lines[0])
    #expect(try Program.run("claim", "--desk", desk.path, "--as", "ana", "1").status == 0)
    let second = try Program.run("claim", "--desk", desk.path, "--as", "boris", "1")
    #expect(second.status == 2)
    #expect(second.error.contains("ana"))
  }

  @Test func aRegrettableAnswerIsRefusedWithReasonAndPlaceAndSentOnlyDespite() throws {
    let desk = try DeskFolder(
      configuration: """
        [[account]]
        id = "main"
        platform = "mastodon"
        base_url = "http://127.0.0.1:9"
        token_env = "NOBODY"
        """)
    let line = Self.lines[0]
    _ = try Program.run("ingest", "--desk", desk.path, "--account", "main", "-", input: line)
    let text = "We are sorry and guarantee the refund."
    let refused = try Program.run("reply", "--desk", desk.path, "1", text)
    #expect(refused.status == 2)
    #expect(refused.error.contains("guarantee") && refused.error.contains("at character 18"))
    #expect(refused.error.contains("--despite"))
    #expect(try Program.run("outbox", "--desk", desk.path).output.isEmpty)
    let sent = try Program.run("reply", "--desk", desk.path, "--despite", "1", text)
    #expect(sent.status == 0, "\(sent.error)")
    let audit = try Program.run("audit", "--desk", desk.path)
    #expect(audit.output.contains("DESPITE"))
    let open = try Program.run("reply", "--desk", desk.path, "--despite", "2", "Sorry {name}")
    #expect(open.status == 2)
  }

  @Test func pauseStandsUntilItIsResumedWithAReason() throws {
    let desk = try DeskFolder()
    #expect(try Program.run("pause", "--desk", desk.path, "--as", "ana").status == 0)
    let again = try Program.run("pause", "--desk", desk.path, "--as", "boris", "--json")
    #expect(again.status == 0)
    #expect(again.output.contains("\"new\":false"))
    let status = try Program.run("status", "--desk", desk.path)
    #expect(status.output.contains("paused (posts) since"))
    #expect(try Program.run("resume", "--desk", desk.path, "--reason", "").status == 2)
    #expect(try Program.run("resume", "--desk", desk.path, "--reason", "all clear").status == 0)
    #expect(try Program.run("status", "--desk", desk.path).output.contains("publishing\tlive"))
  }

  @Test func theAuditSaysWhoPausedAndVerifies() throws {
    let desk = try DeskFolder()
    _ = try Program.run("pause", "--desk", desk.path, "--as", "ana", "--reason", "fire")
    let list = try Program.run("audit", "--desk", desk.path)
    #expect(list.output.contains("ana\tpause"))
    let verify = try Program.run("audit", "verify", "--desk", desk.path)
    #expect(verify.status == 0)
    #expect(verify.output.hasPrefix("audit intact"))
  }

  @Test func badConfigurationNamesFileLineAndWhatWasExpected() throws {
    let desk = try DeskFolder(configuration: "[desk]\nname = \"x\"\n\n[outbox]\ncountdown = 99\n")
    let result = try Program.run("status", "--desk", desk.path)
    #expect(result.status == 3)
    #expect(result.error.contains("desk.toml:5"))
    #expect(result.error.contains("0"))
    #expect(result.error.contains("30"))
  }

  @Test func classifyIsAFilterThatSurvivesBadBytes() throws {
    let result = try Program.run(
      "classify", input: "I love it\n\u{FFFD}\u{1B}[31m\nwhere is my refund?\n")
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n").count == 3)
    #expect(result.output.contains("\"sentiment\":\"positive\""))
  }
}
