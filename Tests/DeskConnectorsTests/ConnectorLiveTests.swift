import DeskConnectors
import DeskCore
import DeskTesting
import Testing

@Suite(.timeLimit(.minutes(1)), .serialized)
struct ConnectorLiveTests {
  static let roads: [ScriptedMastodon.Live] = [.events, .socketOnly]

  @Test(arguments: roads)
  func editsAndDeletionsAreFollowed(live: ScriptedMastodon.Live) async throws {
    let server = try await ScriptedMastodon.start(live: live)
    let desk = TestDesk()
    try await running(settings(server), desk: desk) {
      try await desk.until("live") { $0.health.last?.state == .live }
      let id = server.mention(from: "ana", text: "It is broken")
      try await desk.until("come") { $0.texts[id] == "@brand It is broken" }
      server.edit(id, text: "@brand It works again")
      try await desk.until("edited") { $0.texts[id] == "@brand It works again" }
      server.delete(id)
      try await desk.until("deleted") { $0.deleted.contains(id) }
    }
    await server.stop()
  }

  @Test(arguments: roads)
  func whatChangedWhileTheStreamWasDownIsFound(live: ScriptedMastodon.Live) async throws {
    let server = try await ScriptedMastodon.start(live: live)
    let desk = TestDesk()
    try await running(settings(server), desk: desk) {
      try await desk.until("live") { $0.health.last?.state == .live }
      let edited = server.mention(from: "ana", text: "First")
      let deleted = server.mention(from: "ana", text: "Second")
      try await desk.until("both") { $0.texts.count == 2 }
      server.faults.losesEvents = true
      server.edit(edited, text: "@brand First, changed")
      server.delete(deleted)
      server.faults.losesEvents = false
      server.cutStreams()
      try await desk.until("both changes") {
        $0.texts[edited] == "@brand First, changed" && $0.deleted.contains(deleted)
      }
    }
    await server.stop()
  }

  @Test(arguments: roads)
  func whatChangedWhileTheDeskWasOffIsFoundAfterARestart(
    live: ScriptedMastodon.Live
  ) async throws {
    let server = try await ScriptedMastodon.start(live: live)
    let desk = TestDesk()
    try await running(settings(server), desk: desk) {
      try await desk.until("live") { $0.health.last?.state == .live }
      for number in 0..<3 { server.mention(from: "ana", text: "Number \(number)") }
      try await desk.until("all three") { $0.texts.count == 3 && $0.cursor != nil }
    }
    let ids = desk.now.texts.keys.sorted()
    server.delete(ids[0])
    server.edit(ids[1], text: "@brand Changed")
    try await running(settings(server), desk: desk, open: ids.reversed()) {
      try await desk.until("both changes") {
        $0.deleted == [ids[0]] && $0.texts[ids[1]] == "@brand Changed"
      }
    }
    #expect(desk.now.texts[ids[2]] == "@brand Number 2")
    await server.stop()
  }

  @Test func lookingAgainObeysTheRateLimitAndGoesOnLater() async throws {
    let server = try await ScriptedMastodon.start()
    let desk = TestDesk()
    let ids = (0..<5).map { server.mention(from: "ana", text: "Number \($0)") }
    for id in ids { server.delete(id) }
    server.faults.remaining = 35
    server.faults.countsDown = true
    server.faults.window = 1
    try await running(settings(server), desk: desk, open: ids) {
      try await desk.until("the budget is used up") { _ in
        server.faults.remaining.map { $0 <= 30 } ?? false
      }
      #expect(desk.now.deleted.count < 5)
      server.faults.remaining = 200
      server.cutStreams()
      try await desk.until("all gone") { $0.deleted == Set(ids) }
    }
    await server.stop()
  }

  @Test func aPageOf404DeletesNothing() async throws {
    let server = try await ScriptedMastodon.start()
    let desk = TestDesk()
    let id = server.mention(from: "ana", text: "Here")
    try await running(settings(server), desk: desk) {
      try await desk.until("live") { $0.health.last?.state == .live && $0.texts.count == 1 }
    }
    server.faults.pagesForStatuses = true
    try await running(settings(server), desk: desk, open: [id]) {
      try await desk.until("asked") { _ in
        server.log.requests.contains("GET /api/v1/statuses/\(id)")
      }
      try await desk.until("live") { $0.health.last?.state == .live }
    }
    #expect(desk.now.deleted.isEmpty)
    await server.stop()
  }

  @Test(arguments: roads)
  func watchedWordsAndHashtagsComeInToo(live: ScriptedMastodon.Live) async throws {
    let server = try await ScriptedMastodon.start(live: live)
    let before = server.post(from: "di", text: "My ACME kettle leaks")
    let desk = TestDesk()
    let settings = settings(server, words: ["acme"], hashtags: ["#KettleGate"])
    try await running(settings, desk: desk) {
      try await desk.until("live") { $0.health.last?.state == .live }
      let tagged = server.post(from: "di", text: "Mine too #kettlegate")
      let named = server.post(from: "eve", text: "acme again")
      server.post(from: "eve", text: "Nothing to do with you")
      try await desk.until("three") { $0.texts.count == 3 }
      #expect(Set(desk.now.texts.keys) == [before, tagged, named])
    }
    await server.stop()
  }

  @Test func theFirstRunTakesABoundedPageAndSaysSo() async throws {
    let server = try await ScriptedMastodon.start()
    for number in 0..<100 { server.mention(from: "ana", text: "Old \(number)") }
    let desk = TestDesk()
    try await running(settings(server), desk: desk) {
      try await desk.until("a page") { $0.texts.count == 40 }
      try await desk.until("said so") { state in
        state.health.contains { $0.detail.contains("first run") }
      }
    }
    #expect(desk.now.texts.values.contains("@brand Old 99"))
    #expect(!desk.now.texts.values.contains("@brand Old 59"))
    await server.stop()
  }

  @Test func ownPostsAreMarked() async throws {
    let server = try await ScriptedMastodon.start()
    let desk = TestDesk()
    try await running(settings(server), desk: desk) {
      try await desk.until("live") { $0.health.last?.state == .live }
      let id = server.post(from: ScriptedMastodon.brand, text: "We are on it")
      try await desk.until("own") { $0.own.contains(id) }
    }
    await server.stop()
  }

  @Test func theCursorOnlyMovesOverWhatWasStored() async throws {
    let server = try await ScriptedMastodon.start()
    for number in 0..<3 { server.mention(from: "ana", text: "Number \(number)") }
    struct Full: Error {}
    let connector = MastodonConnector(settings: settings(server))
    await #expect(throws: ConnectorError.self) {
      try await connector.run(from: nil) { signal in
        if case .batch = signal { throw Full() }
      }
    }
    let desk = TestDesk()
    try await running(settings(server), desk: desk) {
      try await desk.until("all three") { $0.texts.count == 3 }
    }
    await server.stop()
  }
}
