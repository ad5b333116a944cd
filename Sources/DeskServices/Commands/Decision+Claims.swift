import DeskCore

extension Decision {
  /// Takes or renews the lease; of two who ask at once the transaction lets one be first. Keeping
  /// what one has is no news: only taking it is audited.
  func claim(_ id: MentionID, action: String) throws -> CommandOutcome {
    let mention = try claimable(id)
    let old = try tx.claim(on: mention.conversation)
    if let old, old.blocks(seat, at: now) { throw Refusal.claimed(old) }
    let isOwn = old.map { $0.seat == seat && $0.holds(at: now) } ?? false
    let claim = try lease(mention.conversation, since: isOwn ? old?.since ?? now : now)
    if !isOwn {
      try audit(action, subject(id), "conversation \(mention.conversation.rawValue)")
    }
    return .claimed(claim)
  }

  func steal(_ id: MentionID) throws -> CommandOutcome {
    let mention = try claimable(id)
    let old = try tx.claim(on: mention.conversation)
    let claim = try lease(mention.conversation, since: now)
    let from = old.flatMap { $0.blocks(seat, at: now) ? "from \($0.seat)" : nil } ?? "was free"
    try audit("steal", subject(id), from)
    return .claimed(claim)
  }

  func release(_ id: MentionID) throws -> CommandOutcome {
    let mention = try mention(id)
    try checkClaim(on: mention)
    let had = try tx.claim(on: mention.conversation)?.holds(at: now) ?? false
    try tx.setClaim(nil, on: mention.conversation)
    try audit("release", subject(id))
    return .done(undo: had ? [.claim(id)] : [])
  }

  @discardableResult
  func lease(
    _ conversation: ConversationID, since: Timestamp, from start: Timestamp? = nil
  ) throws -> Claim {
    let claim = Claim(
      conversation: conversation, seat: seat, since: since,
      until: (start ?? now).adding(Claim.lease))
    try tx.setClaim(claim, on: conversation)
    return claim
  }

  private func claimable(_ id: MentionID) throws -> Mention {
    let mention = try mention(id)
    guard mention.state != .own, mention.state != .withdrawn else {
      throw Refusal.state(id, mention.state)
    }
    return mention
  }
}
