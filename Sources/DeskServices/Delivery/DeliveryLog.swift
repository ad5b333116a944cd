import DeskCore

/// Stores what became of an item, with its audit note and what it means for the mention.
struct DeliveryLog {
  /// What can become of an item that was on its way or unknown.
  enum Fate: Sendable {
    case sent(native: String)
    case refused(String)
    case unknown(String)
    case later(Timestamp)
    case absent

    var isSent: Bool { if case .sent = self { true } else { false } }
  }

  let tx: any DeskTransaction
  let now: Timestamp

  /// Stores the fate of one attempt unless the item's state no longer admits it.
  ///
  /// That the platform has it holds whatever happened since. Everything else is only true of the
  /// attempt it was learned from: another process may have tried once more meanwhile.
  func store(_ fate: Fate, of id: OutgoingID, attempt: Int) throws {
    guard let item = try tx.item(id) else { return }
    guard fate.isSent || item.attempts == attempt else { return }
    switch fate {
    case .sent(let native): try arrived(item, native)
    case .refused(let why):
      guard item.state.allows(.refused), item.state != .queued else { return }
      try finish(item, .refused, action: "refused", why: why)
      try Consequences(tx: tx, now: now).refused(item)
    case .unknown(let why):
      guard item.state.allows(.unknown) else { return }
      try finish(item, .unknown, action: "unknown", why: why)
    case .later(let time): try putBack(item, dueAt: time)
    case .absent:
      guard item.state == .unknown else { return }
      try finish(item, .queued, action: "absent", why: "the platform does not have it")
      try holdIfPaused(item)
    }
  }

  /// That the platform has it is a fact, whatever the desk decided while it was on its way.
  private func arrived(_ item: OutgoingItem, _ native: String) throws {
    if item.state == .dropped {
      let detail = "it had been dropped, but the platform took it before that"
      let note = AuditNote(action: "sent", subject: "item \(item.id)", detail: detail)
      return try tx.audit(note, seat: .desk, at: now)
    }
    guard item.state.allows(.sent) else { return }
    var sent = item
    sent.sentNative = native
    try finish(sent, .sent, action: "sent", why: native)
    try Consequences(tx: tx, now: now).sent(sent)
  }

  private func putBack(_ item: OutgoingItem, dueAt: Timestamp) throws {
    guard item.state == .sending else { return }
    var later = item
    later.dueAt = max(dueAt, now)
    let why = "the platform asks to wait until \(later.dueAt.rfc3339)"
    try finish(later, .queued, action: "later", why: why)
    try holdIfPaused(item)
  }

  /// What a pause stops says so at once, and not only when its time comes.
  private func holdIfPaused(_ item: OutgoingItem) throws {
    guard try tx.pause(stopping: item.content) != nil else { return }
    try tx.passGate(item.id, now: now)
  }

  private func finish(
    _ item: OutgoingItem, _ state: OutgoingState, action: String, why: String
  ) throws {
    try tx.move(
      item, to: state, action, why: why, detail: state == .sent ? "" : why, seat: .desk, at: now)
  }
}
