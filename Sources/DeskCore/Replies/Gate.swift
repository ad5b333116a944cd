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

  /// How late a post may still leave by itself, 2 minutes; later it is missed.
  public static let grace = Span.minutes(2)

  /// Decides about `item` at `now` given the pause that stands.
  public static func decide(_ item: OutgoingItem, pause: Pause?, now: Timestamp) -> Decision {
    guard item.state == .queued else { return .ignore }
    if let pause, pause.stops(item.content) {
      return .hold(reason: "paused by \(pause.seat)")
    }
    guard item.dueAt <= now else { return .wait }
    if item.content.kind == .post, now.since(item.dueAt) > grace {
      return .miss(reason: "its time passed while the desk was not running")
    }
    var sending = item
    sending.state = .sending
    sending.admittedAt = now
    sending.attempts += 1
    return .admit(Admitted(item: sending))
  }
}
