public import DeskCore

/// What a Mastodon account's connector needs to know.
public struct MastodonSettings: Sendable, CustomStringConvertible, CustomReflectable {
  /// The desk's name for the account.
  public var account: AccountID
  /// The server's address, `http` or `https`, for example `https://example.social`.
  public var baseURL: String
  /// Fetches the access token each time one is needed; it is kept nowhere.
  public var token: @Sendable () throws -> String
  /// The brand's own name there without `@`, until the server is asked; empty when unknown.
  public var handle = ""
  /// Words to look for in posts that do not address the brand.
  public var words: [String] = []
  /// Hashtags to watch, with or without `#`.
  public var hashtags: [String] = []
  /// Whether the server's public timeline is read for the words, besides home and search.
  public var readsPublicTimeline = true
  /// The proxy for every connection; nil for none.
  public var proxy: ProxyAddress?
  /// A file of PEM certificates that are trusted beside the system's, for servers whose authority
  /// is one's own; nil for none.
  public var trustedCertificates: String?
  /// How long a connection may take to stand.
  public var connectTimeout = Span.seconds(10)
  /// How long a whole request may take, its answer included.
  public var requestTimeout = Span.seconds(30)
  /// How long a stream may be silent before it counts as dead.
  public var idleTimeout = Span.seconds(60)
  /// How often to ask for what a stream may have missed.
  public var pollInterval = Span.seconds(60)
  /// The first wait after a failure at most; it doubles up to `longestRetry`.
  public var firstRetry = Span.seconds(1)
  /// The longest wait after a failure.
  public var longestRetry = Span.minutes(2)
  /// How long after an attempt its absence on the server is still no proof that it failed: a proxy
  /// in front of a server usually lets it work on a request for a minute, whoever hung up.
  public var settleTime = Span.seconds(60)
  /// How many requests of a rate-limit window polling leaves to people who answer.
  public var reservedRequests = 30
  /// How many recent messages the very first run takes, 1...80.
  public var firstRunCount = 40
  /// The name by which we introduce ourselves.
  public var userAgent = "crisisdesk"

  /// Makes settings with the usual limits.
  public init(
    account: AccountID, baseURL: String, token: @escaping @Sendable () throws -> String
  ) {
    self.account = account
    self.baseURL = baseURL
    self.token = token
  }

  /// The account and the server; never the token.
  public var description: String { "MastodonSettings(\(account), \(baseURL))" }
  /// Nothing beyond the description.
  public var customMirror: Mirror { Mirror(self, children: ["description": description]) }

  /// The address without a slash at its end; nil when it is not one of a web server.
  var root: String? {
    var text = baseURL.trimmed
    while text.hasSuffix("/") { text.removeLast() }
    guard ServerAddress.isPlainRoot(text) else { return nil }
    return text
  }

  /// The hashtags as the server's paths name them.
  var tagNames: [String] {
    hashtags.map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }.filter { !$0.isEmpty }
  }
}

enum ServerAddress {
  /// Whether `text` is an `http` or `https` address with a host and neither query nor user.
  static func isPlainRoot(_ text: String) -> Bool {
    let lower = text.lowercased()
    guard let scheme = ["https://", "http://"].first(where: { lower.hasPrefix($0) }) else {
      return false
    }
    let rest = lower.dropFirst(scheme.count)
    return !rest.isEmpty && !rest.hasPrefix("/") && !rest.contains { "?#@ \r\n\t".contains($0) }
  }
}
