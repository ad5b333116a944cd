/// Who wrote a mention, as the platform describes them; every field but the handle is a claim.
public struct Author: Hashable, Codable, Sendable {
  /// The handle without a leading `@`, for example `ana@example.social`.
  public let handle: String
  /// The display name; empty when unknown.
  public let name: String
  /// Followers as the platform last counted; nil when unknown.
  public let followers: Int?
  /// When the account was made; nil when unknown.
  public let accountCreatedAt: Timestamp?
  /// Whether the platform itself marks the account as automated.
  public let isAutomated: Bool

  /// Makes an author.
  public init(
    handle: String, name: String = "", followers: Int? = nil, accountCreatedAt: Timestamp? = nil,
    isAutomated: Bool = false
  ) {
    self.handle = handle
    self.name = name
    self.followers = followers
    self.accountCreatedAt = accountCreatedAt
    self.isAutomated = isAutomated
  }
}
