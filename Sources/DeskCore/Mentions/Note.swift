/// What somebody wrote about a conversation for colleagues; it never leaves the desk.
public struct Note: Hashable, Codable, Sendable {
  /// The mention it was written at; it is shown with the whole conversation.
  public let mention: MentionID
  /// Who wrote it.
  public let seat: Seat
  /// When.
  public let at: Timestamp
  /// The text, plain, line breaks kept.
  public let text: String

  /// The longest text that is taken, 4,000 characters.
  public static let limit = 4_000

  /// Makes a note.
  public init(mention: MentionID, seat: Seat, at: Timestamp, text: String) {
    self.mention = mention
    self.seat = seat
    self.at = at
    self.text = text
  }
}
