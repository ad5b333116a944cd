/// What somebody is writing to a person; kept on every pause in typing.
public struct Draft: Hashable, Codable, Sendable {
  /// The mention it will answer.
  public let mention: MentionID
  /// Who writes.
  public let seat: Seat
  /// The text so far.
  public var text: String
  /// Whether it will be a private answer.
  public var isDirect: Bool
  /// The version of the mention that the writer saw.
  public var seenVersion: Int
  /// When it was last kept.
  public var savedAt: Timestamp

  /// Makes a draft.
  public init(
    mention: MentionID, seat: Seat, text: String, isDirect: Bool, seenVersion: Int,
    savedAt: Timestamp
  ) {
    self.mention = mention
    self.seat = seat
    self.text = text
    self.isDirect = isDirect
    self.seenVersion = seenVersion
    self.savedAt = savedAt
  }
}
