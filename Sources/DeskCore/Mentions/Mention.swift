/// The number a desk gives a mention when it stores it; later mentions have higher numbers.
public struct MentionID: RawRepresentable, Hashable, Comparable, Codable, Sendable,
  CustomStringConvertible
{
  /// The number, from 1 up.
  public let rawValue: Int64
  /// Makes an id.
  public init(rawValue: Int64) { self.rawValue = rawValue }
  /// The number as text, as verbs on the command line take it.
  public var description: String { String(rawValue) }
  /// Orders by value.
  public static func < (a: MentionID, b: MentionID) -> Bool { a.rawValue < b.rawValue }
}

/// What a mention is called where it came from; the pair is its identity on the desk.
public struct MentionKey: Hashable, Codable, Sendable {
  /// The account through which it came.
  public let account: AccountID
  /// The platform's own id, an opaque string.
  public let native: String
  /// Makes a key.
  public init(account: AccountID, native: String) {
    self.account = account
    self.native = native
  }
}

/// The number of the mention that began a conversation stands for the conversation.
public struct ConversationID: RawRepresentable, Hashable, Codable, Sendable {
  /// The number of the first mention, from 1 up.
  public let rawValue: Int64
  /// Makes an id.
  public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// Who can see a message on its platform.
public enum Visibility: String, Codable, Sendable, CaseIterable {
  /// Everybody.
  case `public`
  /// Everybody who has the link; not listed.
  case unlisted
  /// The author's followers.
  case followers
  /// Only the people named in it.
  case direct
}

/// One message about the brand as it arrives, before the desk has stored or judged it.
public struct IncomingMention: Hashable, Sendable {
  /// Its identity.
  public var key: MentionKey
  /// Where it was written.
  public var platform: Platform
  /// Who wrote it.
  public var author: Author
  /// The text, plain, line breaks kept.
  public var text: String
  /// When the platform says it was written.
  public var createdAt: Timestamp
  /// Its public address; nil when it has none.
  public var url: String?
  /// The native id of the message it answers; nil when it begins a conversation.
  public var inReplyTo: String?
  /// The language the platform claims, a BCP 47 code; nil when unknown.
  public var languageHint: Language?
  /// Who can see it.
  public var visibility: Visibility
  /// Whether the brand itself wrote it; such a message is kept but never queued.
  public var isOwn: Bool

  /// Makes a mention that has just come in.
  public init(
    key: MentionKey, platform: Platform, author: Author, text: String, createdAt: Timestamp,
    url: String? = nil, inReplyTo: String? = nil, languageHint: Language? = nil,
    visibility: Visibility = .public, isOwn: Bool = false
  ) {
    self.key = key
    self.platform = platform
    self.author = author
    self.text = text
    self.createdAt = createdAt
    self.url = url
    self.inReplyTo = inReplyTo
    self.languageHint = languageHint
    self.visibility = visibility
    self.isOwn = isOwn
  }
}

/// One stored message about the brand with everything the desk knows of it.
public struct Mention: Hashable, Sendable, Identifiable {
  /// The desk's number for it.
  public var id: MentionID
  /// What arrived, as last edited by its author.
  public var incoming: IncomingMention
  /// When this desk first saw it; clocks run from here.
  public var seenAt: Timestamp
  /// The conversation it belongs to.
  public var conversation: ConversationID
  /// What the mood reader made of it.
  public var mood: MoodReading
  /// The one state it is in.
  public var state: MentionState
  /// Grows by one whenever text or state changes, so that a stale decision can be refused.
  public var version: Int
  /// When its author last changed it; nil when never.
  public var editedAt: Timestamp?
  /// When it returns to the queue; only while snoozed.
  public var snoozedUntil: Timestamp?
  /// By when an answer is due; ``Timestamp/never`` while its clock stands.
  public var dueAt: Timestamp
  /// Why its clock stands; nil while it runs.
  public var hold: AnswerHold?
  /// Who has claimed its conversation now; nil when nobody.
  public var claim: Claim?
  /// The mentions that say nearly the same; nil when it is alone.
  public var cluster: ClusterShare?
  /// What a person judged its author to be; nil when nobody did.
  public var authorKind: AuthorKind?

  /// Makes a stored mention.
  public init(
    id: MentionID, incoming: IncomingMention, seenAt: Timestamp, conversation: ConversationID,
    mood: MoodReading, state: MentionState, version: Int = 1, editedAt: Timestamp? = nil,
    snoozedUntil: Timestamp? = nil, dueAt: Timestamp, hold: AnswerHold? = nil,
    claim: Claim? = nil
  ) {
    self.id = id
    self.incoming = incoming
    self.seenAt = seenAt
    self.conversation = conversation
    self.mood = mood
    self.state = state
    self.version = version
    self.editedAt = editedAt
    self.snoozedUntil = snoozedUntil
    self.dueAt = dueAt
    self.hold = hold
    self.claim = claim
  }

  /// When it was written, as far as one can believe the platform: never later than it was seen.
  public var occurredAt: Timestamp { min(incoming.createdAt, seenAt) }
}
