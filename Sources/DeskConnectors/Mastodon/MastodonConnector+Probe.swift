public import DeskCore
import Synchronization

extension MastodonConnector {
  /// Asks the server who we are, what it allows, and what this token may do.
  public func probe() async throws(ConnectorError) -> Probe {
    let answer = try await get("/api/v1/accounts/verify_credentials")
    let me = try decode(MastodonAccount.self, answer)
    let skew = answer.header("date").flatMap { HTTPDate.parse($0) }?.since(clock.now())
    let instance = try await instance()
    learned.withLock { state in
      state.me = me
      state.instance = instance
    }
    let scopes = try await scopes(answer)
    var limits = MastodonRights.limits(scopes: scopes)
    var rights = capabilities
    rights.subtract(MastodonRights.missing(scopes: scopes))
    if scopes == nil { try await tryReading(&rights, &limits) }
    if let version = instance?.version, instance?.isMastodon == false {
      limits.append("The server is not Mastodon itself (\(version)); it may lack features.")
      rights.remove(.idempotentWrite)
    }
    return Probe(
      account: account, capabilities: rights, textLimit: ruler.limit, limits: limits,
      clockSkew: skew)
  }

  /// Who the token belongs to; asked once.
  func whoAmI() async throws(ConnectorError) -> MastodonAccount {
    if let me = learned.withLock({ $0.me }) { return me }
    let me = try await get(MastodonAccount.self, "/api/v1/accounts/verify_credentials")
    learned.withLock { $0.me = me }
    return me
  }

  /// What the server says of itself; nil when it says nothing we can read.
  func instance() async throws(ConnectorError) -> MastodonInstance? {
    for path in ["/api/v2/instance", "/api/v1/instance"] {
      do {
        let instance = try await get(MastodonInstance.self, path)
        learned.withLock { $0.instance = instance }
        return instance
      } catch .missing, .malformed, .rejected, .forbidden {
        continue
      }
    }
    return nil
  }

  // The header is Doorkeeper's, the application's own list is newer; many servers tell neither.
  private func scopes(_ answer: HTTPAnswer) async throws(ConnectorError) -> Set<String>? {
    if let header = answer.header("x-oauth-scopes") {
      return Set(header.split { " ,".contains($0) }.map(String.init))
    }
    do {
      let app = try await get(MastodonApp.self, "/api/v1/apps/verify_credentials")
      return app.scopes.map { Set($0) }
    } catch {
      // The token was good a moment ago: a refusal here only means that nothing is told.
      return nil
    }
  }

  private func tryReading(
    _ rights: inout Capabilities, _ limits: inout [String]
  ) async throws(ConnectorError) {
    let tries: [(String, Capabilities, String)] = [
      ("/api/v1/notifications", .mentions, "It cannot read notifications"),
      ("/api/v1/scheduled_statuses", .nativeSchedule, "It cannot read the server's scheduler"),
    ]
    for (path, right, words) in tries {
      do {
        _ = try await get(path, query: "limit=1")
      } catch .forbidden(let why), .missing(let why) {
        rights.remove(right)
        limits.append("\(words): \(why).")
      } catch .rejected, .malformed {
        continue
      }
    }
    limits.append(
      "The server does not tell what this token may write; the first answer will show it.")
  }
}

/// What each permission of a token is needed for.
enum MastodonRights {
  private static let table: [(scope: String, rights: Capabilities, words: String)] = [
    (
      "read:notifications", .mentions,
      "It may not read notifications (scope read:notifications), so mentions do not come in."
    ),
    (
      "read:statuses", [.watchwords, .nativeSchedule, .live, .edits],
      "It may not read posts (scope read:statuses): no timelines, streams or scheduled posts."
    ),
    (
      "read:search", [],
      "It may not search (scope read:search), so watched words are found in timelines only."
    ),
    (
      "write:statuses", [.reply, .directReply, .post, .deleteOwn, .nativeSchedule],
      "It may not write (scope write:statuses): no answers, posts, deletions or holds."
    ),
  ]

  /// What a token with these scopes lacks; nothing when they are unknown.
  static func missing(scopes: Set<String>?) -> Capabilities {
    lacking(scopes).reduce(into: []) { $0.formUnion($1.rights) }
  }

  /// The same in words.
  static func limits(scopes: Set<String>?) -> [String] { lacking(scopes).map { $0.words } }

  private static func lacking(
    _ scopes: Set<String>?
  ) -> [(scope: String, rights: Capabilities, words: String)] {
    guard let scopes else { return [] }
    return table.filter { row in
      let wide = String(row.scope.prefix { $0 != ":" })
      return !scopes.contains(row.scope) && !scopes.contains(wide)
    }
  }
}
