/// One person's yes to one exact text.
public struct Approval: Hashable, Codable, Sendable {
  /// Who said yes.
  public let seat: Seat
  /// When.
  public let at: Timestamp
  /// The digest of what was approved; a yes to anything else counts not.
  public let digest: String
  /// What the person said with it; empty when nothing.
  public let note: String
  /// Whether it overrules every approval that is missing: only at the highest level, with a reason.
  public let isOverride: Bool

  /// Makes an approval.
  public init(
    seat: Seat, at: Timestamp, digest: String, note: String = "", isOverride: Bool = false
  ) {
    self.seat = seat
    self.at = at
    self.digest = digest
    self.note = note
    self.isOverride = isOverride
  }
}

/// One change of a text before it was approved; both texts are kept.
public struct Revision: Hashable, Codable, Sendable {
  /// Who changed it.
  public let seat: Seat
  /// When.
  public let at: Timestamp
  /// The text as it was.
  public let before: String
  /// The text as it became.
  public let after: String

  /// Makes a revision.
  public init(seat: Seat, at: Timestamp, before: String, after: String) {
    self.seat = seat
    self.at = at
    self.before = before
    self.after = after
  }
}
