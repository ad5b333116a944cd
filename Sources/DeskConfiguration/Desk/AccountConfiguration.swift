public import DeskCore

/// One account of the brand, as `desk.toml` describes it.
public struct AccountConfiguration: Hashable, Sendable {
  /// The desk's name for it.
  public var id: AccountID
  /// What kind of server it lives on.
  public var platform: Platform
  /// The server's address without a trailing slash: https, or http to this machine itself.
  public var baseURL: String
  /// The brand's handle without `@`; nil to ask the server.
  public var handle: String?
  /// Where its token comes from.
  public var token: TokenSource
  /// Words whose mentions are wanted too.
  public var watchWords: [String]
  /// Hashtags whose mentions are wanted too, without `#`.
  public var watchHashtags: [String]
  /// The proxy through which its server is reached, `http://host:port`; nil for none.
  public var proxy: String?
  /// A file of PEM certificates trusted beside the system's, beside `desk.toml` unless it is a whole
  /// path; nil for none.
  public var certificates: String?
  /// How far apart its posts are to be, at least a minute and at most a week; nil for no matter.
  public var spacing: Span?

  /// Makes an account.
  public init(
    id: AccountID, platform: Platform = .mastodon, baseURL: String, handle: String? = nil,
    token: TokenSource, watchWords: [String] = [], watchHashtags: [String] = [],
    proxy: String? = nil, certificates: String? = nil, spacing: Span? = nil
  ) {
    self.id = id
    self.platform = platform
    self.baseURL = baseURL
    self.handle = handle
    self.token = token
    self.watchWords = watchWords
    self.watchHashtags = watchHashtags
    self.proxy = proxy
    self.certificates = certificates
    self.spacing = spacing
  }
}
