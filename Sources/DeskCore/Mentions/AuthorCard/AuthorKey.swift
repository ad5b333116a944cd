/// Somebody on a platform.
public struct AuthorKey: Hashable, Codable, Sendable, CustomStringConvertible {
  /// The handle without a leading `@`.
  public let handle: String
  /// Where.
  public let platform: Platform

  /// Makes a key.
  public init(handle: String, platform: Platform) {
    self.handle = handle
    self.platform = platform
  }

  /// The author of a mention.
  public init(_ mention: Mention) {
    self.init(handle: mention.incoming.author.handle, platform: mention.incoming.platform)
  }

  /// As people write it, with the platform.
  public var description: String { "@\(handle) on \(platform)" }
}
