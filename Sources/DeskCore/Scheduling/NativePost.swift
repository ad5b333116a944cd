/// A post that waits on a platform's own scheduler, outside the desk's gate.
public struct NativePost: Hashable, Codable, Sendable {
  /// What the desk has done about it.
  public enum Hold: String, Codable, Sendable, CaseIterable {
    /// Nothing: the platform will publish it.
    case none
    /// The platform was asked to hold it; what became of that is not known yet.
    case holding
    /// Its time was moved far ahead on the platform.
    case moved
    /// It was deleted there and its content is kept here.
    case kept
    /// It could not be held; the detail says why.
    case failed
  }

  /// How long before its time a post can still be moved on its platform, 6 minutes: servers take
  /// what is due sooner in hand and publish it whatever its time says then.
  public static let leastNotice = Span.minutes(6)

  /// The account it belongs to.
  public let account: AccountID
  /// The platform's id for it.
  public let native: String
  /// The text, as far as the platform tells.
  public let text: String
  /// When the platform was first asked to publish it.
  public let dueAt: Timestamp
  /// Everything the platform said of it, kept so that it can be restored.
  public let snapshot: String
  /// What was done about it.
  public var hold: Hold
  /// Why, in words; empty when plain.
  public var detail: String

  /// Makes a native post.
  public init(
    account: AccountID, native: String, text: String, dueAt: Timestamp, snapshot: String,
    hold: Hold = .none, detail: String = ""
  ) {
    self.account = account
    self.native = native
    self.text = text
    self.dueAt = dueAt
    self.snapshot = snapshot
    self.hold = hold
    self.detail = detail
  }
}
