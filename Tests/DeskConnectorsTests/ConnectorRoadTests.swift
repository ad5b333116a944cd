import DeskConnectors
import DeskCore
import DeskTesting
import Testing

/// The ways to a server: encrypted, through a proxy, and both.
@Suite(.timeLimit(.minutes(1)), .serialized)
struct ConnectorRoadTests {
  static let roads: [ScriptedMastodon.Live] = [.events, .socketOnly]

  /// What a shift needs of a server, whatever lies on the way.
  private func shift(_ server: ScriptedMastodon, _ settings: MastodonSettings) async throws {
    let desk = TestDesk()
    try await running(settings, desk: desk) {
      try await desk.until("live") { $0.health.last?.state == .live }
      let id = server.mention(from: "ana", text: "It is broken")
      try await desk.until("heard") { $0.texts[id] == "@brand It is broken" }
      let answer = Outgoing(
        kind: .reply, account: AccountID("main"), targetNative: id, recipient: "ana",
        text: "@ana We are on it")
      let connector = MastodonConnector(settings: settings)
      _ = try await connector.send(try admitted(item(answer, at: currentTime)))
      #expect(server.brandTexts == ["@ana We are on it"])
    }
  }

  private func trouble(_ settings: MastodonSettings) async throws -> String {
    let error = await #expect(throws: ConnectorError.self) {
      try await MastodonConnector(settings: settings).probe()
    }
    guard case .unavailable(let why) = error else { return "\(String(describing: error))" }
    return why
  }

  // MARK: Encrypted

  @Test(
    .enabled(if: TestCertificates.isPossible, "skipped: there is no openssl to make keys with"),
    arguments: roads)
  func anOwnAuthorityIsTrustedWhenItIsNamed(live: ScriptedMastodon.Live) async throws {
    let files = try TestCertificates()
    defer { files.remove() }
    let certificate = try files.make("own", names: "IP:127.0.0.1")
    let server = try await ScriptedMastodon.start(live: live, certificate: certificate)
    var settings = settings(server)
    #expect(settings.baseURL.hasPrefix("https://"))
    settings.trustedCertificates = certificate.certificate
    try await shift(server, settings)
    await server.stop()
  }

  @Test(.enabled(if: TestCertificates.isPossible, "skipped: there is no openssl to make keys with"))
  func aBadCertificateIsNamedAndNothingIsSent() async throws {
    let files = try TestCertificates()
    defer { files.remove() }
    let own = try files.make("own", names: "IP:127.0.0.1")
    let other = try files.make("other", names: "DNS:other.example")
    let server = try await ScriptedMastodon.start(certificate: own)
    #expect(try await trouble(settings(server)).contains("certificate is not trusted"))
    var wrong = settings(server)
    wrong.trustedCertificates = other.certificate
    #expect(try await trouble(wrong).contains("certificate is not trusted"))
    wrong.trustedCertificates = own.certificate + ".absent"
    #expect(try await trouble(wrong).contains("file of trusted certificates cannot be read"))
    #expect(server.log.requests.isEmpty)
    await server.stop()

    let misnamed = try await ScriptedMastodon.start(certificate: other)
    var named = settings(misnamed)
    named.trustedCertificates = other.certificate
    #expect(try await trouble(named).contains("certificate is for another name"))
    #expect(misnamed.log.requests.isEmpty)
    await misnamed.stop()
  }

  @Test func aServerWithoutEncryptionIsNotTakenForOneWith() async throws {
    let server = try await ScriptedMastodon.start()
    var settings = settings(server)
    settings.baseURL = "https" + server.url.dropFirst(4)
    #expect(try await trouble(settings).contains("does not speak TLS"))
    #expect(server.log.requests.isEmpty)
    await server.stop()
  }

  // MARK: Through a proxy

  @Test(arguments: roads)
  func everythingGoesThroughTheProxy(live: ScriptedMastodon.Live) async throws {
    let proxy = try await LoopbackProxy.start()
    let server = try await ScriptedMastodon.start(live: live)
    var settings = settings(server)
    settings.proxy = ProxyAddress(host: "127.0.0.1", port: proxy.port)
    try await shift(server, settings)
    #expect(!proxy.requests.isEmpty)
    if live == .socketOnly {
      #expect(proxy.requests.contains { $0.hasPrefix("CONNECT ") })
    }
    await server.stop()
    await proxy.stop()
  }

  @Test(
    .enabled(if: TestCertificates.isPossible, "skipped: there is no openssl to make keys with"),
    arguments: roads)
  func theProxySeesOnlyATunnelOfWhatIsEncrypted(live: ScriptedMastodon.Live) async throws {
    let files = try TestCertificates()
    defer { files.remove() }
    let certificate = try files.make("own", names: "IP:127.0.0.1")
    let proxy = try await LoopbackProxy.start()
    let server = try await ScriptedMastodon.start(live: live, certificate: certificate)
    var settings = settings(server)
    settings.trustedCertificates = certificate.certificate
    settings.proxy = ProxyAddress(host: "127.0.0.1", port: proxy.port)
    try await shift(server, settings)
    let target = server.url.dropFirst("https://".count)
    #expect(!proxy.requests.isEmpty)
    #expect(proxy.requests.allSatisfy { $0 == "CONNECT \(target) HTTP/1.1" })
    await server.stop()
    await proxy.stop()
  }

  @Test(
    .enabled(if: TestCertificates.isPossible, "skipped: there is no openssl to make keys with"),
    arguments: ["407 Proxy Authentication Required", "403 Forbidden", "502 Bad Gateway"])
  func aProxyThatRefusesTookNothing(refusal: String) async throws {
    let files = try TestCertificates()
    defer { files.remove() }
    let certificate = try files.make("own", names: "IP:127.0.0.1")
    let proxy = try await LoopbackProxy.start(refusal: refusal)
    let server = try await ScriptedMastodon.start(certificate: certificate)
    var settings = settings(server)
    settings.trustedCertificates = certificate.certificate
    settings.proxy = ProxyAddress(host: "127.0.0.1", port: proxy.port)
    let connector = MastodonConnector(settings: settings)
    let post = Outgoing(kind: .post, account: AccountID("main"), text: "Hello")
    // Nothing left the machine, so it is unavailable and not unknown.
    let error = await #expect(throws: ConnectorError.self) {
      try await connector.send(try admitted(item(post, at: currentTime)))
    }
    guard case .unavailable(let why) = error else {
      Issue.record("should be unavailable: \(String(describing: error))")
      return
    }
    #expect(why.lowercased().contains("proxy"))
    #expect(server.log.requests.isEmpty)
    await server.stop()
    await proxy.stop()
  }

  @Test(arguments: roads)
  func aProxyThatIsAwayIsSaid(live: ScriptedMastodon.Live) async throws {
    let proxy = try await LoopbackProxy.start()
    await proxy.stop()
    let server = try await ScriptedMastodon.start(live: live)
    var settings = settings(server)
    settings.proxy = ProxyAddress(host: "127.0.0.1", port: proxy.port)
    let desk = TestDesk()
    try await running(settings, desk: desk) {
      try await desk.until("said so") { $0.health.contains { $0.state == .reconnecting } }
    }
    #expect(server.log.requests.isEmpty)
    await server.stop()
  }
}
