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
}
