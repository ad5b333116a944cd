/// A lease on a conversation: one person answers it, others see who and since when.
public struct Claim: Hashable, Codable, Sendable {
  /// The conversation.
  public let conversation: ConversationID
  /// Who has it.
  public let seat: Seat
  /// Since when.
  public let since: Timestamp
  /// When it returns by itself unless renewed.
  public let until: Timestamp

  /// How long a claim lasts after the last sign of its holder, 120 seconds.
  public static let lease = Span.seconds(120)

  /// Makes a claim.
  public init(conversation: ConversationID, seat: Seat, since: Timestamp, until: Timestamp) {
    self.conversation = conversation
    self.seat = seat
    self.since = since
    self.until = until
  }

  /// Whether it still holds at `now`.
  public func holds(at now: Timestamp) -> Bool { now < until }

  /// Whether it keeps `other` from answering at `now`.
  public func blocks(_ other: Seat, at now: Timestamp) -> Bool { holds(at: now) && seat != other }
}
