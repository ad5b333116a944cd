import DeskConnectors
import DeskCore
import DeskTesting
import Testing

/// The whole connector against a server that misbehaves: nothing missed, nothing doubled.
@Suite(.timeLimit(.minutes(2)), .serialized)
struct ConnectorFaultTests {
  /// Each row: a name, the faults, and whether live events can be relied on.
  static let rows: [(name: String, make: @Sendable () -> ServerFaults)] = [
    ("none", { ServerFaults() }),
    ("duplicates", { with { $0.copies = 3 } }),
    ("reordering", { with { $0.reorders = true } }),
    ("a cut in the middle of an event", { with { $0.cuts = 3 } }),
    ("429 with a date", { with { $0.refusals = [.limitedByDate(seconds: 1)] } }),
    ("429 with epoch seconds", { with { $0.refusals = [.limitedByEpoch(seconds: 1)] } }),
    ("429 with Retry-After", { with { $0.refusals = [.limitedByRetryAfter(seconds: 1)] } }),
    ("500", { with { $0.refusals = [.error(status: 500), .error(status: 503)] } }),
    ("HTML errors", { with { $0.refusals = [.page(status: 502), .page(status: 200)] } }),
    ("an empty page with a next link", { with { $0.emptyPages = 3 } }),
    ("slow drip", { with { $0.drips = true } }),
    ("ids that are not numbers", { with { $0.hasOpaqueIDs = true } }),
    ("min_id ignored", { with { $0.ignoresMinID = true } }),
    ("live events lost", { with { $0.losesEvents = true } }),
    (
      "all at once",
      {
        with {
          $0.copies = 2
          $0.reorders = true
          $0.cuts = 2
          $0.drips = true
          $0.hasOpaqueIDs = true
          $0.emptyPages = 2
          $0.refusals = [.page(status: 503), .limitedByDate(seconds: 1)]
        }
      }
    ),
  ]

  static func with(_ change: (inout ServerFaults) -> Void) -> ServerFaults {
    var faults = ServerFaults()
    change(&faults)
    return faults
  }

  @Test(arguments: rows.indices, [ScriptedMastodon.Live.events, .socketOnly, .none])
  func nothingIsMissedNorDoubled(row: Int, live: ScriptedMastodon.Live) async throws {
    let server = try await ScriptedMastodon.start(live: live, faults: Self.rows[row].make())
    let desk = TestDesk()
    var wanted: [String: String] = [:]
    for number in 0..<5 {
      wanted[server.mention(from: "ana", text: "Before \(number)")] = "@brand Before \(number)"
    }
    // First run, then more than two pages while nobody listens, then live ones.
    try await running(settings(server, poll: Span(milliseconds: 300)), desk: desk) {
      try await desk.until("the first five") { $0.texts.count >= 5 }
    }
    for number in 0..<95 {
      let id = server.mention(from: "bo@far.example", text: "Away \(number) Привет")
      wanted[id] = "@brand Away \(number) Привет"
    }
    try await running(settings(server, poll: Span(milliseconds: 300)), desk: desk) {
      for number in 0..<10 {
        wanted[server.mention(from: "cy", text: "Live \(number) 👋")] = "@brand Live \(number) 👋"
        try await Task.sleep(for: .milliseconds(20))
      }
      try await desk.until(Self.rows[row].name) { $0.texts.count >= 110 }
    }
    #expect(desk.now.texts == wanted)
    #expect(desk.now.repeated.count <= 40, "only what lay between two runs may come again")
    #expect(desk.now.gaps.isEmpty)
    await server.stop()
  }

  @Test func withinOneRunNothingComesTwice() async throws {
    let server = try await ScriptedMastodon.start(faults: Self.with { $0.copies = 4 })
    let desk = TestDesk()
    try await running(settings(server, poll: Span(milliseconds: 50)), desk: desk) {
      try await desk.until("live") { $0.health.last?.state == .live }
      for number in 0..<20 { server.mention(from: "ana", text: "Number \(number)") }
      try await desk.until("all") { $0.texts.count == 20 }
      try await Task.sleep(for: .milliseconds(300))
    }
    #expect(desk.now.repeated.isEmpty)
    await server.stop()
  }

  @Test func aForgottenPlaceIsAGap() async throws {
    let server = try await ScriptedMastodon.start()
    let desk = TestDesk()
    let first = server.mention(from: "ana", text: "One")
    try await running(settings(server), desk: desk) {
      try await desk.until("one") { $0.texts[first] != nil && $0.cursor != nil }
    }
    server.faults = Self.with { $0.forgetsPlaces = true }
    let second = server.mention(from: "ana", text: "Two")
    try await running(settings(server), desk: desk) {
      try await desk.until("two") { $0.texts[second] != nil && !$0.gaps.isEmpty }
    }
    #expect(desk.now.gaps.first?.account == AccountID("main"))
    await server.stop()
  }

  @Test func aRefusedTokenEndsTheRun() async throws {
    let server = try await ScriptedMastodon.start()
    var settings = settings(server)
    settings.token = { "wrong" }
    let connector = MastodonConnector(settings: settings)
    await #expect(throws: ConnectorError.unauthorized("The access token is invalid")) {
      try await connector.run(from: nil) { _ in }
    }
    await server.stop()
  }

  @Test func aServerThatIsAwayIsWaitedFor() async throws {
    let server = try await ScriptedMastodon.start()
    let desk = TestDesk()
    let id = server.mention(from: "ana", text: "Hello")
    await server.stop()
    try await running(settings(server), desk: desk) {
      try await desk.until("reconnecting") { $0.health.last?.state == .reconnecting }
      try await server.restart()
      try await desk.until("hello") { $0.texts[id] != nil }
      try await desk.until("live") { $0.health.last?.state == .live }
    }
    await server.stop()
  }

  @Test func pollingLeavesRequestsToThoseWhoAnswer() async throws {
    let server = try await ScriptedMastodon.start(faults: Self.with { $0.remaining = 10 })
    let desk = TestDesk()
    try await running(settings(server), desk: desk) {
      try await desk.until("limited") { $0.health.last?.state == .limited }
    }
    await server.stop()
  }
}
