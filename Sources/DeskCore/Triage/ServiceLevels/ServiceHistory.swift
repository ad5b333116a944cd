/// What the clocks of one person's messages in one conversation are folded from.
///
/// In a thread hundreds may answer each other: each of them waits for an answer of their own, from
/// the first of their messages that has none.
public struct ServiceHistory: Hashable, Sendable {
  /// A message that has no answer.
  public struct Message: Hashable, Sendable {
    /// Its number.
    public let id: MentionID
    /// From when its author waits: when the desk first saw it, or what it says now.
    public let since: Timestamp
    /// What its author wants.
    public let intent: Intent
    /// How many read its author; nil when unknown.
    public let followers: Int?
    /// Whether somebody put it aside.
    public let isSnoozed: Bool

    /// Makes one.
    public init(
      id: MentionID, since: Timestamp, intent: Intent, followers: Int?, isSnoozed: Bool = false
    ) {
      self.id = id
      self.since = since
      self.intent = intent
      self.followers = followers
      self.isSnoozed = isSnoozed
    }
  }

  /// A time for which the clock of a message stood, or since which it stands.
  public struct Hold: Hashable, Sendable {
    /// The message.
    public let mention: MentionID
    /// Why.
    public let reason: HoldReason
    /// From when.
    public let at: Timestamp
    /// Until when; nil while it stands.
    public let endedAt: Timestamp?

    /// Makes one.
    public init(
      mention: MentionID, reason: HoldReason, at: Timestamp, endedAt: Timestamp? = nil
    ) {
      self.mention = mention
      self.reason = reason
      self.at = at
      self.endedAt = endedAt
    }
  }

  /// The person's messages without an answer, in any order.
  public var messages: [Message]
  /// When their clocks stood.
  public var holds: [Hold]
  /// Whether the person had an answer in this conversation before.
  public var hasAnswered: Bool

  /// Makes a history.
  public init(messages: [Message], holds: [Hold] = [], hasAnswered: Bool = false) {
    self.messages = messages
    self.holds = holds
    self.hasAnswered = hasAnswered
  }

  /// The clock by which a message waits; nil when it is none of these.
  ///
  /// What waits in the queue shares one clock; what was put aside has its own, which stands.
  public func run(
    of id: MentionID, by levels: ServiceLevels, _ moves: LevelHistory
  ) -> ServiceRun? {
    guard let message = messages.first(where: { $0.id == id }) else { return nil }
    return run(message.isSnoozed ? [message] : messages.filter { !$0.isSnoozed }, levels, moves)
  }

  /// By when each message is due.
  public func dues(
    by levels: ServiceLevels, _ moves: LevelHistory
  ) -> [MentionID: AnswerDue] {
    var dues: [MentionID: AnswerDue] = [:]
    let open = messages.filter { !$0.isSnoozed }
    if let due = run(open, levels, moves)?.due { for message in open { dues[message.id] = due } }
    for message in messages where message.isSnoozed {
      dues[message.id] = run([message], levels, moves)?.due
    }
    return dues
  }

  private func run(
    _ waiting: [Message], _ levels: ServiceLevels, _ moves: LevelHistory
  ) -> ServiceRun? {
    guard let first = waiting.map(\.since).min() else { return nil }
    // What was answered before the wait began only says which answer is waited for.
    var events: [ServiceEvent] = hasAnswered ? [.ours(at: first)] : []
    events += waiting.sorted { ($0.since, $0.id) < ($1.since, $1.id) }.map {
      .theirs(at: $0.since, intent: $0.intent, followers: $0.followers)
    }
    let waits = Dictionary(waiting.map { ($0.id, $0.isSnoozed) }) { one, _ in one }
    for hold in holds {
      guard let isSnoozed = waits[hold.mention] else { continue }
      // What came back into the queue is not put aside any more, whoever forgot to say so.
      if hold.reason == .snoozed, hold.endedAt == nil, !isSnoozed { continue }
      events.append(.held(at: hold.at, reason: hold.reason))
      if let end = hold.endedAt { events.append(.released(at: end)) }
    }
    return ServiceRun(
      levels: levels, level: moves.level(at: first),
      events: events + moves.events(after: first))
  }
}
