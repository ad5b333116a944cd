public import DeskCore

/// What was read for a request.
public struct LoadResult: Equatable, Sendable {
  /// What was asked.
  public let request: LoadRequest
  /// What came of it.
  public let answer: Answer

  /// Makes a result.
  public init(_ request: LoadRequest, _ answer: Answer) {
    self.request = request
    self.answer = answer
  }

  /// What came of a request; each kind of request has its kind of answer.
  public enum Answer: Equatable, Sendable {
    /// For `.status`.
    case status(DeskStatus)
    /// For `.stream` and `.queue`.
    case page(MentionPage)
    /// For `.mood`: counts oldest first, holes filled, marks of the range, and what is usual for
    /// each count; nothing where the desk does not know yet.
    case mood([MoodBucket], [TimelineMark], [Expectation?])
    /// For `.alerts`.
    case alerts(AlertBoard)
    /// For `.posts`.
    case posts(PostsBoard)
    /// For `.approvals`.
    case approvals([WaitingApproval])
    /// For `.savedReplies`: those that can be read, and what is wrong with the others.
    case savedReplies([SavedReply], [SavedReplyProblem])
    /// For `.detail`; nil when there is no such mention.
    case detail(DetailContent?)
    /// For `.cluster`.
    case members([Mention])
    /// For `.counts`.
    case counts(FilterCounts)
    /// The read failed; the words say why, and the screen keeps what it had.
    case failed(String)
  }
}

/// Everything that leaves the desk or waits to.
public struct PostsBoard: Equatable, Sendable {
  /// Posts of the brand's own, by time.
  public var posts: [OutgoingItem]
  /// Answers that have not reached an end, and recent ones.
  public var outbox: [OutgoingItem]
  /// Posts on the platforms' own schedulers.
  public var native: [NativePost]
  /// Posts that left in the last 30 days, by time.
  public var past: [OutgoingItem]

  /// Makes a board.
  public init(
    posts: [OutgoingItem] = [], outbox: [OutgoingItem] = [], native: [NativePost] = [],
    past: [OutgoingItem] = []
  ) {
    self.past = past
    self.posts = posts
    self.outbox = outbox
    self.native = native
  }
}

/// One mention with all that is known around it.
public struct DetailContent: Equatable, Sendable {
  /// The mention as it is now.
  public var mention: Mention
  /// Its conversation, oldest first.
  public var conversation: [ConversationEntry]
  /// What the desk knows of its author; nil when nothing.
  public var author: AuthorCard?
  /// The words that moved the reading of its mood, strongest first.
  public var reasons: [MoodReason]
  /// The seat's own draft; nil when there is none.
  public var draft: Draft?
  /// What a person said of its mood; nil when nobody did.
  public var correction: CorrectionRecord?
  /// Open mentions that say nearly the same, the oldest first, as many as are read at once.
  public var members: [Mention] = []
  /// What the clock of its author runs by here.
  public var service: ServiceHistory
  /// How the level moved.
  public var moves: LevelHistory
  /// Makes content.
  public init(
    mention: Mention, conversation: [ConversationEntry] = [], author: AuthorCard? = nil,
    reasons: [MoodReason] = [], draft: Draft? = nil, correction: CorrectionRecord? = nil,
    service: ServiceHistory = ServiceHistory(messages: []), moves: LevelHistory = LevelHistory()
  ) {
    self.service = service
    self.moves = moves
    self.mention = mention
    self.conversation = conversation
    self.author = author
    self.reasons = reasons
    self.draft = draft
    self.correction = correction
  }
}

/// What a filter shows and hides.
public struct FilterCounts: Equatable, Sendable {
  /// Mentions that pass.
  public var shown: CappedCount
  /// Mentions that do not.
  public var hidden: CappedCount
  /// Open mentions due within 15 minutes or overdue that do not pass.
  public var hiddenUrgent: CappedCount

  /// Makes counts.
  public init(
    shown: CappedCount, hidden: CappedCount, hiddenUrgent: CappedCount = CappedCount(0)
  ) {
    self.shown = shown
    self.hidden = hidden
    self.hiddenUrgent = hiddenUrgent
  }
}
