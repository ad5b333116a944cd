public import DeskCore

/// Keeps time for the desk: renews the lease, wakes what was snoozed, sets aside what came too late.
public struct ScheduleKeeper: Sendable {
  /// What one look at the schedule did.
  public struct Round: Hashable, Sendable {
    /// Mentions that returned to the queue.
    public var woken: [MentionID] = []
    /// Posts whose time had passed.
    public var missed: [OutgoingID] = []
  }

  private let lease: ServiceLease
  private let clock: DeskClock

  /// Makes a keeper.
  public init(lease: ServiceLease, clock: DeskClock = .system) {
    self.lease = lease
    self.clock = clock
  }

  /// Looks once; nil when another process has the lease.
  /// - Throws: the store's error.
  @discardableResult
  public func round() throws -> Round? {
    let now = clock.now()
    return try lease.holding(at: now) { tx in
      var round = Round()
      round.woken = try tx.wakeSnoozed(now: now)
      for id in round.woken {
        try tx.audit(
          AuditNote(action: "wake", subject: "mention \(id)", detail: "its time has come"),
          seat: .desk, at: now)
      }
      round.missed = try setAside(tx, now: now)
      return round
    }
  }

  /// Asks the gate about posts so late that it can only hold or miss them, so that a post is set
  /// aside even when no connector for its account runs.
  private func setAside(_ tx: any DeskTransaction, now: Timestamp) throws -> [OutgoingID] {
    var missed: [OutgoingID] = []
    for item in try tx.items(in: [.queued])
    where item.content.kind == .post && now.since(item.dueAt) > Gate.grace {
      guard case .miss(let reason) = try tx.passGate(item.id, now: now) else { continue }
      missed.append(item.id)
      try tx.audit(
        AuditNote(action: "missed", subject: "item \(item.id)", detail: reason), seat: .desk,
        at: now)
    }
    return missed
  }
}
