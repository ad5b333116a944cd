/// How a source of mentions is doing, as its connector last reported it.
public struct SourceHealth: Hashable, Codable, Sendable {
  /// The states a source can be in.
  public enum State: String, Codable, Sendable, CaseIterable {
    /// Connected and heard from.
    case live
    /// Catching up by polling.
    case polling
    /// Connection lost; trying again.
    case reconnecting
    /// Told by the platform to wait.
    case limited
    /// Cannot go on without a person, for example because the token was refused.
    case stopped
    /// Nobody runs this source now.
    case idle
  }

  /// The account whose source this is.
  public let account: AccountID
  /// What it is doing.
  public let state: State
  /// Why, in words for a person; empty when all is well.
  public let detail: String
  /// When anything, a heartbeat included, was last heard.
  public let heardAt: Timestamp?
  /// When this report was made.
  public let reportedAt: Timestamp

  /// Makes a report.
  public init(
    account: AccountID, state: State, detail: String = "", heardAt: Timestamp?,
    reportedAt: Timestamp
  ) {
    self.account = account
    self.state = state
    self.detail = detail
    self.heardAt = heardAt
    self.reportedAt = reportedAt
  }
}
