import Foundation
import Testing

@testable import crisisdesk_torture

/// The desk's promises against a server that nobody here wrote, through the program alone: the
/// desk's clocks run faster, so that its waits are over in seconds.
@Suite(
  .serialized, .timeLimit(.minutes(3)),
  .enabled(if: MockedDesk.address != nil, "skipped: CRISISDESK_MASTODON_MOCK names no server"))
struct MockPromiseTests {
  @Test func aPauseNamesWhatIsInFlightAndNothingElseLeaves() async throws {
    let mock = try await MockedDesk()
    defer { mock.remove() }
    try await mock.fault(#"{"type":"latency","delay_ms":400}"#)
    let (first, second) = ("first \(UUID().uuidString)", "second \(UUID().uuidString)")
    let flying = try await mock.post(first)
    let waiting = try await mock.post(second, minutes: 3)
    try await mock.until("the first is on its way") { $0.contains("gate: admit item \(flying)") }
    let paused = try await mock.desk.call(["pause"])
    let receipt = try #require(
      VerbRecords.read(VerbRecords.Receipt.self, paused.output).first, "\(paused.error)")
    let arrived = try await mock.count(first)
    #expect(receipt.inFlight == [flying] || arrived == 1)
    // A machine that was busy may have taken longer than the desk waits: then it is held.
    try await mock.until("the first arrived or is held") {
      $0.contains("sent item \(flying)") || $0.contains("gate: hold item \(flying)")
    }
    try await Task.sleep(for: .milliseconds(3_500))
    #expect(try await mock.count(first) <= 1)
    #expect(try await mock.count(second) == 0)
    try await mock.until("the second is held") { $0.contains("gate: hold item \(waiting)") }
    let held = try await mock.desk.call(["resume", "--reason", "all clear"])
    #expect(held.status == 2, "what is overdue needs a verdict")
    let rest = VerbRecords.named(in: held.error).filter { $0 != "\(waiting)" }
    let resumed = try await mock.desk.call(
      ["resume", "--reason", "all clear", "--send", "\(waiting)"]
        + rest.flatMap { ["--drop", $0] })
    #expect(resumed.status == 0, "\(resumed.error)")
    try await mock.until("the second arrived") { $0.contains("sent item \(waiting)") }
    #expect(try await mock.count(second) == 1)
    await mock.desk.close()
  }

  /// Before and after the server took it, and longer than the desk waits for an answer.
  @Test(arguments: [
    #"{"type":"status","status":503}"#, #"{"type":"malformed"}"#,
    #"{"type":"malformed","truncate":false}"#, #"{"type":"latency","delay_ms":700}"#,
  ])
  func whatIsUnknownIsLookedForAndThereOnce(effect: String) async throws {
    let mock = try await MockedDesk()
    defer { mock.remove() }
    try await mock.fault(effect)
    let text = "unknown \(UUID().uuidString)"
    let item = try await mock.post(text)
    try await mock.until("nobody knows") { $0.contains("unknown item \(item)") }
    try await mock.until("it was found") { $0.contains("sent item \(item)") }
    try await Task.sleep(for: .milliseconds(1_000))
    #expect(try await mock.count(text) == 1)
    await mock.desk.close()
  }

  @Test func whatIsUnknownWhenAPauseBeginsIsHeldAndNotSentAgain() async throws {
    let mock = try await MockedDesk()
    defer { mock.remove() }
    try await mock.fault(#"{"type":"status","status":500}"#)
    let text = "held \(UUID().uuidString)"
    let item = try await mock.post(text)
    try await mock.until("nobody knows") { $0.contains("unknown item \(item)") }
    #expect(try await mock.desk.call(["pause", "--all"]).status == 0)
    try await mock.until("it is held") { $0.contains("gate: hold item \(item)") }
    try await Task.sleep(for: .milliseconds(1_500))
    #expect(try await mock.count(text) == 0)
    await mock.desk.close()
  }

  @Test func aServiceThatIsKilledWhileItSendsSendsNothingTwice() async throws {
    let mock = try await MockedDesk()
    defer { mock.remove() }
    try await mock.fault(#"{"type":"latency","delay_ms":300}"#)
    let text = "killed \(UUID().uuidString)"
    let item = try await mock.post(text)
    try await mock.until("it is on its way") { $0.contains("gate: admit item \(item)") }
    for service in 0..<2 { await mock.desk.service(service).kill() }
    try mock.desk.wakeServices()
    try await mock.until("it was found") { $0.contains("sent item \(item)") }
    try await Task.sleep(for: .milliseconds(1_000))
    #expect(try await mock.count(text) == 1)
    await mock.desk.close()
  }
}

/// A desk whose account is on the mock.
struct MockedDesk {
  static let environment = ProcessInfo.processInfo.environment
  static let address = environment["CRISISDESK_MASTODON_MOCK"]
  static let token = environment["CRISISDESK_MASTODON_MOCK_TOKEN"] ?? "ada_token"

  private struct Person: Decodable { let id: String }
  private struct Status: Decodable { let content: String }

  let desk: DeskUnderTest
  private let address: String
  private let place: String
  private let counter = Counter()

  init() async throws {
    address = try #require(Self.address)
    place =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("mocked-\(UUID().uuidString.prefix(8))").path
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
    let clock = try StretchedClock(
      file: place + "/clock", library: beside + "/libStretchedClock.so")
    desk = try DeskUnderTest(
      program: beside + "/crisisdesk", place: place, clock: clock,
      account: .init(address: address, token: Self.token, handle: "ada"), onDisk: true)
    _ = try await ask("DELETE", "/api/v1/_mock/faults")
    try desk.wakeServices()
  }

  func remove() { desk.remove() }

  /// Decides on a post that is due in minutes of the desk's, each a second of ours.
  func post(_ text: String, minutes: Int = 1) async throws -> Int64 {
    let ending = try await desk.call(["post", "add", "--at", "+\(minutes)m", text])
    let item = VerbRecords.read(VerbRecords.Item.self, ending.output).first
    return try #require(item, "\(ending.error)").id
  }

  /// What happens to the next request to publish.
  func fault(_ effect: String) async throws {
    let rule = """
      {"match":{"methods":["POST"],"path_regex":"^/api/v1/statuses$"},"effect":\(effect),"count":1}
      """
    _ = try await ask("POST", "/api/v1/_mock/faults", body: rule)
  }

  /// How often a text is on the server.
  func count(_ text: String) async throws -> Int {
    let me = try JSONDecoder().decode(
      Person.self, from: try await ask("GET", "/api/v1/accounts/verify_credentials"))
    let statuses = try JSONDecoder().decode(
      [Status].self, from: try await ask("GET", "/api/v1/accounts/\(me.id)/statuses?limit=40"))
    return statuses.count { $0.content.contains(text) }
  }

  /// Waits until the record, one `action subject` a line, is as wanted.
  func until(
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ condition: (Set<String>) -> Bool
  ) async throws {
    var last: [String] = []
    for _ in 0..<300 {
      last = try await desk.audit(after: 0).map { "\($0.action) \($0.subject)" }
      if condition(Set(last)) { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("never: \(what); at the end \(last)", sourceLocation: sourceLocation)
    throw TortureProblem(what)
  }

  private func ask(_ method: String, _ path: String, body: String? = nil) async throws -> Data {
    let curl = try #require(Tools.find("curl"), "there is no curl")
    let data = body.map { ["-H", "content-type: application/json", "--data-raw", $0] } ?? []
    let child = try Child(
      curl,
      [
        "-fsS", "--noproxy", "*", "-X", method, "-H", "authorization: Bearer \(Self.token)",
        address + path,
      ] + data, output: place + "/curl\(counter.next())")
    let ending = await child.end()
    try #require(ending.status == 0, "\(ending.error)")
    return Data(ending.output.utf8)
  }
}
