/// One change of where an outgoing item stands, with what the audit says of it. Only the core can
/// make one, so that no store and no service can change a state in silence.
public struct Transition: Sendable {
  /// The item as it stands afterwards.
  public let item: OutgoingItem
  /// The state it leaves; a store refuses when it is no longer in it.
  public let from: OutgoingState
  /// The audit entry, written in the same transaction.
  public let note: AuditNote
  /// Who changed it.
  public let seat: Seat
  /// When.
  public let at: Timestamp

  init(
    item: OutgoingItem, from: OutgoingState, action: String, why: String, seat: Seat,
    at: Timestamp
  ) {
    self.item = item
    self.from = from
    self.seat = seat
    self.at = at
    let step = "\(from.rawValue) -> \(item.state.rawValue)"
    note = AuditNote(
      action: action, subject: "item \(item.id)", detail: why.isEmpty ? step : "\(step): \(why)")
  }
}

extension DeskTransaction {
  /// Moves an item to another state and writes the audit entry of it. Its due time, its platform
  /// id, its attempts and what its writer saw may change with it; its content never does.
  /// - Parameters:
  ///   - action: the name of the command or event, for the audit.
  ///   - why: the reason, for the audit; also the item's detail unless `detail` is given.
  /// - Throws: `Refusal.itemState` when the table does not allow it, or when it is `sending`, into
  ///   which only the gate moves.
  @discardableResult
  public func move(
    _ item: OutgoingItem, to state: OutgoingState, _ action: String, why: String = "",
    detail: String? = nil, seat: Seat, at: Timestamp
  ) throws -> OutgoingItem {
    guard let stored = try self.item(item.id) else { throw Refusal.noItem(item.id) }
    guard state != .sending, stored.state.allows(state) else {
      throw Refusal.itemState(item.id, stored.state)
    }
    var moved = item
    (moved.content, moved.key, moved.author) = (stored.content, stored.key, stored.author)
    moved.decided.digest =
      stored.decided.digest.isEmpty ? stored.content.digest : stored.decided.digest
    moved.state = state
    moved.detail = detail ?? why
    try store(
      Transition(item: moved, from: stored.state, action: action, why: why, seat: seat, at: at))
    return moved
  }

  /// Stores a new item that leaves once its time has come and the gate lets it, frozen as it is.
  @discardableResult
  public func enqueue(
    _ content: Outgoing, dueAt: Timestamp, key: IdempotencyKey, author: Seat, at: Timestamp
  ) throws -> OutgoingItem {
    try enqueue(
      content, state: .queued, dueAt: dueAt, key: key, author: author,
      decided: Decided(freezing: content), at: at)
  }
}
