public import DeskCore
import NIOHTTP1
import Synchronization

extension MastodonConnector {
  /// How far back to look for a message whose fate is unknown, in pages of 40.
  private static let deepestPage = 5

  /// Looks whether an item arrived; nil as long as it may still be on its way, or when the server
  /// does not show enough to be sure.
  public func find(_ item: OutgoingItem) async throws(ConnectorError) -> Found? {
    if item.content.kind == .deletion { return try await findDeletion(item) }
    let me = try await whoAmI()
    let since = serverTime(Self.earliest(item)).adding(.minutes(-1))
    var query = "limit=40&exclude_reblogs=true"
    var sawDirect = false
    for _ in 0..<Self.deepestPage {
      let page = try await page(
        MastodonStatus.self, "/api/v1/accounts/\(PercentEncoding.encode(me.id))/statuses",
        query: query)
      for status in page.items where (status.createdAt ?? since) >= since {
        if Self.isSame(status, as: item.content) { return .present(native: status.id) }
      }
      sawDirect = sawDirect || page.items.contains { $0.visibility == "direct" }
      let oldest = page.items.compactMap { $0.createdAt }.min()
      if page.items.isEmpty && page.earlier == nil || (oldest ?? since) < since {
        return conclude(item, sawDirect: sawDirect)
      }
      if let earlier = page.earlier {
        query = earlier
      } else if let id = NativeID.oldest(page.items.map { $0.id }) {
        query = "limit=40&exclude_reblogs=true&max_id=\(PercentEncoding.encode(id))"
      }
    }
    return nil
  }

  /// When it can have arrived at the earliest. A post may have been decided weeks before, and a
  /// repeated one has older twins with the same words: those must not be taken for it.
  private static func earliest(_ item: OutgoingItem) -> Timestamp {
    guard let admitted = item.admittedAt else { return item.createdAt }
    return item.attempts <= 1 ? admitted : max(item.createdAt, admitted.adding(.days(-1)))
  }

  private func conclude(_ item: OutgoingItem, sawDirect: Bool) -> Found? {
    // A request whose answer was lost may still be at work on the server.
    let tried = item.admittedAt ?? item.createdAt
    let isMastodon = learned.withLock { $0.instance?.isMastodon ?? false }
    guard clock.now().since(tried) >= patience(isMastodon) else { return nil }
    let isPrivate = Self.visibility(item.content) == .direct
    // Some servers leave private posts out of this list, so absence there proves nothing.
    return isPrivate && !sawDirect && !isMastodon ? nil : .absent
  }

  /// How long a request may be at work. Mastodon knows an idempotency key again for an hour, so
  /// that a hasty second attempt does no harm there; other servers would publish twice.
  private func patience(_ isMastodon: Bool) -> Span {
    isMastodon
      ? settings.settleTime : Span(milliseconds: settings.settleTime.milliseconds * 12)
  }

  private func findDeletion(_ item: OutgoingItem) async throws(ConnectorError) -> Found? {
    guard let target = item.content.targetNative else { return nil }
    if try await post(target) == nil { return .present(native: target) }
    let tried = item.admittedAt ?? item.createdAt
    return clock.now().since(tried) >= settings.settleTime ? .absent : nil
  }

  /// One post as it is now; nil when the server says that there is none. Only its own word counts:
  /// a proxy without a server behind it says 404 to everything.
  func post(_ id: String) async throws(ConnectorError) -> MastodonStatus? {
    let answer = try await exchange(
      call(.GET, "/api/v1/statuses/\(PercentEncoding.encode(id))"))
    if answer.status == 404 || answer.status == 410 {
      guard answer.isJSON else { throw .malformed(complaint(answer)) }
      return nil
    }
    try check(answer)
    return try decode(MastodonStatus.self, answer)
  }

  /// Whether a post on the server is what `content` would have become.
  static func isSame(_ status: MastodonStatus, as content: Outgoing) -> Bool {
    if content.answersPerson, status.inReplyTo != content.targetNative { return false }
    guard status.visibility == visibility(content).mastodon else { return false }
    let wanted = fold(content.text)
    return fold(HTMLText.plain(status.content)) == wanted
      || status.sourceText.map { fold($0) } == wanted
  }

  // Servers change spaces, hosts of handles and the look of links; letters and digits stay.
  private static func fold(_ text: String) -> String {
    var folded = text
    for range in Handles.ranges(in: text).reversed() {
      let handle = text[range].dropFirst()
      if let host = handle.firstIndex(of: "@") {
        folded.removeSubrange(host..<range.upperBound)
      }
    }
    return String(
      String.UnicodeScalarView(
        folded.unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
            || $0.properties.isEmojiPresentation
        })
    ).lowercased()
  }
}
