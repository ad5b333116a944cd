import DeskTesting
import Foundation
import Testing

/// The walk of an answer, from a stranger's post to ours, through the real program and a server.
@Suite(.serialized, .enabled(if: Tmux.isInstalled, "tmux is not installed"))
struct AnswerStory {
  private func desk(for server: ScriptedMastodon) throws -> DeskFolder {
    let desk = try DeskFolder(
      configuration: """
        [desk]
        brand = "Brand"
        [outbox]
        countdown = 1
        [[account]]
        id = "main"
        platform = "mastodon"
        base_url = "\(server.url)"
        handle = "\(ScriptedMastodon.brand)"
        token_file = "token"
        """)
    let token = "\(desk.path)/token"
    try Data("\(ScriptedMastodon.token)\n".utf8).write(to: URL(fileURLWithPath: token))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: token)
    return desk
  }

  @Test func aMentionIsSeenAnsweredAndNotAnsweredTwice() async throws {
    let server = try await ScriptedMastodon.start()
    let desk = try desk(for: server)
    server.mention(from: "ana", text: "my refund never came")
    let tmux = try Tmux()
    defer { tmux.close() }
    try tmux.shell("\(Program.path) --desk \(desk.path) --as boris")
    try tmux.wait(for: "my refund")
    try tmux.press("3", "r")
    try tmux.wait(for: "@ana")
    try tmux.type("We are sorry; we look into it now.")
    try tmux.press("F5")
    try tmux.wait("the answer on the server") { _ in
      server.brandTexts.contains { $0.contains("We are sorry; we look into it now.") }
    }
    try tmux.wait(for: " 0 unanswered")
    let mine = server.brandTexts.filter { $0.contains("We are sorry") }
    #expect(mine.count == 1)
    #expect(mine.first?.contains("@ana") == true)
    let again = try Program.run(
      "reply", "--desk", desk.path, "1", "We are sorry; we look into it now.")
    #expect(again.status == 2)
    let log = try Shell.run("grep", "-rl", ScriptedMastodon.token, desk.path).output
    #expect(log.split(separator: "\n").allSatisfy { $0.hasSuffix("/token") })
    await server.stop()
  }

  @Test func twoTypeAtOnceAndOneOfThemAnswers() async throws {
    let server = try await ScriptedMastodon.start()
    let desk = try desk(for: server)
    server.mention(from: "lena", text: "my refund never came")
    let (first, second) = (try Tmux(), try Tmux())
    defer {
      first.close()
      second.close()
    }
    for (tmux, seat) in [(first, "boris"), (second, "carla")] {
      try tmux.shell("\(Program.path) --desk \(desk.path) --as \(seat)")
      try tmux.wait(for: "my refund")
      try tmux.press("3", "r")
      try tmux.wait(for: "public reply to @lena")
    }
    try first.type("We are sorry, ")
    try second.wait(for: "boris answers this")
    try second.type("So sorry! Refunded today.")
    try second.press("F5")
    try second.wait(for: "not sent: boris answers this")
    try first.type("Lena; we look into it now.")
    try first.press("F5")
    try first.wait("the answer on the server") { _ in
      server.brandTexts.contains { $0.contains("we look into it now.") }
    }
    try second.wait(for: "boris has answered")
    #expect(server.brandTexts.count { $0.contains("@lena") } == 1)
    // What was typed is there for whoever comes back to it.
    #expect(try second.screen().contains("So sorry! Refunded today."))
    await server.stop()
  }

  @Test func whatIsWrittenWhileTheDeskIsAwayIsThereWhenItComesBack() async throws {
    let server = try await ScriptedMastodon.start()
    let desk = try desk(for: server)
    server.mention(from: "ana", text: "first")
    let tmux = try Tmux()
    defer { tmux.close() }
    try tmux.shell("\(Program.path) --desk \(desk.path)")
    try tmux.wait(for: "@ana")
    _ = try Shell.run("pkill", "-9", "-f", "crisisdesk --desk \(desk.path)")
    for number in 1...5 { server.mention(from: "author\(number)", text: "while you were away") }
    let back = try Tmux()
    defer { back.close() }
    try back.shell("\(Program.path) --desk \(desk.path)")
    for number in 1...5 { try back.wait(for: "author\(number)", seconds: 60) }
    try back.wait(for: " 6 unanswered")
    await server.stop()
  }
}
