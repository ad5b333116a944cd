import DeskCore
import NIOCore
import NIOHTTP1
import Synchronization

extension MastodonConnector {
  /// A live stream of the server.
  struct Stream: Hashable, Sendable {
    /// The name in messages: `user`, `hashtag`, `public`.
    let name: String
    let tag: String?
    var path: String { "/api/v1/streaming/\(name)" }
    var query: String { tag.map { "tag=\(PercentEncoding.encode($0))" } ?? "" }
    var title: String { tag.map { "#\($0)" } ?? name }
    /// Whether most of what it carries is none of our business.
    var isCrowd: Bool { name == "public" }
  }

  /// Streams that are opened at once; further hashtags are only polled.
  private static let mostStreams = 10

  var streams: [Stream] {
    var streams = [Stream(name: "user", tag: nil)]
    if settings.readsPublicTimeline, settings.words.contains(where: { !$0.trimmed.isEmpty }) {
      streams.append(Stream(name: "public", tag: nil))
    }
    streams += settings.tagNames.map { Stream(name: "hashtag", tag: $0) }
    return Array(streams.prefix(Self.mostStreams))
  }

  /// How the server sends live.
  enum Road: Sendable {
    case events, socket, none
  }

  /// Listens on the road the server offers; looks for one again from time to time.
  func listen(_ intake: MastodonIntake, _ bell: Ringer) async throws {
    while true {
      switch try await road(intake) {
      case .events:
        try await withThrowingTaskGroup(of: Void.self) { group in
          for stream in streams {
            group.addTask { try await self.follow(stream, intake, bell) }
          }
          for try await _ in group {}
        }
      case .socket:
        let attempt = try await followSocket(intake, bell)
        if attempt { continue }
      case .none: break
      }
      try await intake.health {
        $0.notes["live"] = "the server offers no live stream to this token; polling only"
      }
      try await clock.sleep(.minutes(10))
    }
  }

  private func road(_ intake: MastodonIntake) async throws -> Road {
    var backoff = Backoff(base: settings.firstRetry, ceiling: settings.longestRetry)
    let user = Stream(name: "user", tag: nil)
    while true {
      do {
        let found = Mutex(Road.none)
        try await transport.stream(
          try streamCall(user),
          head: { answer in
            found.withLock { $0 = Self.road(answer) }
            if answer.status == 429 || answer.status >= 500 { try self.check(answer) }
            return false
          }, piece: { _ in })
        return found.withLock { $0 }
      } catch {
        try Task.checkCancellation()
        let wait = backoff.next(chance: clock.chance())
        try await intake.health { $0.streamTrouble = "the live stream does not open" }
        try await clock.sleep(max(wait, Self.asked(error, clock.now())))
      }
    }
  }

  private static func road(_ answer: HTTPAnswer) -> Road {
    let type = answer.header("content-type")?.lowercased() ?? ""
    if answer.status == 200, type.contains("event-stream") { return .events }
    return answer.status == 401 || answer.status == 403 ? .none : .socket
  }

  private static func asked(_ error: any Error, _ now: Timestamp) -> Span {
    guard case .rateLimited(let until) = error as? ConnectorError else { return .seconds(0) }
    return until.since(now)
  }

  // MARK: Server-sent events

  /// Follows one stream for ever, opening it again whenever it ends.
  private func follow(_ stream: Stream, _ intake: MastodonIntake, _ bell: Ringer) async throws {
    var backoff = Backoff(base: settings.firstRetry, ceiling: settings.longestRetry)
    let opened = Atomic(0)
    while true {
      var wait = Span.seconds(0)
      let before = opened.load(ordering: .relaxed)
      do {
        try await readEvents(stream, intake) {
          let count = opened.add(1, ordering: .relaxed).newValue
          bell.yield(.streamOpened(again: count > 1))
        }
      } catch let error as MastodonIntakeFailure {
        throw error.underlying
      } catch {
        try Task.checkCancellation()
        wait = Self.asked(error, clock.now())
        if case .forbidden? = error as? ConnectorError, stream.name != "user" {
          return try await intake.health {
            $0.expected.remove(stream.title)
            $0.notes["live:\(stream.title)"] = "\(stream.title) is polled, not live"
          }
        }
      }
      try Task.checkCancellation()
      if opened.load(ordering: .relaxed) > before { backoff.reset() }
      try await reportLoss(of: stream.title, intake)
      try await clock.sleep(max(wait, backoff.next(chance: clock.chance())))
    }
  }

  private func readEvents(
    _ stream: Stream, _ intake: MastodonIntake, opened: @Sendable () -> Void
  ) async throws {
    var parser = EventStreamParser()
    try await transport.stream(
      try streamCall(stream),
      head: { answer in
        try self.check(answer)
        guard Self.road(answer) == .events else {
          throw ConnectorError.malformed("the live stream is not one of events")
        }
        try await self.reportUp(stream.title, intake)
        opened()
        return true
      },
      piece: { buffer in
        for item in parser.read(buffer.readableBytesView) {
          if case .event(let name, let data) = item {
            try await self.take(MastodonSignal(name: name, payload: data), stream, intake)
          }
          try await self.reportUp(stream.title, intake)
        }
      })
  }

  private func streamCall(_ stream: Stream) throws(ConnectorError) -> HTTPCall {
    var call = try call(.GET, stream.path, query: stream.query, root: streamRoot)
    call.headers.removeAll { $0.name == "accept" }
    call.headers.append(("accept", "text/event-stream"))
    return call
  }

  /// Where the streams are; the server may name another host, but never one without encryption
  /// when it is itself encrypted, since the token goes there.
  var streamRoot: String? {
    guard let root = settings.root else { return nil }
    guard let named = learned.withLock({ $0.instance?.streaming }), !named.isEmpty else {
      return root
    }
    var address = named
    if address.hasPrefix("wss://") { address = "https://" + address.dropFirst(6) }
    if address.hasPrefix("ws://") { address = "http://" + address.dropFirst(5) }
    while address.hasSuffix("/") { address.removeLast() }
    let isSafe = !root.lowercased().hasPrefix("https://") || address.hasPrefix("https://")
    return isSafe && ServerAddress.isPlainRoot(address) ? address : root
  }

  // MARK: What came

  func take(
    _ signal: MastodonSignal?, _ stream: Stream, _ intake: MastodonIntake
  ) async throws {
    do {
      switch signal {
      case .post(let status):
        let post = status.boosted?.status ?? status
        if stream.tag != nil || intake.concernsUs(post) { try await intake.take([post]) }
      case .edited(let status):
        if stream.tag != nil || intake.knows(status.id) || intake.concernsUs(status) {
          try await intake.take([status])
        }
      case .notification(let notification):
        guard MastodonNotification.types.contains(notification.type),
          let status = notification.status
        else { return }
        try await intake.take([status])
      case .deleted(let id):
        if !stream.isCrowd || intake.knows(id) { try await intake.delete(id) }
      case .askAgain, .other, nil: break
      }
    } catch {
      throw MastodonIntakeFailure(underlying: error)
    }
  }

  func reportUp(_ title: String, _ intake: MastodonIntake) async throws {
    let now = clock.now()
    let titles = Set(streams.map { $0.title })
    do {
      try await intake.health { health in
        if health.expected.isEmpty { health.expected = titles }
        health.up.insert(title)
        health.heardAt = now
        if health.up.isSuperset(of: health.expected) { health.streamTrouble = nil }
      }
    } catch {
      throw MastodonIntakeFailure(underlying: error)
    }
  }

  func reportLoss(of title: String, _ intake: MastodonIntake) async throws {
    try await intake.health { health in
      health.up.remove(title)
      health.streamTrouble = "the live stream (\(title)) broke off; trying again"
    }
  }
}

/// The desk itself could not take something, which ends the run, unlike trouble on the way.
struct MastodonIntakeFailure: Error {
  let underlying: any Error
}
