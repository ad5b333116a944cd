/// Proof that the gate let an item out; nothing but the gate can make one, and a connector takes
/// nothing else.
public struct Admitted: Sendable {
  /// The item, already marked as sending.
  public let item: OutgoingItem
  init(item: OutgoingItem) { self.item = item }
}

/// The one place through which everything that leaves must pass.
///
/// It decides from stored state alone and is asked inside the write transaction that stores its
/// decision, so that pauses and admissions have one order. Only `DeskTransaction.passGate` asks it;
/// a test in Tests/RepositoryTests reads the sources to make sure.
public enum Gate {
  /// What is stored of the desk at the moment an item asks to leave.
  public struct View: Hashable, Sendable {
    /// The widest pause that stops it; nil when none does.
    public var pause: Pause?
    /// The level.
    public var level: Level
    /// Who may do what; nil when the desk keeps no list, and then the stored role of the author
    /// stands.
    public var team: Team?
    /// The mention that is answered; nil when nobody is.
    public var mention: Mention?
    /// Where the conversation with that person stands; nil when nobody is answered.
    public var conversation: ConversationMark?
    /// Where the item stands that must be sent before this one; nil when none must, or it is gone.
    public var leader: OutgoingState?

    /// Makes a view; what is left out is calm and empty.
    public init(
      pause: Pause? = nil, level: Level = .calm, team: Team? = nil, mention: Mention? = nil,
      conversation: ConversationMark? = nil, leader: OutgoingState? = nil
    ) {
      self.pause = pause
      self.level = level
      self.team = team
      self.mention = mention
      self.conversation = conversation
      self.leader = leader
    }
  }

  /// What the gate says about one item.
  public enum Decision: Sendable {
    /// It may leave, and must be stored as sending in this same transaction.
    case admit(Admitted)
    /// It is not its time yet.
    case wait
    /// A pause or a change since it was written stops it; store it as held.
    case hold(reason: String)
    /// It needs more approvals than it has; store it as awaiting approval.
    case askApproval(reason: String)
    /// Its time passed long ago; store it as missed and ask a person.
    case miss(reason: String)
    /// It is not what was decided; store it as refused.
    case refuse(reason: String)
    /// It is not in a state from which anything leaves.
    case ignore
  }

  /// How late something may still leave by itself, later it is missed: a post 2 minutes; an answer
  /// 15 minutes, since answers queue behind each other; a notification an hour; a deletion has no
  /// end, since it is wanted whenever it comes.
  public static func grace(of kind: Outgoing.Kind) -> Span? {
    switch kind {
    case .post: .minutes(2)
    case .reply, .directReply: .minutes(15)
    case .notification: .hours(1)
    case .deletion: nil
    }
  }

  /// Whether an item is too late at `now` to leave without somebody's word.
  public static func isTooLate(_ item: OutgoingItem, now: Timestamp) -> Bool {
    grace(of: item.content.kind).map { now.since(item.dueAt) > $0 } ?? false
  }

  /// Decides about `item` at `now` from what is stored.
  ///
  /// What was changed is refused before anything else is asked, and a pause holds before the time
  /// is looked at, so that the screen can say so at once.
  public static func decide(_ item: OutgoingItem, given view: View, now: Timestamp) -> Decision {
    guard item.state == .queued else { return .ignore }
    if let refusal = tampering(item) { return refusal }
    if let leader = item.decided.after, view.leader != .sent {
      return .hold(reason: reason(toFollow: leader, view.leader))
    }
    if let pause = view.pause, pause.stops(item.content) {
      return .hold(reason: "paused by \(pause.seat)")
    }
    guard item.dueAt <= now else { return .wait }
    if isTooLate(item, now: now) {
      return .miss(reason: "its time passed while the desk was not running")
    }
    if let stop = rights(item, view) ?? change(item, view) { return stop }
    var sending = item
    sending.state = .sending
    sending.admittedAt = now
    sending.attempts += 1
    return .admit(Admitted(item: sending))
  }

  private static func tampering(_ item: OutgoingItem) -> Decision? {
    if item.decided.digest.isEmpty {
      return .hold(reason: "an older desk decided it: look at it, then send it again")
    }
    if item.decided.digest != item.content.digest {
      return .refuse(reason: "it is not what was decided: it was changed outside the desk")
    }
    return item.key.rawValue.isEmpty ? .refuse(reason: "it has no idempotency key") : nil
  }

  /// Whether its author may still send, and whether enough others who may approve said yes.
  private static func rights(_ item: OutgoingItem, _ view: View) -> Decision? {
    if item.author == .desk { return nil }
    let role = view.team?.role(of: item.author) ?? item.decided.role
    guard role >= .responder else {
      return .hold(reason: "\(item.author) may no longer send: the role is \(role.rawValue)")
    }
    if overrides(item, at: view.level, team: view.team) { return nil }
    let needed = item.decided.need[view.level]
    let given = item.approvers.filter { $0 != .desk && view.team?.role(of: $0) ?? .lead >= .lead }
    guard given.count < needed else { return nil }
    return .askApproval(
      reason: "level \(view.level.name) asks for \(needed), it has \(given.count)")
  }

  /// Why the second of a pair is held while the first has not been sent.
  public static func reason(toFollow leader: OutgoingID, _ state: OutgoingState?) -> String {
    switch state {
    case .dropped, .refused, nil: "the private message #\(leader) did not go"
    default: "leaves once the private message #\(leader) has gone"
    }
  }

  /// Whether somebody who may approve overruled every missing yes, which counts at level crisis only.
  public static func overrides(_ item: OutgoingItem, at level: Level, team: Team?) -> Bool {
    guard level == .crisis, let yes = item.overriding else { return false }
    return team?.role(of: yes.seat) ?? .lead >= .lead
  }

  /// Whether the person or somebody else has spoken since the answer was written.
  private static func change(_ item: OutgoingItem, _ view: View) -> Decision? {
    guard item.content.answersPerson, let seen = item.decided.seen else { return nil }
    guard let mention = view.mention, let now = view.conversation else {
      return .hold(reason: "the message it answers is gone")
    }
    if now.version != seen.version {
      if mention.state == .withdrawn { return .hold(reason: "they deleted their message") }
      if let edited = mention.editedAt, edited >= item.createdAt {
        return .hold(reason: "they changed their message")
      }
      if !mention.state.isUnanswered { return .hold(reason: "somebody closed it meanwhile") }
    }
    if now.theirs > seen.theirs { return .hold(reason: "they wrote again") }
    return now.ours > seen.ours ? .hold(reason: "somebody else answered") : nil
  }
}
