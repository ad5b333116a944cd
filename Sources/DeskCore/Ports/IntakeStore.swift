/// A mention as intake wants it stored: judged and placed, but without a number yet.
public struct JudgedMention: Sendable {
  /// What came in.
  public let incoming: IncomingMention
  /// What the mood reader made of it.
  public let mood: MoodReading
  /// When the desk first saw it.
  public let seenAt: Timestamp
  /// By when a first answer is due.
  public let dueAt: Timestamp
  /// When 80 % of that time are used; nil when nobody knows yet.
  public let warnAt: Timestamp?

  /// Makes a mention ready to be stored.
  public init(
    incoming: IncomingMention, mood: MoodReading, seenAt: Timestamp, dueAt: Timestamp,
    warnAt: Timestamp? = nil
  ) {
    self.warnAt = warnAt
    self.incoming = incoming
    self.mood = mood
    self.seenAt = seenAt
    self.dueAt = dueAt
  }
}

/// What one transaction of intake stores.
public struct IntakeBatch: Sendable {
  /// One event, judged.
  public enum Event: Sendable {
    /// A new or changed mention.
    case upsert(JudgedMention)
    /// A mention was deleted at its source.
    case deleted(MentionKey)
    /// A gap to remember.
    case gap(Gap)
  }
  /// The account it came through.
  public let account: AccountID
  /// The events in order.
  public let events: [Event]
  /// Where the source stands afterwards; stored in the same transaction.
  public let cursor: Cursor?
  /// When it is stored.
  public let at: Timestamp

  /// Makes a batch.
  public init(account: AccountID, events: [Event], cursor: Cursor?, at: Timestamp) {
    self.account = account
    self.events = events
    self.cursor = cursor
    self.at = at
  }
}

/// What a batch came to.
public struct IntakeResult: Hashable, Sendable {
  /// Mentions stored for the first time.
  public var new = 0
  /// Mentions whose text changed.
  public var edited = 0
  /// Mentions marked as withdrawn.
  public var deleted = 0
  /// Events that said nothing new.
  public var duplicates = 0
  /// Makes an empty result.
  public init() {}
}

/// Where intake puts what comes in. Calls block for as long as the write takes; not for the screen.
public protocol IntakeStore: Sendable {
  /// Stores a batch and its cursor in one transaction.
  func store(_ batch: IntakeBatch) throws -> IntakeResult
  /// Where a source stood when its last batch was stored; nil when it never ran.
  func cursor(for account: AccountID) throws -> Cursor?
  /// Remembers how a source is doing.
  func report(_ health: SourceHealth) throws
}
