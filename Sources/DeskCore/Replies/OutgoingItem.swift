/// The number of an outgoing item: a reply, a direct reply, a post or a deletion.
public struct OutgoingID: RawRepresentable, Hashable, Comparable, Codable, Sendable,
  CustomStringConvertible
{
  /// The number, from 1 up.
  public let rawValue: Int64
  /// Makes an id.
  public init(rawValue: Int64) { self.rawValue = rawValue }
  /// The number as text.
  public var description: String { String(rawValue) }
  /// Orders by value.
  public static func < (a: OutgoingID, b: OutgoingID) -> Bool { a.rawValue < b.rawValue }
}

/// Minted once when a person decides to send, stored before the first attempt, sent with each.
public struct IdempotencyKey: RawRepresentable, Hashable, Codable, Sendable {
  /// An opaque token, 32 hexadecimal digits.
  public let rawValue: String
  /// Makes a key.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// What leaves the desk, frozen when a person decides: account, recipient and text.
public struct Outgoing: Hashable, Codable, Sendable {
  /// The kinds of things that leave.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// An answer as visible as the mention it answers.
    case reply
    /// A private answer.
    case directReply = "direct"
    /// A post of the brand's own.
    case post
    /// The deletion of one of the brand's own messages.
    case deletion
  }

  /// What kind it is.
  public var kind: Kind
  /// The account it leaves by.
  public var account: AccountID
  /// The mention it answers; nil for posts and deletions.
  public var mention: MentionID?
  /// The native id of the message that is answered or deleted; nil for posts.
  public var targetNative: String?
  /// The handle of the person it is for, without `@`; nil for posts and deletions.
  public var recipient: String?
  /// Who may see it.
  public var visibility: Visibility
  /// The exact text; empty for deletions.
  public var text: String
  /// Its language, a BCP 47 code; nil when the writer did not say.
  public var language: Language?
  /// The campaign it belongs to, as `PostTag` writes it; nil for none.
  public var tag: String?
  /// The series of which it is an occurrence; nil for most.
  public var series: SeriesID?

  /// Makes something that may leave.
  public init(
    kind: Kind, account: AccountID, mention: MentionID? = nil, targetNative: String? = nil,
    recipient: String? = nil, visibility: Visibility = .public, text: String,
    language: Language? = nil, tag: String? = nil, series: SeriesID? = nil
  ) {
    self.kind = kind
    self.account = account
    self.mention = mention
    self.targetNative = targetNative
    self.recipient = recipient
    self.visibility = visibility
    self.text = text
    self.language = language
    self.tag = tag
    self.series = series
  }

  /// Whether it answers a person.
  public var answersPerson: Bool { kind == .reply || kind == .directReply }
}

/// The life of an outgoing item.
///
/// | from \ to | queued | sending | sent | refused | unknown | held | missed | dropped |
/// |---|---|---|---|---|---|---|---|---|
/// | queued | – | gate | – | – | – | gate: paused | gate: too late | a person |
/// | sending | the platform said "later" | – | platform | platform | no answer, crash | – | – | – |
/// | unknown | proven not to be there | – | found there | a person | – | – | – | a person |
/// | held | resume | – | – | – | – | – | its time passed | a person |
/// | missed | a person | – | – | – | – | – | – | a person |
/// | refused | a person | – | – | – | – | – | – | a person |
public enum OutgoingState: String, Codable, Sendable, CaseIterable {
  /// Decided; leaves when its time comes and the gate lets it.
  case queued
  /// Admitted by the gate; on its way.
  case sending
  /// The platform has it.
  case sent
  /// The platform said no.
  case refused
  /// It may or may not have arrived; nobody sends it again before somebody has looked.
  case unknown
  /// Stopped by a pause.
  case held
  /// Its time passed while it could not leave; a person must decide.
  case missed
  /// Taken back by a person.
  case dropped

  /// Whether nothing more happens to it.
  public var isFinal: Bool { self == .sent || self == .dropped }

  /// Whether an item may move from this state to `next`.
  public func allows(_ next: OutgoingState) -> Bool {
    switch (self, next) {
    case (.queued, .sending), (.queued, .held), (.queued, .missed), (.queued, .dropped): true
    case (.sending, .queued), (.sending, .sent), (.sending, .refused), (.sending, .unknown): true
    case (.unknown, .queued), (.unknown, .sent), (.unknown, .refused), (.unknown, .dropped): true
    case (.held, .queued), (.held, .missed), (.held, .dropped): true
    case (.missed, .queued), (.missed, .dropped): true
    case (.refused, .queued), (.refused, .dropped): true
    default: false
    }
  }
}

/// One item of the outbox or the schedule, as stored.
public struct OutgoingItem: Hashable, Sendable, Identifiable {
  /// Its number.
  public var id: OutgoingID
  /// What leaves.
  public var content: Outgoing
  /// Where it stands.
  public var state: OutgoingState
  /// The earliest instant at which it may leave: the end of the countdown, or a post's time.
  public var dueAt: Timestamp
  /// Sent with every attempt.
  public var key: IdempotencyKey
  /// Who decided.
  public var author: Seat
  /// When it was decided.
  public var createdAt: Timestamp
  /// When the gate last admitted it; nil before.
  public var admittedAt: Timestamp?
  /// How often it was tried.
  public var attempts: Int
  /// The platform's id for what was sent; nil before.
  public var sentNative: String?
  /// Why it is where it is, in words for a person; empty when that is plain.
  public var detail: String

  /// Makes a stored item.
  public init(
    id: OutgoingID, content: Outgoing, state: OutgoingState, dueAt: Timestamp,
    key: IdempotencyKey, author: Seat, createdAt: Timestamp, admittedAt: Timestamp? = nil,
    attempts: Int = 0, sentNative: String? = nil, detail: String = ""
  ) {
    self.id = id
    self.content = content
    self.state = state
    self.dueAt = dueAt
    self.key = key
    self.author = author
    self.createdAt = createdAt
    self.admittedAt = admittedAt
    self.attempts = attempts
    self.sentNative = sentNative
    self.detail = detail
  }
}
