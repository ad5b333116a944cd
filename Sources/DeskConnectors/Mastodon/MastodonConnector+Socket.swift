import DeskCore
import Synchronization

extension MastodonConnector {
  /// Follows all streams over one WebSocket for as long as the server opens one.
  /// - Returns: false when it never opened, so that another road may be looked for later.
  func followSocket(_ intake: MastodonIntake, _ bell: Ringer) async throws -> Bool {
    var backoff = Backoff(base: settings.firstRetry, ceiling: settings.longestRetry)
    let opened = Atomic(0)
    var refusals = 0
    while refusals < 3 {
      let before = opened.load(ordering: .relaxed)
      do {
        let link = try socketLink()
        try await link.run(
          greetings: greetings,
          opened: {
            for stream in streams { try await reportUp(stream.title, intake) }
            let count = opened.add(1, ordering: .relaxed).newValue
            bell.yield(.streamOpened(again: count > 1))
          },
          alive: { try await reportUp("user", intake) },
          text: { text in
            try await read(text, intake)
            try await reportUp("user", intake)
          })
      } catch let error as MastodonIntakeFailure {
        throw error.underlying
      } catch let error as ConnectorError {
        throw error
      } catch {
        try Task.checkCancellation()
      }
      try Task.checkCancellation()
      let hasOpened = opened.load(ordering: .relaxed) > before
      refusals = hasOpened ? 0 : refusals + 1
      if hasOpened { backoff.reset() }
      for stream in streams { try await reportLoss(of: stream.title, intake) }
      try await clock.sleep(backoff.next(chance: clock.chance()))
    }
    return opened.load(ordering: .relaxed) > 0
  }

  private func read(_ text: String, _ intake: MastodonIntake) async throws {
    guard let message = MastodonSocketMessage.read(text), let event = message.event else { return }
    let name = message.stream?.first ?? "user"
    let tag = name == "hashtag" ? message.stream?.dropFirst().first : nil
    let stream = Stream(name: name, tag: tag)
    try await take(MastodonSignal(name: event, payload: message.payload ?? ""), stream, intake)
  }

  /// Subscriptions beyond the one in the address.
  private var greetings: [String] {
    streams.dropFirst().map { stream in
      let tag = stream.tag.map { ",\"tag\":\(Self.quoted($0))" } ?? ""
      return "{\"type\":\"subscribe\",\"stream\":\"\(stream.name)\"\(tag)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    let safe = text.filter { $0 != "\"" && $0 != "\\" && !$0.isNewline }
    return "\"\(safe)\""
  }

  // The token travels in headers: in the address it would end up in the logs of servers.
  private func socketLink() throws(ConnectorError) -> WebSocketLink {
    guard let root = streamRoot, let address = SocketAddressParts(root) else {
      throw .rejected(code: 0, detail: "the server's address is not an http(s) address")
    }
    let token = try token()
    return WebSocketLink(
      host: address.host, port: address.port, isSecure: address.isSecure,
      target: address.path + "/api/v1/streaming?stream=user",
      headers: [
        ("authorization", "Bearer \(token)"), ("sec-websocket-protocol", token),
        ("user-agent", settings.userAgent),
      ],
      proxy: settings.proxy, trustedCertificates: settings.trustedCertificates,
      connectTimeout: settings.connectTimeout,
      idleTimeout: settings.idleTimeout)
  }
}

/// The parts of a plain web address that a socket needs.
struct SocketAddressParts: Hashable, Sendable {
  let host: String
  let port: Int
  let isSecure: Bool
  /// Without a slash at its end; empty for the root.
  let path: String

  init?(_ root: String) {
    let lower = root.lowercased()
    isSecure = lower.hasPrefix("https://")
    guard isSecure || lower.hasPrefix("http://") else { return nil }
    let rest = root.dropFirst(isSecure ? 8 : 7)
    let authority = rest.prefix { $0 != "/" }
    path = String(rest.dropFirst(authority.count))
    let usual = isSecure ? 443 : 80
    if authority.hasPrefix("[") {
      guard let close = authority.firstIndex(of: "]") else { return nil }
      host = String(authority[authority.index(after: authority.startIndex)..<close])
      port = Int(authority[close...].dropFirst(2)) ?? usual
    } else if let colon = authority.lastIndex(of: ":") {
      host = String(authority[..<colon])
      guard let number = Int(authority[authority.index(after: colon)...]) else { return nil }
      port = number
    } else {
      host = String(authority)
      port = usual
    }
    guard !host.isEmpty, (1...65_535).contains(port) else { return nil }
  }
}
