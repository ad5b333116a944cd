/// The name under which a desk knows one of its accounts or doors in, for example `main` or `jsonl`.
public struct AccountID: RawRepresentable, Hashable, Codable, Sendable, CustomStringConvertible {
  /// The name as the desk's configuration writes it.
  public let rawValue: String
  /// Makes an account name.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// Makes an account name.
  public init(_ name: String) { rawValue = name }
  /// The name itself.
  public var description: String { rawValue }
}

/// A platform's short name in lower case, for example `mastodon`; open, so that any bridge may add one.
public struct Platform: RawRepresentable, Hashable, Codable, Sendable, CustomStringConvertible {
  /// The short name.
  public let rawValue: String
  /// Makes a platform name.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The short name itself.
  public var description: String { rawValue }
  /// Any server that speaks the Mastodon API.
  public static let mastodon = Platform(rawValue: "mastodon")
  /// The invented platform of demo and drill desks; nothing of it leaves the machine.
  public static let demo = Platform(rawValue: "demo")
  /// A line of JSON that named no platform.
  public static let unknown = Platform(rawValue: "-")

  /// The longest tag, in cells.
  public static let tagWidth = 4
  /// The name for narrow columns: one to four letters, digits or `-`, unlike any other well-known
  /// platform's.
  public var tag: String {
    if let known = Self.tags[rawValue] { return known }
    let safe = rawValue.lowercased().unicodeScalars.filter {
      ("a"..."z").contains($0) || ("0"..."9").contains($0)
    }
    return safe.isEmpty ? "-" : String(String.UnicodeScalarView(safe.prefix(Self.tagWidth)))
  }

  private static let tags: [String: String] = [
    "mastodon": "mast", "bluesky": "bsky", "telegram": "tg", "youtube": "yt", "facebook": "fb",
    "instagram": "ig", "twitter": "x", "googleplay": "play", "appstore": "app",
  ]
}

/// One of the brand's accounts: where mentions come from and answers leave by.
public struct Account: Hashable, Codable, Sendable {
  /// The desk's name for it.
  public let id: AccountID
  /// What kind of server it lives on.
  public let platform: Platform
  /// The brand's own handle there, without `@`; empty when unknown.
  public let handle: String

  /// Makes an account.
  public init(id: AccountID, platform: Platform, handle: String) {
    self.id = id
    self.platform = platform
    self.handle = handle
  }
}
