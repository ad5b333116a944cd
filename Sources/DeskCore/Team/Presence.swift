/// Somebody reads a conversation; it keeps nobody from answering, but others see it.
public struct Presence: Hashable, Codable, Sendable {
  /// Who reads.
  public let seat: Seat
  /// What they read.
  public let conversation: ConversationID
  /// When it is over unless the screen says again that it is so.
  public let until: Timestamp

  /// How long a screen's word holds, 45 seconds: a screen that is gone leaves no name behind.
  public static let length = Span.seconds(45)

  /// Makes a presence.
  public init(seat: Seat, conversation: ConversationID, until: Timestamp) {
    self.seat = seat
    self.conversation = conversation
    self.until = until
  }
}
