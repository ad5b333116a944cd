import Foundation
import Testing

/// Posts from files and pauses over parts of a desk, as a script uses them.
@Suite struct ScheduleStories {
  private static let configuration = """
    [desk]
    zone = "Europe/Berlin"
    [[account]]
    id = "main"
    platform = "mastodon"
    base_url = "http://127.0.0.1:9"
    token_env = "NO_SUCH_TOKEN"
    spacing = "10m"
    """

  private func run(
    _ desk: DeskFolder, _ words: String..., input: String = ""
  ) throws -> Shell.Result {
    try Shell.run(Program.path, words + ["--desk", desk.path, "--as", "ana"], input: input)
  }

  @Test func aFileIsTriedFirstAndThenStoredAtOnce() throws {
    let desk = try DeskFolder(configuration: Self.configuration)
    let plan = """
      \u{FEFF}at;text;tag;repeat\r
      2099-03-29 02:30;"Night; owls";Spring;\r
      2099-03-30 09:00;Morning;;daily count 3\r
      yesterday;Bad;;\r
      2099-03-30 09:05;Too near;;\r
      """
    let dry = try run(desk, "schedule", "import", "-", input: plan)
    #expect(dry.status == 1, "\(dry.error)")
    #expect(dry.output.contains("line 4\tBAD"))
    #expect(dry.output.contains("2099-03-29 03:00 Europe/Berlin\t2099-03-29T01:00:00.000Z"))
    #expect(dry.output.contains("clocks skip that time"))
    #expect(dry.output.contains("too near to line 3"))
    #expect(dry.error.contains("3 good, 1 bad; nothing is stored"))
    #expect(try run(desk, "post", "list").output.isEmpty)
    let done = try run(desk, "schedule", "import", "-", "--apply", "--json", input: plan)
    #expect(done.output.split(separator: "\n").count == 4)
    #expect(try run(desk, "post", "list").output.split(separator: "\n").count == 3)
    let again = try run(desk, "schedule", "import", "-", "--apply", input: plan)
    #expect(again.error.contains("0 scheduled, 4 bad"))
    let list = try run(desk, "schedule", "list", "--days", "36600")
    #expect(list.output.contains("series 1\tdaily at 09:00 count 3 Europe/Berlin"))
    #expect(try run(desk, "schedule", "stop", "1").status == 0)
    #expect(try run(desk, "post", "list").output.split(separator: "\n").count == 2)
  }

  @Test func aTagIsPausedAloneAndTheReceiptSaysSo() throws {
    let desk = try DeskFolder(configuration: Self.configuration)
    for (text, tag) in [("Sale", "spring"), ("News", "other")] {
      let added = try run(
        desk, "post", "add", "--at", "+30d", "--tag", tag, text)
      #expect(added.status == 0, "\(added.error)")
    }
    let pause = try run(desk, "pause", "--tag", "#Spring", "--remind", "30m", "--json")
    #expect(pause.output.contains("\"held\":[1]"))
    #expect(pause.output.contains("\"over\":\"tag spring\""))
    #expect(try run(desk, "pause", "--account", "mian").status == 64)
    #expect(try run(desk, "pause", "--remind", "soon").status == 64)
    _ = try run(desk, "pause", "--reason", "storm")
    let receipt = try run(desk, "receipt")
    #expect(receipt.output.contains("0 sent since"))
    #expect(receipt.output.contains("over tag spring"))
    #expect(try run(desk, "resume", "--tag", "spring", "--reason", "ok").status == 0)
    #expect(try run(desk, "receipt", "--json").output.split(separator: "\n").count == 1)
    #expect(try run(desk, "resume", "--reason", "ok").status == 0)
    #expect(try run(desk, "status").output.contains("publishing\tlive"))
  }
}
