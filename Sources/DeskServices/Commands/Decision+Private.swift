import DeskCore

/// An answer that goes on in private: a private message, and a public word that follows it.
extension Decision {
  /// Decides both at once. The public word is held until the private message was sent, so that
  /// nobody reads of a message that never came.
  func movePrivate(
    _ id: MentionID, notice: String, text: String, seenVersion: Int, despite: [LintReason]
  ) throws -> CommandOutcome {
    let mention = try answerable(id, seenVersion: seenVersion)
    let account = mention.incoming.key.account
    guard mention.incoming.visibility != .direct else {
      throw Refusal.unable(account, why: "it is private already")
    }
    let message = try answer(to: mention, text: text, isDirect: true)
    let word = try answer(to: mention, text: notice, isDirect: false)
    try checkLint(text, to: mention, isPublic: false, despite: despite)
    try checkLint(notice, to: mention, isPublic: true, despite: despite)
    let due = now.adding(rules.countdown)
    let first = try enqueue(message, dueAt: due, answering: mention)
    let others = try isApprovedNotice(notice, to: mention) ? nil : repeated(word, to: mention)
    var second = try enqueue(
      word, dueAt: due, answering: mention, least: others == nil ? 0 : 1, after: first.id)
    if second.state == .queued {
      try tx.passGate(second.id, now: now)
      second = try tx.item(second.id) ?? second
    }
    try tx.forgetDraft(of: id, seat: seat)
    let old = try tx.claim(on: mention.conversation)
    try lease(mention.conversation, since: old?.since ?? now, from: first.dueAt)
    try audit(
      "move-private", subject(first.id),
      "mention \(id), then item \(second.id) in public\(Self.words(despite)): \(text)")
    // A reader of the audit looks for every answer under one name.
    for item in [first, second] {
      try audit(
        "reply", subject(item.id),
        "to mention \(id) as \(item.content.kind.rawValue): \(item.content.text)")
    }
    return .scheduled([first, second])
  }

  /// The words that the desk itself puts there were approved in advance and may be many people's.
  private func isApprovedNotice(_ notice: String, to mention: Mention) throws -> Bool {
    notice
      == rules.channel.notice(
        to: mention, isWritten: true, agent: seat, level: try tx.level(), at: now)
  }

  /// The other part of a pair that could still be taken back; nil when there is none.
  func partner(of item: OutgoingItem) throws -> OutgoingItem? {
    let other = try item.decided.after.flatMap { try tx.item($0) } ?? tx.follower(of: item.id)
    return other.flatMap { $0.state.canBeTakenBack ? $0 : nil }
  }

  /// Lets an item go without the approvals it lacks; whoever reads the header knows.
  func override(_ id: OutgoingID, digest: String, reason: String) throws -> CommandOutcome {
    let words = try needReason(reason)
    let level = try tx.level()
    guard level == .crisis else { throw Refusal.level(needed: .crisis, is: level) }
    let item = try item(id, in: [.awaitingApproval])
    guard item.decided.digest == digest else { throw Refusal.itemChanged(id) }
    try tx.add(Approval(seat: seat, at: now, digest: digest, note: words, isOverride: true), to: id)
    let given = item.approvers.count
    try audit(
      "OVERRIDE", subject(id),
      "\(given) of \(item.decided.need[level]) approvals; \(words): \(item.content.text)")
    let stored = try tx.item(id) ?? item
    return .queued(try release(stored, "OVERRIDE", why: "\(words): \(item.content.text)"))
  }
}
