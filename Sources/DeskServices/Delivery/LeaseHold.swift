import DeskCore

/// What one process knows of the services' lease, as a value, so that every order of events can be
/// tried out.
struct LeaseHold: Hashable, Sendable {
  /// Unlike any other process's name.
  let holder: String
  /// Until when this process has it, as far as it knows; nil when it has not.
  var until: Timestamp?
  /// What this process itself has on the way.
  var flying: Set<OutgoingID> = []

  init(holder: String) { self.holder = holder }

  /// Whether this process has it at `now`, as far as it knows without asking.
  func holds(at now: Timestamp) -> Bool { until.map { now < $0 } ?? false }

  /// Takes or renews it in an open transaction; false when another process has it.
  ///
  /// Who takes it anew finds what its last holder left in the middle of sending and marks it
  /// unknown, so that it is looked for and not sent again. What is flying is asked for with the
  /// transaction open: another lane of this process may just have admitted one.
  mutating func take(
    _ tx: any DeskTransaction, at now: Timestamp, flying: () -> Set<OutgoingID>
  ) throws -> Bool {
    let isNew = !holds(at: now)
    let end = now.adding(ServiceLease.length)
    guard try tx.takeServiceLease(holder: holder, until: end, now: now) else {
      until = nil
      return false
    }
    if isNew { try Self.recover(tx, flying: flying(), now: now) }
    until = end
    return true
  }

  private static func recover(
    _ tx: any DeskTransaction, flying: Set<OutgoingID>, now: Timestamp
  ) throws {
    for item in try tx.items(in: [.sending]) where !flying.contains(item.id) {
      try tx.move(
        item, to: .unknown, "unknown", why: "the desk stopped while this was on its way",
        seat: .desk, at: now)
    }
  }
}
