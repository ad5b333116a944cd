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
    guard var item = try tx.item(id) else { return }
    guard fate.isSent || item.attempts == attempt else { return }
    switch fate {
    case .sent(let native):
      guard try readyForFact(&item) else { return }
      item.sentNative = native
      try finish(item, .sent, action: "sent", detail: native)
      try Consequences(tx: tx).sent(item)
    case .refused(let why):
      guard item.state.allows(.refused) else { return }
      try finish(item, .refused, action: "refused", detail: why)
      try Consequences(tx: tx).refused(item)
    case .unknown(let why):
      guard item.state.allows(.unknown) else { return }
      try finish(item, .unknown, action: "unknown", detail: why)
    case .later(let time): try putBack(item, dueAt: time)
    case .absent:
      guard item.state == .unknown else { return }
      try finish(item, .queued, action: "absent", detail: "the platform does not have it")
      try holdIfPaused(item)
    }
  }

  private func putBack(_ item: OutgoingItem, dueAt: Timestamp) throws {
    guard item.state == .sending else { return }
    var later = item
    later.dueAt = max(dueAt, now)
    let detail = "the platform asks to wait until \(later.dueAt.rfc3339)"
    try finish(later, .queued, action: "later", detail: detail)
    try holdIfPaused(item)
  }

  /// What a pause stops says so at once, and not only when its time comes.
  private func holdIfPaused(_ item: OutgoingItem) throws {
    guard try tx.pause(stopping: item.content) != nil else { return }
    _ = try tx.passGate(item.id, now: now)
  }

  /// That the platform has it is a fact, whatever the desk decided while it was on its way.
  private func readyForFact(_ item: inout OutgoingItem) throws -> Bool {
    if item.state.allows(.sent) { return true }
    guard
      item.state == .queued || item.state == .refused || item.state == .held
        || item.state == .missed
    else {
      if item.state == .dropped {
        let detail = "it had been dropped, but the platform took it before that"
        let note = AuditNote(action: "sent", subject: "item \(item.id)", detail: detail)
        try tx.audit(note, seat: .desk, at: now)
      }
      return false
    }
    for step in [OutgoingState.queued, .sending] where item.state != step {
      item.state = step
      try tx.update(item)
    }
    return true
  }

  private func finish(
    _ item: OutgoingItem, _ state: OutgoingState, action: String, detail: String
  ) throws {
    var changed = item
    changed.state = state
    changed.detail = state == .sent ? "" : detail
    try tx.update(changed)
    let note = AuditNote(action: action, subject: "item \(item.id)", detail: detail)
    try tx.audit(note, seat: .desk, at: now)
  }
}
