/// What a command may read and write while its transaction is open.
///
/// Everything here happens at one instant as far as others can tell: either all of it is stored,
/// the audit entry included, or nothing is.
public protocol DeskTransaction: AnyObject {
  /// One mention with its claim; nil when there is none.
  func mention(_ id: MentionID) throws -> Mention?
  /// Moves a mention to a state and raises its version.
  func set(_ id: MentionID, state: MentionState, snoozedUntil: Timestamp?) throws
  /// What waits in the queue of a cluster, up to a mention, the oldest first.
  func open(in cluster: ClusterID, upTo: MentionID) throws -> [Mention]
  /// Takes a mention out of its cluster for good, with nil, or puts it back into one.
  func setCluster(_ cluster: ClusterID?, of id: MentionID) throws
  /// What the clocks of a mention's author run by in its conversation.
  func serviceHistory(of id: MentionID) throws -> ServiceHistory
  /// Lets the clock of a mention stand from an instant on, in place of any other reason.
  func hold(_ id: MentionID, _ reason: HoldReason, at: Timestamp) throws
  /// Lets the clock of a mention go on.
  func endHold(of id: MentionID, at: Timestamp) throws
  /// Finds anew when what the author of a mention wrote in its conversation is due; versions stay.
  func reclock(_ id: MentionID, by levels: ServiceLevels) throws
  /// What a person said of its mood; nil when nobody did.
  func correction(of id: MentionID) throws -> CorrectionRecord?
  /// Keeps, or with nil forgets, what a person said of its mood.
  func setCorrection(_ record: CorrectionRecord?, of id: MentionID) throws
  /// Stores the mood a mention counts with; its version and its clock stay.
  func setMood(_ mood: MoodReading, of id: MentionID) throws
  /// Opens every snoozed mention whose time has come, raises its version, and tells which.
  func wakeSnoozed(now: Timestamp) throws -> [MentionID]
  /// The claim on a conversation, expired or not; nil when there is none.
  func claim(on conversation: ConversationID) throws -> Claim?
  /// Stores or replaces the claim on a conversation; nil removes it.
  func setClaim(_ claim: Claim?, on conversation: ConversationID) throws
  /// Says what a seat reads now; nil when nothing.
  func setPresence(_ presence: Presence?, of seat: Seat) throws
  /// Keeps a note.
  func add(_ note: Note) throws
  /// Stores or, when the text is empty, forgets a draft.
  func save(_ draft: Draft) throws
  /// Forgets a seat's draft for a mention.
  func forgetDraft(of mention: MentionID, seat: Seat) throws
  /// Stores a new outgoing item, its key and its digest before any attempt, and returns it with its
  /// number; it begins as queued, awaiting approval or unknown.
  func enqueue(
    _ content: Outgoing, state: OutgoingState, dueAt: Timestamp, key: IdempotencyKey,
    author: Seat, decided: Decided, at: Timestamp
  ) throws -> OutgoingItem
  /// One outgoing item; nil when there is none.
  func item(_ id: OutgoingID) throws -> OutgoingItem?
  /// Answers to a mention that are not dropped or refused.
  func answers(to mention: MentionID) throws -> [OutgoingItem]
  /// At most `limit` public answers that were decided to go since an instant, newest first; what
  /// waits for a yes, came back or was taken back is not among them.
  func publicAnswers(since: Timestamp, limit: Int) throws -> [PublicAnswer]
  /// The item that leaves only after this one was sent; nil when there is none.
  func follower(of id: OutgoingID) throws -> OutgoingItem?
  /// Items in any of `states`, by due time.
  func items(in states: [OutgoingState]) throws -> [OutgoingItem]
  /// Stores the due time and the detail of an item that stays in its state.
  /// - Throws: when it is stored in another state; only a transition changes that.
  func update(_ item: OutgoingItem) throws
  /// Stores a change of state with its audit entry; the core alone makes transitions, see
  /// ``move(_:to:_:why:detail:seat:at:)``.
  func store(_ transition: Transition) throws
  /// Keeps a yes to an item; a second one of the same seat to the same text changes nothing, unless
  /// it overrides.
  func add(_ approval: Approval, to id: OutgoingID) throws
  /// Changes the text of a draft or of an item that awaits approval, keeps both texts, and freezes
  /// the new one; earlier approvals are to another text from then on.
  func revise(_ id: OutgoingID, _ revision: Revision) throws
  /// Where the conversation with the author of `mention` stands, leaving out what `author` answered.
  func mark(of mention: Mention, for author: Seat) throws -> ConversationMark
  /// Who may do what, as last stored; nil when nobody has stored it yet.
  func team() throws -> Team?
  /// Stores who may do what.
  func setTeam(_ team: Team) throws
  /// The pauses that stand, widest first.
  func pauses() throws -> [Pause]
  /// Begins a pause over a target over which none stands.
  func beginPause(
    _ scope: Pause.Scope, over target: PauseTarget, remindEvery: Span?, reason: String,
    seat: Seat, at: Timestamp
  ) throws -> Pause
  /// Stores a changed reason, scope or reminder of a pause that stands.
  func updatePause(_ pause: Pause) throws
  /// Ends a pause that stands.
  func endPause(_ id: Int64, reason: String, seat: Seat, at: Timestamp) throws
  /// What the gate let out after an instant and was not put back since, by time.
  func admitted(since: Timestamp) throws -> [OutgoingItem]
  /// Posts due in a range, dropped ones left out, by time.
  func posts(from: Timestamp, to: Timestamp) throws -> [OutgoingItem]
  /// The series that have not ended, by number.
  func series() throws -> [PostSeries]
  /// Stores a new series and returns it with its number.
  func addSeries(_ series: PostSeries) throws -> PostSeries
  /// Stores how far a series has come, or that it has ended.
  func updateSeries(_ series: PostSeries) throws
  /// The level.
  func level() throws -> Level
  /// How the level moved.
  func levelHistory() throws -> LevelHistory
  /// Moves the level.
  func setLevel(_ change: LevelChange) throws
  /// One alert; nil when there is none.
  func alert(_ id: AlertID) throws -> Alert?
  /// Stores an alert, new or changed.
  func setAlert(_ alert: Alert) throws
  /// What is known of the posts on one account's own scheduler, by time.
  func nativePosts(of account: AccountID) throws -> [NativePost]
  /// Replaces what is known of the posts on one account's own scheduler.
  func setNativePosts(_ posts: [NativePost], account: AccountID) throws
  /// Takes or renews the lease of the desk's services; false when another process has it.
  func takeServiceLease(holder: String, until: Timestamp, now: Timestamp) throws -> Bool
  /// Appends to the audit chain.
  func audit(_ note: AuditNote, seat: Seat, at: Timestamp) throws
}

/// Where decisions are stored: durable before the call returns, never behind intake for long.
public protocol DecisionStore: Sendable {
  /// Runs `body` in one immediate write transaction; rolls all of it back when `body` throws.
  func decide<Value: Sendable>(_ body: (any DeskTransaction) throws -> Value) throws -> Value
  /// The first `limit` items of an account in a state, by due time, as last stored; takes no write
  /// lock.
  func items(
    in state: OutgoingState, of account: AccountID, limit: Int
  ) throws -> [OutgoingItem]
  /// The pauses that stand as last stored, widest first; takes no write lock.
  func standingPauses() throws -> [Pause]
  /// Who may do what as last stored, nil when nobody has stored it; takes no write lock.
  func storedTeam() throws -> Team?
}

extension DecisionStore {
  /// Reads it in a write transaction, for stores that have no other way.
  public func storedTeam() throws -> Team? { try decide { try $0.team() } }
}

extension DeskTransaction {
  /// The widest pause that keeps `content` from leaving; nil when none does.
  public func pause(stopping content: Outgoing) throws -> Pause? {
    try pauses().stopping(content)
  }

  /// Begins a pause over the whole desk.
  public func beginPause(
    _ scope: Pause.Scope, reason: String, seat: Seat, at: Timestamp
  ) throws -> Pause {
    try beginPause(scope, over: .desk, remindEvery: nil, reason: reason, seat: seat, at: at)
  }
}
