/// Proof that the gate let an item out; nothing but the gate can make one, and a connector takes
/// nothing else.
public struct Admitted: Sendable {
  /// The item, already marked as sending.
  public let item: OutgoingItem
  init(item: OutgoingItem) { self.item = item }
}

/// The one place through which everything that leaves must pass.
///
/// It decides from stored state alone and is called inside the write transaction that stores its
/// decision, so that pauses and admissions have one order. Only DeskStore calls it; a test in
/// Tests/RepositoryTests reads the sources to make sure.
public enum Gate {
  /// What the gate says about one item.
  public enum Decision: Sendable {
    /// It may leave, and must be stored as sending in this same transaction.
    case admit(Admitted)
    /// It is not its time yet.
    case wait
    /// A pause stops it; store it as held.
    case hold(reason: String)
    /// Its time passed long ago; store it as missed and ask a person.
    case miss(reason: String)
    /// It is not in a state from which anything leaves.
    case ignore
  }

  /// How late something may still leave by itself, later it is missed: a post 2 minutes; an answer
  /// 15 minutes, since answers queue behind each other; a deletion has no end, since it is wanted
  /// whenever it comes.
  public static func grace(of kind: Outgoing.Kind) -> Span? {
    switch kind {
    case .post: .minutes(2)
    case .reply, .directReply: .minutes(15)
    case .deletion: nil
    }
  }

  /// Whether an item is too late at `now` to leave without somebody's word.
  public static func isTooLate(_ item: OutgoingItem, now: Timestamp) -> Bool {
    grace(of: item.content.kind).map { now.since(item.dueAt) > $0 } ?? false
  }

  /// Decides about `item` at `now` given the pause that stands.
  public static func decide(_ item: OutgoingItem, pause: Pause?, now: Timestamp) -> Decision {
    guard item.state == .queued else { return .ignore }
    if let pause, pause.stops(item.content) {
      return .hold(reason: "paused by \(pause.seat)")
    }
    guard item.dueAt <= now else { return .wait }
    if isTooLate(item, now: now) {
      return .miss(reason: "its time passed while the desk was not running")
    }
    var sending = item
    sending.state = .sending
    sending.admittedAt = now
    sending.attempts += 1
    return .admit(Admitted(item: sending))
  }
}

extension Gate.Decision {
  /// What the audit says of a decision about `item`; nil when nothing changed. Whoever stores the
  /// decision writes it, in the same transaction.
  public func note(on item: OutgoingItem) -> AuditNote? {
    let subject = "item \(item.id)"
    switch self {
    case .admit(let admitted):
      return AuditNote(
        action: "gate: admit", subject: subject, detail: "attempt \(admitted.item.attempts)")
    case .hold(let reason):
      return AuditNote(action: "gate: hold", subject: subject, detail: reason)
    case .miss(let reason):
      return AuditNote(action: "gate: miss", subject: subject, detail: reason)
    case .wait, .ignore: return nil
    }
  }
}
