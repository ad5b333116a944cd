/// Which mentions a person wants to see.
public struct MentionFilter: Hashable, Sendable {
  /// Words that must all occur, a trailing `*` matches a beginning; empty for any text.
  public var text = ""
  /// Words of which at least one must occur, a trailing `*` matches a beginning; empty for any text.
  public var anyOf: [String] = []
  /// Languages to show; empty for all.
  public var languages: Set<Language> = []
  /// Sentiments to show; empty for all.
  public var sentiments: Set<Sentiment> = []
  /// Intents to show; empty for all.
  public var intents: Set<Intent> = []
  /// States to show; empty for all.
  public var states: Set<MentionState> = []
  /// Platforms to show; empty for all.
  public var platforms: Set<Platform> = []
  /// Only what insults more than this, 0..<1; nil for all.
  public var abuseAbove: Double?
  /// Only by this author's handle; nil for all.
  public var author: String?
  /// Only by authors whom a person judged to be one of these; empty for all.
  public var authorKinds: Set<AuthorKind> = []
  /// Only the members of this cluster; nil for all.
  public var cluster: ClusterID?
  /// Only what occurred in this range (milliseconds since the epoch); nil for all.
  public var occurred: Range<Timestamp>?
  /// Makes a filter that hides nothing.
  public init() {}
  /// Whether it hides nothing.
  public var isEmpty: Bool { self == MentionFilter() }
}

/// Some mentions in order, and whether there are more on either side.
public struct MentionPage: Hashable, Sendable {
  /// The mentions in the order asked for.
  public let mentions: [Mention]
  /// Whether more follow, or may follow.
  public let hasMore: Bool
  /// How far was looked when the page ended before it was full, because little of the desk passes
  /// the filter: ask again from here. Nil when the page is full or nothing is left.
  public let stoppedAt: End?

  /// A place from which reading can go on.
  public enum End: Hashable, Sendable {
    /// In the stream: before or after this mention, in the direction asked for.
    case mention(MentionID)
    /// In the queue: after this position.
    case place(QueuePosition)
  }

  /// Makes a page.
  public init(mentions: [Mention], hasMore: Bool, stoppedAt: End? = nil) {
    self.mentions = mentions
    self.hasMore = hasMore
    self.stoppedAt = stoppedAt
  }
}

/// What stands first in the queue.
public enum QueueOrder: String, CaseIterable, Sendable {
  /// Who has waited too long or will soon, and of two who are due at once the more urgent.
  case breach
  /// Whose urgency is greatest.
  case urgency
}

/// Where to go on reading the queue: after this mention.
public struct QueuePosition: Hashable, Sendable {
  /// When the last mention seen is due, milliseconds since the epoch; of no account in the order of
  /// urgency.
  public let due: Int64
  /// The rank of the last mention seen.
  public let rank: Int64
  /// Its id.
  public let id: MentionID
  /// Makes a position.
  public init(due: Int64 = 0, rank: Int64, id: MentionID) {
    self.due = due
    self.rank = rank
    self.id = id
  }

  /// The place of a mention.
  public init(_ mention: Mention) {
    self.init(due: mention.dueAt.milliseconds, rank: mention.rank, id: mention.id)
  }
}

/// A count that may have been cut off: `isCapped` means "at least".
public struct CappedCount: Hashable, Codable, Sendable {
  /// The count.
  public let value: Int
  /// Whether counting stopped there.
  public let isCapped: Bool
  /// Makes a count.
  public init(_ value: Int, isCapped: Bool = false) {
    self.value = value
    self.isCapped = isCapped
  }
}

/// How often approvals were overruled, and who did last.
public struct OverrideCount: Hashable, Codable, Sendable {
  /// How often, at least 1.
  public var count: Int
  /// Who did last.
  public var seat: Seat
  /// When.
  public var at: Timestamp

  /// Makes a count.
  public init(count: Int, seat: Seat, at: Timestamp) {
    self.count = count
    self.seat = seat
    self.at = at
  }
}

/// The numbers of the header, all true at `at`.
public struct DeskStatus: Hashable, Codable, Sendable {
  /// When they were read.
  public var at: Timestamp
  /// The level.
  public var level: Level
  /// Who moved it last, when and why; nil before the first move.
  public var levelChange: LevelChange?
  /// Mentions in the queue.
  public var open: Int
  /// Mentions snoozed.
  public var snoozed: Int
  /// All mentions ever stored.
  public var total: Int
  /// Open mentions due within 15 minutes.
  public var dueSoon: CappedCount
  /// Open mentions whose time has passed.
  public var overdue: CappedCount
  /// When the longest waiting open mention was first seen; nil when none waits.
  public var oldestSeenAt: Timestamp?
  /// The pauses that stand, widest first.
  public var pauses: [Pause]
  /// How each source is doing.
  public var sources: [SourceHealth]
  /// Items waiting in the outbox, answers and posts whose countdown runs or that are on their way.
  public var outbox: Int
  /// The highest id stored; 0 for an empty desk.
  public var newest: Int64
  /// Alerts of the last day that nobody has dealt with.
  public var alerts: Int
  /// The number of the newest alert ever; 0 when there was none.
  public var newestAlert: Int64
  /// Who reads which conversation now, by name.
  public var presence: [Presence] = []
  /// How much of the mentions was read anew after the model changed, 0..<100 percent; nil when all.
  public var rereadPercent: Int?
  /// What was sent without its approvals since the level became crisis; nil when nothing was.
  public var overrides: OverrideCount?
  /// Why the last news could not be told to people outside the desk; empty when it could.
  public var tellProblem: String

  /// Makes a status.
  public init(
    at: Timestamp, level: Level = .calm, levelChange: LevelChange? = nil, open: Int = 0,
    snoozed: Int = 0, total: Int = 0,
    dueSoon: CappedCount = CappedCount(0), overdue: CappedCount = CappedCount(0),
    oldestSeenAt: Timestamp? = nil, pauses: [Pause] = [], sources: [SourceHealth] = [],
    outbox: Int = 0, newest: Int64 = 0, alerts: Int = 0, newestAlert: Int64 = 0,
    rereadPercent: Int? = nil, tellProblem: String = ""
  ) {
    self.at = at
    self.level = level
    self.levelChange = levelChange
    self.tellProblem = tellProblem
    self.open = open
    self.snoozed = snoozed
    self.total = total
    self.dueSoon = dueSoon
    self.overdue = overdue
    self.oldestSeenAt = oldestSeenAt
    self.pauses = pauses
    self.sources = sources
    self.outbox = outbox
    self.newest = newest
    self.alerts = alerts
    self.newestAlert = newestAlert
    self.rereadPercent = rereadPercent
  }

  /// The widest pause that stands; nil when none does.
  public var pause: Pause? { pauses.first }
}

/// How many mentions of each sentiment fell into one stretch of time.
public struct MoodBucket: Hashable, Codable, Sendable {
  /// Where the stretch begins.
  public let start: Timestamp
  /// Negative mentions in it.
  public var negative: Int
  /// Neutral mentions in it.
  public var neutral: Int
  /// Positive mentions in it.
  public var positive: Int
  /// Makes a bucket.
  public init(start: Timestamp, negative: Int = 0, neutral: Int = 0, positive: Int = 0) {
    self.start = start
    self.negative = negative
    self.neutral = neutral
    self.positive = positive
  }
  /// All mentions in it.
  public var count: Int { negative + neutral + positive }
  /// Net sentiment −1...1: positive minus negative share; nil when it is empty.
  public var net: Double? { count == 0 ? nil : Double(positive - negative) / Double(count) }
}

/// A moment the graph marks.
public struct TimelineMark: Hashable, Codable, Sendable {
  /// What happened.
  public enum Kind: Hashable, Codable, Sendable {
    case level(Level)
    case paused
    case resumed
    case gap
    case alert(Severity)
  }
  /// What happened.
  public let kind: Kind
  /// When.
  public let at: Timestamp
  /// Makes a mark.
  public init(kind: Kind, at: Timestamp) {
    self.kind = kind
    self.at = at
  }
}

/// What the desk knows of one author.
public struct AuthorCard: Hashable, Sendable {
  /// The author as last seen.
  public let author: Author
  /// When the desk first saw a mention of theirs.
  public let firstSeenAt: Timestamp
  /// How many mentions of theirs are stored, by state.
  public let mentions: [MentionState: Int]
  /// Makes a card.
  public init(author: Author, firstSeenAt: Timestamp, mentions: [MentionState: Int]) {
    self.author = author
    self.firstSeenAt = firstSeenAt
    self.mentions = mentions
  }
}

/// One piece of a conversation: somebody's mention, an answer of ours, or a note about it.
public enum ConversationEntry: Hashable, Sendable {
  /// Somebody's mention.
  case mention(Mention)
  /// Something of ours, in whatever state.
  case ours(OutgoingItem)
  /// What somebody wrote about it for colleagues.
  case note(Note)
}

/// What the screen and the reports read. Calls may take milliseconds; never on the way of a key.
public protocol DeskReader: Sendable {
  /// The numbers of the header.
  func status(now: Timestamp) throws -> DeskStatus
  /// The newest mentions below `before` (newest first) that pass the filter.
  func stream(_ filter: MentionFilter, before: MentionID?, limit: Int) throws -> MentionPage
  /// The oldest mentions above `after`, returned newest first, that pass the filter.
  func stream(_ filter: MentionFilter, after: MentionID, limit: Int) throws -> MentionPage
  /// How many mentions the filter shows and hides, counting at most `cap` of each.
  func counts(_ filter: MentionFilter, cap: Int) throws -> (shown: CappedCount, hidden: CappedCount)
  /// Open mentions in an order, after a position, that pass the filter.
  func queue(
    _ filter: MentionFilter, by order: QueueOrder, after: QueuePosition?, limit: Int
  ) throws -> MentionPage
  /// One mention; nil when there is none.
  func mention(_ id: MentionID) throws -> Mention?
  /// A conversation, oldest first, at most `limit` of its newest entries.
  func conversation(_ id: ConversationID, limit: Int) throws -> [ConversationEntry]
  /// What the clocks of a mention's author run by in its conversation.
  func serviceHistory(of id: MentionID) throws -> ServiceHistory
  /// How the level moved.
  func levelHistory() throws -> LevelHistory
  /// What is known of an author.
  func author(handle: String, platform: Platform) throws -> AuthorCard?
  /// Counts per stretch of `bucket` seconds (a multiple of 60) in a range, oldest first, holes filled.
  func mood(from: Timestamp, to: Timestamp, bucketSeconds: Int) throws -> [MoodBucket]
  /// Level changes, pauses and gaps in a range.
  func marks(from: Timestamp, to: Timestamp) throws -> [TimelineMark]
  /// Posts of the brand's own that have not left, and those that did in the last day, by time.
  func posts(now: Timestamp, limit: Int) throws -> [OutgoingItem]
  /// Posts due in a range, dropped ones left out, by time.
  func posts(from: Timestamp, to: Timestamp, limit: Int) throws -> [OutgoingItem]
  /// What the gate let out after an instant and was not put back since, by time.
  func admitted(since: Timestamp) throws -> [OutgoingItem]
  /// The series of posts that have not ended, by number.
  func series() throws -> [PostSeries]
  /// Answers that have not reached an end, and those of the last hour.
  func outbox(now: Timestamp, limit: Int) throws -> [OutgoingItem]
  /// Posts on the platforms' own schedulers as last listed.
  func nativePosts() throws -> [NativePost]
  /// Gaps not older than `since`.
  func gaps(since: Timestamp) throws -> [Gap]
  /// The draft of a seat for a mention; nil when there is none.
  func draft(of mention: MentionID, seat: Seat) throws -> Draft?
  /// What a person said of a mention's mood; nil when nobody did.
  func correction(of mention: MentionID) throws -> CorrectionRecord?
  /// Corrected mentions above `after`, by number; without what their authors deleted.
  func corrections(after: MentionID, limit: Int) throws -> [CorrectedMention]
  /// Audit entries above `after`, in order.
  func audit(after: Int64, limit: Int) throws -> [AuditEntry]
  /// How many entries the desk remembers having written.
  func auditLength() throws -> Int64
}

extension DeskReader {
  /// Open mentions, most urgent first, after a position, that pass the filter.
  public func queue(
    _ filter: MentionFilter, after: QueuePosition?, limit: Int
  ) throws -> MentionPage {
    try queue(filter, by: .urgency, after: after, limit: limit)
  }
}
