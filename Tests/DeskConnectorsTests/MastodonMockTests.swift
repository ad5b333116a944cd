import DeskConnectors
import DeskCore
import Foundation
import Testing

/// The connector against a Mastodon server that nobody here wrote: `mastodon-mock` with its
/// demo community. The variables name its address, the brand's token and a customer's.
enum MastodonMock {
  static let environment = ProcessInfo.processInfo.environment
  static let url = environment["CRISISDESK_MASTODON_MOCK"]
  static let brand = environment["CRISISDESK_MASTODON_MOCK_TOKEN"] ?? "ada_token"
  static let customer = environment["CRISISDESK_MASTODON_MOCK_CUSTOMER"] ?? "grace_token"

  static func connector(
    _ token: String, change: (inout MastodonSettings) -> Void = { _ in }
  ) throws -> MastodonConnector {
    let url = try #require(url)
    var settings = MastodonSettings(account: AccountID("mock"), baseURL: url) { token }
    settings.pollInterval = .seconds(2)
    settings.settleTime = .seconds(0)
    change(&settings)
    return MastodonConnector(settings: settings)
  }
}

@Suite(
  .serialized, .timeLimit(.minutes(2)),
  .enabled(if: MastodonMock.url != nil, "skipped: CRISISDESK_MASTODON_MOCK names no server"))
struct MastodonMockTests {
  func post(_ text: String) -> OutgoingItem {
    let content = Outgoing(kind: .post, account: AccountID("mock"), text: text)
    return item(content, key: UUID().uuidString, at: currentTime)
  }

  func sent(_ item: OutgoingItem, by connector: MastodonConnector) async throws -> String {
    let result = try await connector.send(try admitted(item))
    guard case .done(let native) = result else {
      throw ConnectorError.unavailable("\(result)")
    }
    return native
  }

  @Test func aProbeIsAnswered() async throws {
    let probe = try await MastodonMock.connector(MastodonMock.brand).probe()
    #expect(!probe.account.handle.isEmpty)
    #expect(probe.textLimit == 500)
    #expect(probe.capabilities.contains(.reply))
    #expect(abs(try #require(probe.clockSkew).seconds) < 60)
  }

  @Test func aMentionIsHeardAnsweredAndGone() async throws {
    let (brand, customer) = (
      try MastodonMock.connector(MastodonMock.brand),
      try MastodonMock.connector(MastodonMock.customer)
    )
    let handle = try await brand.probe().account.handle
    let author = try await customer.probe().account.handle
    let desk = TestDesk()
    let task = Task { try await brand.run(from: nil) { desk.take($0) } }
    defer { task.cancel() }
    try await desk.until("live") { $0.health.last?.state == .live }
    let text = "@\(handle) it leaks \(UUID().uuidString) https://status.example/a?b=1"
    let native = try await sent(post(text), by: customer)
    try await desk.until("heard") { $0.texts[native] == text }

    let content = Outgoing(
      kind: .reply, account: AccountID("mock"), targetNative: native, recipient: author,
      text: "We are on it \(UUID().uuidString)")
    let answer = item(content, key: UUID().uuidString, at: currentTime)
    #expect(try await brand.find(answer) == .absent)
    let answered = try await sent(answer, by: brand)
    #expect(try await brand.find(answer) == .present(native: answered))
    #expect(try await sent(answer, by: brand) == answered, "the key was not recognised")
    try await desk.until("own") { $0.own.contains(answered) }

    let gone = Outgoing(
      kind: .deletion, account: AccountID("mock"), targetNative: native, text: "")
    _ = try await customer.send(try admitted(item(gone, at: currentTime)))
    try await desk.until("gone") { $0.deleted.contains(native) }
    task.cancel()
    try await task.value
  }

  @Test func whatCameWhileAwayIsCaughtUp() async throws {
    let (brand, customer) = (
      try MastodonMock.connector(MastodonMock.brand),
      try MastodonMock.connector(MastodonMock.customer)
    )
    let handle = try await brand.probe().account.handle
    let desk = TestDesk()
    for round in 0..<2 {
      var wanted: Set<String> = []
      for number in 0..<(round == 0 ? 1 : 45) {
        wanted.insert(
          try await sent(post("@\(handle) \(round).\(number) \(UUID().uuidString)"), by: customer))
      }
      let cursor = desk.now.cursor
      let task = Task { try await brand.run(from: cursor) { desk.take($0) } }
      defer { task.cancel() }
      try await desk.until("all of round \(round)") { wanted.isSubset(of: $0.texts.keys) }
      try await desk.until("a place") { $0.cursor != nil }
      task.cancel()
      try await task.value
    }
    #expect(desk.now.gaps.isEmpty)
  }

  @Test func theSchedulerIsRead() async throws {
    _ = try await MastodonMock.connector(MastodonMock.brand).nativePosts()
  }

  @Test func aWrongTokenIsNamed() async throws {
    await #expect(throws: ConnectorError.self) {
      try await MastodonMock.connector("wrong").probe()
    }
  }
}
