public import DeskCore
import Synchronization

/// One account on a server that speaks the Mastodon API: Mastodon itself, GoToSocial, Pleroma, …
///
/// Polling by `min_id` alone moves the cursor; the live streams only bring things sooner. So a
/// stream may lose, repeat or reorder what it likes, and nothing is missed.
public final class MastodonConnector: Connector {
  /// What was learned from the server so far.
  struct Learned: Sendable {
    var me: MastodonAccount?
    var instance: MastodonInstance?
    var rateLimit: RateLimit?
    /// The server's clock minus ours, as its last answer had it.
    var skew = Span.seconds(0)
    /// Posts on the server's scheduler by day since 1970, so that holds stay below its daily limit.
    var scheduledByDay: [Int64: Int] = [:]
  }

  /// Polling and writing can do all of this on every server; a probe says what a token lacks.
  public let capabilities: Capabilities = [
    .mentions, .watchwords, .live, .edits, .reply, .directReply, .post, .deleteOwn,
    .nativeSchedule, .idempotentWrite, .namedRecipients,
  ]
  let settings: MastodonSettings
  let clock: WorldClock
  let transport: HTTPTransport
  let learned = Mutex(Learned())

  /// Makes a connector; nothing is sent before it is asked to.
  public init(settings: MastodonSettings, clock: WorldClock = .live) {
    self.settings = settings
    self.clock = clock
    transport = HTTPTransport(
      proxy: settings.proxy, trusting: settings.trustedCertificates,
      connectTimeout: settings.connectTimeout,
      requestTimeout: settings.requestTimeout, idleTimeout: settings.idleTimeout)
  }

  /// The account, with the handle of the settings until the server was asked.
  public var account: Account {
    let handle = learned.withLock { $0.me?.acct } ?? settings.handle
    return Account(id: settings.account, platform: .mastodon, handle: handle)
  }

  /// The server's own limits once it was asked, Mastodon's before.
  public var ruler: TextRuler {
    learned.withLock { state in
      TextRuler(
        limit: state.instance?.textLimit ?? TextRuler.mastodon.limit,
        linkLength: state.instance?.linkLength ?? TextRuler.mastodon.linkLength,
        foldsRemoteHandles: true)
    }
  }
}
