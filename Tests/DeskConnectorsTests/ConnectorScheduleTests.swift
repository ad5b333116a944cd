import DeskConnectors
import DeskCore
import DeskTesting
import Testing

@Suite(.timeLimit(.minutes(1)), .serialized)
struct ConnectorScheduleTests {
  @Test func allPagesAreListedSoonestFirst() async throws {
    let server = try await ScriptedMastodon.start()
    let now = currentTime
    for number in 0..<95 {
      server.schedule("Post \(number)", at: now.adding(.hours(Int64(200 - number))))
    }
    let posts = try await MastodonConnector(settings: settings(server)).nativePosts()
    #expect(posts.map { $0.text } == (0..<95).reversed().map { "Post \($0)" })
    #expect(posts.allSatisfy { $0.snapshot.contains("\"text\":\"Post ") })
    await server.stop()
  }

  @Test func whatIsFarIsMovedAndWhatIsNearIsKept() async throws {
    let server = try await ScriptedMastodon.start()
    let connector = MastodonConnector(settings: settings(server))
    let now = currentTime
    let near = server.schedule("Near", at: now.adding(.minutes(5)))
    let far = server.schedule("Far", at: now.adding(.minutes(30)))
    let posts = try await connector.nativePosts()
    let kept = try await connector.hold(posts[0], now: now)
    #expect(kept.native == near && kept.hold == .kept && kept.snapshot.contains("Near"))
    let moved = try await connector.hold(posts[1], now: now)
    #expect(moved.hold == .moved)
    #expect(server.scheduled.keys.sorted() == [far])
    #expect(try #require(server.scheduled[far]) > now.adding(.days(29)))
    let again = try await connector.hold(kept, now: now)
    #expect(again.hold == .failed && again.detail.contains("no longer"))
    await #expect(throws: ConnectorError.self) {
      try await connector.restore(moved, at: now.adding(.minutes(-1)), now: now)
    }
    try await connector.restore(moved, at: now.adding(.hours(2)), now: now)
    #expect(server.scheduled[far] == now.adding(.hours(2)))
    await server.stop()
  }

  @Test func holdsStayBelowTheDailyLimit() async throws {
    let server = try await ScriptedMastodon.start()
    let connector = MastodonConnector(settings: settings(server))
    let now = currentTime
    for number in 0..<50 {
      server.schedule("Post \(number)", at: now.adding(.hours(Int64(number + 1))))
    }
    for post in try await connector.nativePosts() {
      #expect(try await connector.hold(post, now: now).hold == .moved)
    }
    let days = server.scheduled.values.reduce(into: [Int64: Int]()) {
      $0[$1.seconds / 86_400, default: 0] += 1
    }
    #expect(days.values.allSatisfy { $0 <= 20 })
    #expect(server.scheduled.values.allSatisfy { $0 > now.adding(.days(29)) })
    await server.stop()
  }

  @Test func aPostFarAheadIsMovedFurther() async throws {
    let server = try await ScriptedMastodon.start()
    let connector = MastodonConnector(settings: settings(server))
    let now = currentTime
    let id = server.schedule("In two months", at: now.adding(.days(60)))
    let post = try #require(try await connector.nativePosts().first)
    #expect(try await connector.hold(post, now: now).hold == .moved)
    #expect(try #require(server.scheduled[id]) > now.adding(.days(89)))
    await server.stop()
  }

  @Test func theTextIsTakenAsItWasTyped() async throws {
    let server = try await ScriptedMastodon.start()
    let connector = MastodonConnector(settings: settings(server))
    let text = "Two lines\nand <b>no</b> HTML & more"
    server.schedule(text, at: currentTime.adding(.hours(1)))
    let post = try #require(try await connector.nativePosts().first)
    #expect(post.text == text)
    let adoption = connector.adoption(of: post)
    #expect(adoption.content.text == text && adoption.missing.isEmpty)
    #expect(adoption.content.kind == .post && adoption.content.visibility == .public)
    await server.stop()
  }

  static let parts: [(fields: String, visibility: Visibility, missing: String)] = [
    (#""visibility":"unlisted","media_ids":null,"poll":null,"spoiler_text":"""#, .unlisted, ""),
    (#""visibility":"private","media_ids":["1","2"]"#, .followers, "2 attachments"),
    (#""visibility":"public","poll":{"options":["a"]}"#, .public, "its poll"),
    (
      #""visibility":"direct","spoiler_text":"CW","in_reply_to_id":7,"quoted_status_id":8"#,
      .direct, "its content warning, the post it answers, the post it quotes"
    ),
    (#""visibility":null"#, .public, "who may see it"),
  ]

  @Test(arguments: parts.indices)
  func whatOnlyTheServerCanSendIsNamed(row: Int) throws {
    let part = Self.parts[row]
    let connector = MastodonConnector(
      settings: MastodonSettings(account: AccountID("main"), baseURL: "https://x.example") { "t" })
    let post = NativePost(
      account: AccountID("main"), native: "1", text: "?", dueAt: currentTime,
      snapshot: #"{"id":"1","params":{"text":"Hi","language":"uk",\#(part.fields)}}"#)
    let adoption = connector.adoption(of: post)
    #expect(adoption.content.text == "Hi")
    #expect(adoption.content.language == Language(rawValue: "uk"))
    #expect(adoption.content.visibility == part.visibility)
    #expect(adoption.missing == part.missing)
  }

  @Test func anUnreadableSnapshotIsNotTakenForTheWholePost() {
    let connector = MastodonConnector(
      settings: MastodonSettings(account: AccountID("main"), baseURL: "https://x.example") { "t" })
    let post = NativePost(
      account: AccountID("main"), native: "1", text: "Hi", dueAt: currentTime, snapshot: "{}")
    #expect(!connector.adoption(of: post).missing.isEmpty)
  }

  @Test func holdsAndRestoresLeaveRoomForAnswersUnlessTheyAreUrgent() async throws {
    let server = try await ScriptedMastodon.start()
    let connector = MastodonConnector(settings: settings(server))
    let now = currentTime
    server.schedule("Soon", at: now.adding(.minutes(20)))
    server.schedule("Later", at: now.adding(.hours(5)))
    server.faults.remaining = 12
    let posts = try await connector.nativePosts()
    #expect(try await connector.hold(posts[0], now: now).hold == .moved)
    await #expect(throws: ConnectorError.self) {
      try await connector.hold(posts[1], now: now)
    }
    await #expect(throws: ConnectorError.self) {
      try await connector.restore(posts[0], at: now.adding(.hours(1)), now: now)
    }
    #expect(server.log.writes.count == 1)
    await server.stop()
  }
}
