import DeskCore

/// What happens to an item between the decision to send it and the gate.
extension Decision {
  /// Stores what was decided, frozen, with what its writer saw; it waits for approval where the
  /// level asks for one.
  ///
  /// - Parameters:
  ///   - least: how many approvals it needs at any level, whatever the policy says.
  ///   - leader: what must have been sent before it.
  func enqueue(
    _ content: Outgoing, dueAt: Timestamp, answering mention: Mention? = nil, least: Int = 0,
    after leader: OutgoingID? = nil
  ) throws -> OutgoingItem {
    let level = try tx.level()
    let role = rules.team.role(of: seat)
    let need = rules.approvals.need(for: content, by: role).raised(to: least)
    let record = Decided(
      digest: content.digest, role: role, need: need,
      approveBy: need.isAny ? approveBy(content, dueAt: dueAt, level: level) : nil,
      seen: try mention.map { try tx.mark(of: $0, for: seat) }, after: leader)
    let item = try tx.enqueue(
      content, state: need[level] > 0 ? .awaitingApproval : .queued, dueAt: dueAt,
      key: rules.mintKey(), author: seat, decided: record, at: now)
    return try holdIfPaused(item)
  }

  /// Until when the last yes lets it leave by itself: a post until its time, an answer for as long
  /// as the policy says.
  func approveBy(_ content: Outgoing, dueAt: Timestamp, level: Level) -> Timestamp {
    content.kind == .post
      ? dueAt : now.adding(rules.approvals.patience(for: content, level: level))
  }

  /// Lets the gate hold at once what a pause stops, so that the screen says so at once.
  func holdIfPaused(_ item: OutgoingItem) throws -> OutgoingItem {
    guard item.state == .queued, try tx.pause(stopping: item.content) != nil else {
      return item
    }
    try tx.passGate(item.id, now: now)
    return try tx.item(item.id) ?? item
  }

  @discardableResult
  func move(
    _ item: OutgoingItem, to state: OutgoingState, _ action: String, why: String = "",
    dueAt: Timestamp? = nil, detail: String? = nil
  ) throws -> OutgoingItem {
    var changed = item
    changed.dueAt = dueAt ?? item.dueAt
    return try tx.move(
      changed, to: state, action, why: why, detail: detail, seat: seat, at: now)
  }

  /// A person's word that it leaves as it is, whatever had stopped it; what they have not seen of
  /// the conversation until now stops it again.
  func retry(_ id: OutgoingID) throws -> CommandOutcome {
    var item = try item(id, in: [.refused, .held, .missed, .approved])
    if let mention = item.content.mention {
      let mention = try self.mention(mention)
      try checkClaim(on: mention)
      if let other = try tx.answers(to: mention.id)
        .first(where: { $0.id != id && $0.id != item.decided.after && $0.decided.after != id })
      {
        throw Refusal.alreadyAnswered(mention.id, other.id)
      }
      item.decided.seen = try tx.mark(of: mention, for: item.author)
    }
    try checkApprovals(item)
    let wait = item.content.answersPerson ? rules.countdown : .seconds(0)
    let queued = try move(
      item, to: .queued, "retry", why: "sent by \(seat) after it was \(item.state.rawValue)",
      dueAt: now.adding(wait), detail: "")
    return .queued(try holdIfPaused(queued))
  }

  func hurry(_ id: OutgoingID) throws -> CommandOutcome {
    var item = try item(id, in: [.queued])
    guard item.content.kind != .post else { throw Refusal.itemState(id, item.state) }
    item.dueAt = min(item.dueAt, now)
    try tx.update(item)
    try audit("send-now", subject(id), "the countdown was cut short")
    return .queued(item)
  }

  func holdBack(_ id: OutgoingID) throws -> CommandOutcome {
    let item = try item(id, in: [.queued])
    try move(item, to: .held, "hold", why: "held by \(seat)")
    return .done(undo: [])
  }
}
