/// One thing a source has to tell.
public enum SourceEvent: Hashable, Sendable {
  /// A mention was written or changed; the same key again means an edit when the text differs.
  case upsert(IncomingMention)
  /// A mention was deleted where it came from.
  case deleted(MentionKey)
  /// The platform cannot tell what happened between two instants; stored and shown.
  case gap(Gap)
}

/// A stretch of time of which a source cannot say what happened.
public struct Gap: Hashable, Codable, Sendable {
  /// The account whose source has the gap.
  public let account: AccountID
  /// The last instant of which the source is sure.
  public let from: Timestamp
  /// The first instant of which it is sure again.
  public let to: Timestamp
  /// Why, in words.
  public let reason: String

  /// Makes a gap.
  public init(account: AccountID, from: Timestamp, to: Timestamp, reason: String) {
    self.account = account
    self.from = from
    self.to = to
    self.reason = reason
  }
}

/// Where a source stands, in its own words; opaque to everybody else.
public struct Cursor: Hashable, Codable, Sendable {
  /// Named positions, for example one for notifications and one for each hashtag.
  public var parts: [String: String]
  /// Makes a cursor.
  public init(parts: [String: String] = [:]) { self.parts = parts }
}

/// What a source hands over at once: events, and where it stands after them.
public struct SourceBatch: Sendable {
  /// The account it came through.
  public var account: AccountID
  /// The events in the order in which they happened as far as the source knows.
  public var events: [SourceEvent]
  /// Where the source stands once the events are stored; nil when its position did not move.
  public var cursor: Cursor?

  /// Makes a batch.
  public init(account: AccountID, events: [SourceEvent], cursor: Cursor? = nil) {
    self.account = account
    self.events = events
    self.cursor = cursor
  }
}
