/// A post that somebody wants to be scheduled, before any rule has looked at it.
public struct PlannedPost: Hashable, Sendable {
  /// The account it leaves by.
  public var account: AccountID
  /// The exact text.
  public var text: String
  /// When it leaves; for a repeated post the first time.
  public var dueAt: Timestamp
  /// The campaign it belongs to; nil for none.
  public var tag: String?
  /// How it comes again; nil for a single post.
  public var repeats: RepeatRule?
  /// The zone of the rule, an IANA name.
  public var zone: String

  /// Makes a planned post.
  public init(
    account: AccountID, text: String, dueAt: Timestamp, tag: String? = nil,
    repeats: RepeatRule? = nil, zone: String = "UTC"
  ) {
    self.account = account
    self.text = text
    self.dueAt = dueAt
    self.tag = tag
    self.repeats = repeats
    self.zone = zone
  }
}
