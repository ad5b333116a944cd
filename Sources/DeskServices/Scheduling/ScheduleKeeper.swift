public import DeskCore

/// Keeps time for the desk: renews the lease, wakes what was snoozed, sets aside what came too late,
/// and goes on with what is repeated.
public struct ScheduleKeeper: Sendable {
  /// What one look at the schedule did.
  public struct Round: Hashable, Sendable {
    /// Mentions that returned to the queue.
    public var woken: [MentionID] = []
    /// Posts and answers whose time had passed.
    public var missed: [OutgoingID] = []
    /// New occurrences of repeated posts.
    public var repeated: [OutgoingID] = []
    /// Claims of those who left.
    public var returned: [Claim] = []
  }

  private let lease: ServiceLease
  private let clock: DeskClock
  private let zones: ZoneBook
  private let approvals: any ApprovalPolicy
  private let roster: Roster
  private let randomBytes: @Sendable () -> [UInt8]

  /// Makes a keeper.
  public init(
    lease: ServiceLease, clock: DeskClock = .system,
    zones: @escaping ZoneBook = { $0 == "UTC" ? .utc : nil },
    approvals: any ApprovalPolicy = NoApprovals(), roster: Roster = Roster(),
    randomBytes: @escaping @Sendable () -> [UInt8] = DeskRules.systemBytes
  ) {
    self.lease = lease
    self.clock = clock
    self.zones = zones
    self.approvals = approvals
    self.roster = roster
    self.randomBytes = randomBytes
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
      round.returned = try returnClaims(tx, now: now)
      round.missed = try setAside(tx, now: now)
      round.repeated = try SeriesKeeper(
        tx: tx, now: now, zones: zones, approvals: approvals, randomBytes: randomBytes
      ).round()
      return round
    }
  }

  /// Gives back what somebody holds whose shift is over; their drafts stay theirs.
  private func returnClaims(_ tx: any DeskTransaction, now: Timestamp) throws -> [Claim] {
    guard !roster.rules.isEmpty else { return [] }
    let plan = roster.plan(around: now)
    let returned = plan.returning(try tx.claims(at: now), grace: Roster.grace, at: now)
    for claim in returned {
      try tx.setClaim(nil, on: claim.conversation)
      let since = plan.left(claim.seat, at: now).map { " since \($0.rfc3339)" } ?? ""
      try tx.audit(
        AuditNote(
          action: "return-claim", subject: "conversation \(claim.conversation.rawValue)",
          detail: "of \(claim.seat), whose shift is over\(since)"),
        seat: .desk, at: now)
    }
    return returned
  }

  /// Asks the gate about what is so late that it can only be held or missed, so that it is set
  /// aside even when no connector for its account runs.
  private func setAside(_ tx: any DeskTransaction, now: Timestamp) throws -> [OutgoingID] {
    var missed: [OutgoingID] = []
    for item in try tx.items(in: [.queued])
    where Gate.isTooLate(item, now: now) {
      if case .miss = try tx.passGate(item.id, now: now) { missed.append(item.id) }
    }
    return missed
  }
}
