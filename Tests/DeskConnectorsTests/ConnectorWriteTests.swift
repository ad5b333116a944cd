import DeskConnectors
import DeskCore
import DeskTesting
import Testing

@Suite(.timeLimit(.minutes(1)), .serialized)
struct ConnectorWriteTests {
  let account = AccountID("main")

  func reply(to id: String, _ text: String, visibility: Visibility = .public) -> Outgoing {
    Outgoing(
      kind: .reply, account: account, targetNative: id, recipient: "ana@far.example",
      visibility: visibility, text: text, language: .english)
  }

  @Test func aReplyLeavesAsItWasFrozenAndCopiesTheVisibility() async throws {
    let server = try await ScriptedMastodon.start()
    let connector = MastodonConnector(settings: settings(server))
    let id = server.mention(from: "ana@far.example", text: "Help", visibility: "unlisted")
    let text = "@ana@far.example We are on it"
    let sent = item(reply(to: id, text, visibility: .unlisted), at: currentTime)
    let result = try await connector.send(try admitted(sent))
    let write = try #require(server.log.writes.first)
    #expect(result == .done(native: write.native))
    #expect(write.fields["status"] == text)
    #expect(write.fields["visibility"] == "unlisted")
    #expect(write.fields["in_reply_to_id"] == id)
    #expect(write.fields["language"] == "en")
    #expect(write.key == sent.key.rawValue)
    await server.stop()
  }

  static let frozen = [
    "@ana@far.example sorry, @bo and @cy@other.example. (@di) a@b.example",
    "nobody is named here", "  spaces \n\n and lines\t", "e\u{301} is not é", "a\u{200D}b\u{200E}",
    "100% & more = \"+\" <b>", "Мы разбираемся 👩‍👩‍👧 مرحبا",
  ]

  @Test(arguments: frozen, [Outgoing.Kind.reply, .directReply, .post])
  func whatLeavesIsByteForByteWhatWasFrozen(text: String, kind: Outgoing.Kind) async throws {
    let server = try await ScriptedMastodon.start()
    let connector = MastodonConnector(settings: settings(server))
    let id = server.mention(from: "ana@far.example", text: "Help")
    let content = Outgoing(
      kind: kind, account: account, targetNative: kind == .post ? nil : id,
      recipient: kind == .post ? nil : "ana@far.example", text: text)
    _ = try await connector.send(try admitted(item(content, at: currentTime)))
    let write = try #require(server.log.writes.first)
    #expect(Array((write.fields["status"] ?? "").utf8) == Array(text.utf8))
    #expect(write.fields["visibility"] == (kind == .directReply ? "direct" : "public"))
    await server.stop()
  }

  @Test func aPostAndItsDeletion() async throws {
    let server = try await ScriptedMastodon.start()
    let connector = MastodonConnector(settings: settings(server))
    let post = Outgoing(kind: .post, account: account, text: "All is well, @everybody\nТочно")
    guard case .done(let native) = try await connector.send(admitted(item(post, at: currentTime)))
    else {
      Issue.record("not sent")
      return
    }
    #expect(server.brandTexts == ["All is well, @everybody\nТочно"])
    let deletion = Outgoing(
      kind: .deletion, account: account, targetNative: native, text: "")
    let result = try await connector.send(admitted(item(deletion, at: currentTime)))
    #expect(result == .done(native: native))
    #expect(server.brandTexts.isEmpty)
    #expect(
      try await connector.find(item(deletion, at: currentTime)) == .present(native: native))
    await #expect(throws: ConnectorError.missing("Record not found")) {
      try await connector.send(try admitted(item(deletion, at: currentTime)))
    }
    await server.stop()
  }

  @Test func aPageOf404IsNoProofOfADeletion() async throws {
    let server = try await ScriptedMastodon.start()
    let connector = MastodonConnector(settings: settings(server))
    let id = server.post(from: ScriptedMastodon.brand, text: "Still there")
    let content = Outgoing(kind: .deletion, account: account, targetNative: id, text: "")
    let deletion = item(content, at: currentTime)
    server.faults.pagesForStatuses = true
    await #expect(throws: ConnectorError.self) { try await connector.find(deletion) }
    server.faults.pagesForStatuses = false
    #expect(try await connector.find(deletion) == .absent)
    await server.stop()
  }

  @Test(arguments: [ServerFaults.LostAnswer.closed, .silence, .badGateway])
  func aLostAnswerIsUnknownAndCanBeFound(loss: ServerFaults.LostAnswer) async throws {
    let server = try await ScriptedMastodon.start()
    server.faults.lostAnswers = [loss]
    server.faults.ignoresIdempotencyKey = true
    var settings = settings(server)
    settings.requestTimeout = .seconds(2)
    let connector = MastodonConnector(settings: settings)
    let id = server.mention(from: "ana@far.example", text: "Help")
    let sent = item(
      reply(to: id, "See https://status.example/incidents/2026-10-05?a=1&b=2 <now> & \"soon\""),
      at: currentTime)
    #expect(try await connector.find(sent) == .absent)
    guard case .unknown = try await connector.send(try admitted(sent)) else {
      Issue.record("should be unknown")
      return
    }
    let write = try #require(server.log.writes.first)
    #expect(try await connector.find(sent) == .present(native: write.native))
    #expect(server.log.writes.count == 1)
    await server.stop()
  }

  @Test(arguments: [Span.minutes(-20), .minutes(20)])
  func aServerWithAWrongClockIsUnderstood(skew: Span) async throws {
    let server = try await ScriptedMastodon.start()
    server.faults.clockSkew = skew
    let connector = MastodonConnector(settings: settings(server))
    #expect(
      abs(try #require(try await connector.probe().clockSkew).seconds - skew.seconds) < 5)
    let id = server.mention(from: "ana@far.example", text: "Help")
    server.faults.lostAnswers = [.closed]
    let sent = item(reply(to: id, "We are on it"), at: currentTime)
    guard case .unknown = try await connector.send(try admitted(sent)) else {
      Issue.record("should be unknown")
      return
    }
    let write = try #require(server.log.writes.first)
    #expect(try await connector.find(sent) == .present(native: write.native))
    server.faults.refusals = [.limitedByDate(seconds: 60)]
    let error = await #expect(throws: ConnectorError.self) {
      try await connector.send(try admitted(sent))
    }
    #expect(Self.isLimit(try #require(error)))
    await server.stop()
  }

  /// A repeated post has older twins, and none of them is it.
  @Test func anOlderPostWithTheSameWordsIsNotTakenForIt() async throws {
    let server = try await ScriptedMastodon.start()
    let connector = MastodonConnector(settings: settings(server))
    let post = Outgoing(kind: .post, account: account, text: "Open till eight today")
    _ = try await connector.send(try admitted(item(post, at: currentTime)))
    var again = item(post, key: "second", at: currentTime.adding(.minutes(10)))
    again.createdAt = currentTime.adding(.days(-7))
    again.admittedAt = currentTime.adding(.minutes(10))
    again.attempts = 1
    #expect(try await connector.find(again) != .present(native: server.log.writes[0].native))
    await server.stop()
  }

  /// A server that may not know the key again is given more time before absence counts.
  @Test func absenceTakesLongerWhereKeysMayBeIgnored() async throws {
    let server = try await ScriptedMastodon.start()
    var settings = settings(server)
    settings.settleTime = .seconds(10)
    let connector = MastodonConnector(settings: settings)
    var post = item(Outgoing(kind: .post, account: account, text: "Never sent"), at: currentTime)
    for (seconds, absent) in [(11, false), (19, false), (21, true)] as [(Int64, Bool)] {
      post.admittedAt = currentTime.adding(.seconds(-seconds))
      post.attempts = 1
      #expect(try await connector.find(post) == (absent ? .absent : nil), "after \(seconds) s")
    }
    _ = try await connector.probe()
    post.admittedAt = currentTime.adding(.seconds(-11))
    #expect(try await connector.find(post) == .absent, "this one is a Mastodon")
    await server.stop()
  }

  @Test func absenceIsNoProofWhileARequestMayBeAtWork() async throws {
    let server = try await ScriptedMastodon.start()
    var settings = settings(server)
    settings.settleTime = .minutes(5)
    let connector = MastodonConnector(settings: settings)
    let post = Outgoing(kind: .post, account: account, text: "Never sent")
    #expect(try await connector.find(item(post, at: currentTime)) == nil)
    await server.stop()
  }

  static let refusals: [(ServerFaults.Refusal, @Sendable (ConnectorError) -> Bool)] = [
    (.error(status: 401), { $0 == .unauthorized("scripted refusal") }),
    (.error(status: 403), { $0 == .forbidden("scripted refusal") }),
    (.error(status: 404), { $0 == .missing("scripted refusal") }),
    (.error(status: 410), { $0 == .missing("scripted refusal") }),
    (.error(status: 422), { $0 == .rejected(code: 422, detail: "scripted refusal") }),
    (.page(status: 400), { if case .rejected(400, _) = $0 { true } else { false } }),
    (.limitedByDate(seconds: 60), { isLimit($0) }),
    (.limitedByEpoch(seconds: 60), { isLimit($0) }),
    (.limitedByRetryAfter(seconds: 60), { isLimit($0) }),
  ]

  static func isLimit(_ error: ConnectorError) -> Bool {
    guard case .rateLimited(let until) = error else { return false }
    let wait = until.since(currentTime)
    return wait > .seconds(40) && wait < .seconds(70)
  }

  @Test(arguments: refusals.indices)
  func aRefusalIsNamed(row: Int) async throws {
    let server = try await ScriptedMastodon.start()
    server.faults.refusals = [Self.refusals[row].0]
    let connector = MastodonConnector(settings: settings(server))
    let post = Outgoing(kind: .post, account: account, text: "Hello")
    let error = await #expect(throws: ConnectorError.self) {
      try await connector.send(try admitted(item(post, at: currentTime)))
    }
    #expect(Self.refusals[row].1(try #require(error)))
    #expect(server.log.writes.isEmpty)
    await server.stop()
  }

  @Test func aServerThatIsAwayTookNothing() async throws {
    let server = try await ScriptedMastodon.start()
    let connector = MastodonConnector(settings: settings(server))
    await server.stop()
    let post = Outgoing(kind: .post, account: account, text: "Hello")
    let error = await #expect(throws: ConnectorError.self) {
      try await connector.send(try admitted(item(post, at: currentTime)))
    }
    guard case .unavailable = error else {
      Issue.record("should be unavailable: \(String(describing: error))")
      return
    }
  }

  @Test func aProbeTellsWhoWeAre() async throws {
    let server = try await ScriptedMastodon.start()
    let connector = MastodonConnector(settings: settings(server))
    let probe = try await connector.probe()
    #expect(probe.account == Account(id: account, platform: .mastodon, handle: "brand"))
    #expect(probe.textLimit == 500)
    #expect(probe.capabilities.contains([.reply, .live, .nativeSchedule]))
    #expect(probe.limits.isEmpty)
    await server.stop()
  }

  @Test func noErrorOrDescriptionHoldsTheToken() async throws {
    let server = try await ScriptedMastodon.start()
    var settings = settings(server)
    settings.token = { "very-secret" }
    var words = "\(settings) \(String(reflecting: settings))"
    dump(settings, to: &words)
    do { _ = try await MastodonConnector(settings: settings).probe() } catch {
      words += "\(error) \(String(reflecting: error))"
    }
    #expect(!words.contains("very-secret"))
    await server.stop()
  }
}
