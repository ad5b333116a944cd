import DeskCore
import DeskTesting
import Foundation
import NIOHTTP1
import Testing

@testable import DeskConnectors

/// The mock's control plane: rules by which it fails.
struct MockFaults {
  private let transport = HTTPTransport(
    proxy: nil, connectTimeout: .seconds(5), requestTimeout: .seconds(10),
    idleTimeout: .seconds(10))
  private let root: String

  init() throws { root = try #require(MastodonMock.url) + "/api/v1/_mock/faults" }

  /// Adds a rule for the next `count` requests of a method to paths that match.
  func add(_ method: String, _ pattern: String, effect: String, count: Int = 1) async throws {
    let rule = """
      {"match":{"methods":["\(method)"],"path_regex":"\(pattern)"},"effect":\(effect),\
      "count":\(count)}
      """
    let answer = try await transport.send(
      HTTPCall(method: .POST, url: root, headers: [("accept", "application/json")], form: rule))
    try #require(answer.status == 200)
  }

  func clear() async throws {
    let answer = try await transport.send(HTTPCall(method: .DELETE, url: root))
    try #require(answer.status == 200)
  }

  /// Asks the mock for something as an account.
  func post(_ path: String, _ fields: [(String, String)], token: String) async throws {
    let url = try #require(MastodonMock.url) + path
    let answer = try await transport.send(
      HTTPCall(
        method: .POST, url: url, headers: [("authorization", "Bearer \(token)")],
        form: PercentEncoding.form(fields)))
    try #require((200..<300).contains(answer.status))
  }
}

extension MastodonMockTests {
  static let refusals: [(effect: String, expected: @Sendable (ConnectorError) -> Bool)] = [
    (#"{"type":"ratelimit"}"#, { waits($0, 290...310) }),
    (#"{"type":"ratelimit","headers":{"Retry-After":"30"}}"#, { waits($0, 25...35) }),
    (
      #"{"type":"status","status":429,"headers":{"X-RateLimit-Reset":"2020-01-01T00:00:00Z"}}"#,
      { waits($0, 0...5) }
    ),
    (#"{"type":"status","status":401}"#, { if case .unauthorized = $0 { true } else { false } }),
    (#"{"type":"status","status":403}"#, { if case .forbidden = $0 { true } else { false } }),
    (
      #"{"type":"status","status":422,"body":{"error":"Validation failed: no"}}"#,
      { $0 == .rejected(code: 422, detail: "Validation failed: no") }
    ),
  ]

  static func waits(_ error: ConnectorError, _ seconds: ClosedRange<Int64>) -> Bool {
    guard case .rateLimited(let until) = error else { return false }
    return seconds.contains(until.since(currentTime).seconds)
  }

  @Test(arguments: refusals.indices)
  func aRefusalOfAServerNobodyHereWroteIsNamed(row: Int) async throws {
    let faults = try MockFaults()
    try await faults.clear()
    try await faults.add("POST", "^/api/v1/statuses$", effect: Self.refusals[row].effect)
    let brand = try MastodonMock.connector(MastodonMock.brand)
    let sending = post("refused \(UUID().uuidString)")
    let error = await #expect(throws: ConnectorError.self) {
      try await brand.send(try admitted(sending))
    }
    #expect(Self.refusals[row].expected(try #require(error)), "\(String(describing: error))")
    #expect(try await brand.find(sending) == .absent)
  }

  @Test(arguments: [
    #"{"type":"status","status":500}"#, #"{"type":"status","status":503}"#,
    #"{"type":"malformed"}"#, #"{"type":"malformed","truncate":false}"#,
  ])
  func anAnswerWithoutSenseIsUnknownAndLookedFor(effect: String) async throws {
    let faults = try MockFaults()
    try await faults.clear()
    try await faults.add("POST", "^/api/v1/statuses$", effect: effect)
    let brand = try MastodonMock.connector(MastodonMock.brand)
    let sending = post("unknown \(UUID().uuidString)")
    guard case .unknown = try await brand.send(try admitted(sending)) else {
      Issue.record("should be unknown")
      return
    }
    #expect(try await brand.find(sending) == .absent)
    let native = try await sent(sending, by: brand)
    #expect(try await brand.find(sending) == .present(native: native))
  }

  @Test func whatMayStillBeAtWorkOnTheServerIsNotTakenForLost() async throws {
    let faults = try MockFaults()
    try await faults.clear()
    try await faults.add(
      "POST", "^/api/v1/statuses$", effect: #"{"type":"latency","delay_ms":2000}"#)
    let brand = try MastodonMock.connector(MastodonMock.brand) { settings in
      settings.requestTimeout = .seconds(1)
      settings.settleTime = .minutes(5)
    }
    let sending = post("late \(UUID().uuidString)")
    guard case .unknown = try await brand.send(try admitted(sending)) else {
      Issue.record("should be unknown")
      return
    }
    for _ in 0..<15 {
      #expect(try await brand.find(sending) != .absent)
      try await Task.sleep(for: .milliseconds(100))
    }
  }

  @Test func nothingIsMissedThroughARowOfFaults() async throws {
    let faults = try MockFaults()
    try await faults.clear()
    let brand = try MastodonMock.connector(MastodonMock.brand) { settings in
      settings.firstRetry = Span(milliseconds: 20)
      settings.longestRetry = Span(milliseconds: 200)
    }
    let customer = try MastodonMock.connector(MastodonMock.customer)
    let handle = try await brand.probe().account.handle
    let desk = TestDesk()
    let task = Task { try await brand.run(from: nil) { desk.take($0) } }
    defer { task.cancel() }
    try await desk.until("begun") { $0.cursor != nil }
    for effect in [
      #"{"type":"status","status":502}"#, #"{"type":"malformed"}"#,
      #"{"type":"status","status":429,"headers":{"Retry-After":"1"}}"#,
      #"{"type":"latency","delay_ms":300}"#,
    ] {
      try await faults.add("GET", "^/api/v1/notifications$", effect: effect, count: 2)
      try await faults.add("GET", "^/api/v1/streaming", effect: effect)
    }
    var wanted: Set<String> = []
    for number in 0..<12 {
      wanted.insert(
        try await sent(post("@\(handle) fault \(number) \(UUID().uuidString)"), by: customer))
    }
    try await desk.until("all in spite of it") { wanted.isSubset(of: $0.texts.keys) }
    #expect(desk.now.gaps.isEmpty)
    task.cancel()
    try await task.value
    try await faults.clear()
  }

  @Test func nativePostsAreHeldAndPutBackThroughFaults() async throws {
    let faults = try MockFaults()
    try await faults.clear()
    let brand = try MastodonMock.connector(MastodonMock.brand)
    let text = "planned \(UUID().uuidString)"
    let due = Timestamp(seconds: currentTime.adding(.hours(2)).seconds)
    try await faults.post(
      "/api/v1/statuses", [("status", text), ("scheduled_at", due.rfc3339)],
      token: MastodonMock.brand)
    func standing() async throws -> NativePost? {
      try await brand.nativePosts().first { $0.text == text }
    }
    let planned = try #require(try await standing())
    #expect(planned.dueAt == due)
    #expect(brand.adoption(of: planned).content.text == text)
    try await faults.add(
      "PUT", "^/api/v1/scheduled_statuses/", effect: #"{"type":"status","status":503}"#)
    await #expect(throws: ConnectorError.self) {
      try await brand.hold(planned, now: currentTime)
    }
    #expect(try await standing()?.dueAt == due)
    let held = try await brand.hold(planned, now: currentTime)
    #expect(held.hold == .moved)
    #expect(try #require(try await standing()).dueAt > due.adding(.days(29)))
    try await brand.restore(held, at: due, now: currentTime)
    #expect(try await standing()?.dueAt == due)
    try await brand.takeOff(planned)
    #expect(try await standing() == nil)
    await #expect(throws: ConnectorError.self) { try await brand.takeOff(planned) }
  }
}
