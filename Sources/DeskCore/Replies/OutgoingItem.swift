/// The number of an outgoing item: a reply, a post, a deletion or a notification.
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
    /// An alert told to somebody outside the desk.
    case notification
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
  /// What was true when it was decided; the gate compares it with what is true when it leaves.
  public var decided: Decided
  /// Who said yes to it, the oldest first; a yes to an earlier text is among them and counts not.
  public var approvals: [Approval]
  /// How its text was changed before it was approved, the oldest first.
  public var revisions: [Revision]

  /// Makes a stored item; without `decided` its content is frozen as it is.
  public init(
    id: OutgoingID, content: Outgoing, state: OutgoingState, dueAt: Timestamp,
    key: IdempotencyKey, author: Seat, createdAt: Timestamp, admittedAt: Timestamp? = nil,
    attempts: Int = 0, sentNative: String? = nil, detail: String = "", decided: Decided? = nil,
    approvals: [Approval] = [], revisions: [Revision] = []
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
    self.decided = decided ?? Decided(freezing: content)
    self.approvals = approvals
    self.revisions = revisions
  }

  /// The yes that overrules every missing one for these very words; nil when nobody gave one.
  public var overriding: Approval? {
    approvals.last { $0.isOverride && $0.digest == decided.digest }
  }

  /// The seats whose yes counts: to the exact text that would leave, and never the author's own.
  public var approvers: Set<Seat> {
    Set(
      approvals.filter { $0.digest == decided.digest && $0.seat != author && !$0.isOverride }.map(
        \.seat))
  }
}
