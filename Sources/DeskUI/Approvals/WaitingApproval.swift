public import DeskCore

/// Something that waits for another person's yes, with the message it answers.
public struct WaitingApproval: Equatable, Sendable {
  /// What waits.
  public var item: OutgoingItem
  /// The message it answers; nil for posts.
  public var mention: Mention?

  /// Makes an entry.
  public init(item: OutgoingItem, mention: Mention? = nil) {
    self.item = item
    self.mention = mention
  }
}
