import DeskCore

extension Decision {
  /// Keeps a draft; it is saved with every pause in typing and decides nothing, so the audit does
  /// not tell of it.
  func save(_ draft: Draft) throws -> CommandOutcome {
    _ = try mention(draft.mention)
    try tx.save(
      Draft(
        mention: draft.mention, seat: seat, text: draft.text, isDirect: draft.isDirect,
        seenVersion: draft.seenVersion, savedAt: now))
    return .done(undo: [])
  }

  func reply(
    _ id: MentionID, text: String, isDirect: Bool, seenVersion: Int, despite: [LintReason]
  ) throws -> CommandOutcome {
    let mention = try answerable(id, seenVersion: seenVersion)
    let content = try answer(to: mention, text: text, isDirect: isDirect)
    try checkLint(
      text, to: mention, isPublic: content.visibility != .direct, despite: despite)
    let item = try enqueueAnswer(content, to: mention)
    try tx.forgetDraft(of: id, seat: seat)
    let old = try tx.claim(on: mention.conversation)
    try lease(mention.conversation, since: old?.since ?? now, from: item.dueAt)
    let warned = Self.words(despite)
    try audit(
      "reply", subject(item.id),
      "to mention \(id) as \(content.kind.rawValue)\(warned): \(content.text)")
    return .queued(item)
  }

  /// The mention, when this seat may answer it now.
  func answerable(_ id: MentionID, seenVersion: Int) throws -> Mention {
    let mention = try mention(id)
    try checkClaim(on: mention)
    if let other = try tx.answers(to: id).first {
      throw Refusal.alreadyAnswered(id, other.id)
    }
    guard mention.state.allows(.answered) else { throw Refusal.state(id, mention.state) }
    guard mention.version == seenVersion else { throw Refusal.changed(id) }
    return mention
  }

  /// An answer that too many people have had waits for a second person's yes, and says why.
  func enqueueAnswer(_ content: Outgoing, to mention: Mention) throws -> OutgoingItem {
    let others = try repeated(content, to: mention)
    var item = try enqueue(
      content, dueAt: now.adding(rules.countdown), answering: mention,
      least: others == nil ? 0 : 1)
    guard let others else { return item }
    item.detail = """
      \(others) people have had these words today: somebody else must say yes, or say it in other words
      """
    try tx.update(item)
    return item
  }

  /// What the audit says of warnings that were overruled, each once.
  static func words(_ despite: [LintReason]) -> String {
    var seen: Set<LintReason> = []
    let reasons = despite.filter { seen.insert($0).inserted }
    return reasons.isEmpty ? "" : ", DESPITE " + reasons.map(\.rawValue).joined(separator: " ")
  }

  func answer(to mention: Mention, text: String, isDirect: Bool) throws -> Outgoing {
    let incoming = mention.incoming
    let capability: Capabilities = isDirect ? .directReply : .reply
    let handle = incoming.author.handle
    let whole = try checked(
      text, on: incoming.key.account, able: capability,
      to: isDirect ? "answer in private" : "answer", naming: handle)
    return Outgoing(
      kind: isDirect ? .directReply : .reply, account: incoming.key.account, mention: mention.id,
      targetNative: incoming.key.native, recipient: handle,
      visibility: isDirect ? .direct : incoming.visibility, text: whole)
  }

  /// The exact text that will leave: with the recipient's name where the account needs it.
  /// - Throws: a refusal of what the account could not send.
  @discardableResult
  func checked(
    _ text: String, on account: AccountID, able capability: Capabilities, to what: String,
    naming recipient: String = ""
  ) throws -> String {
    let entry = try rules.accounts.entry(for: account, able: capability, to: what)
    guard !trimmed(text).isEmpty, recipient.isEmpty || Addressing.saysSomething(text) else {
      throw Refusal.emptyText
    }
    let whole = Addressing(recipient: recipient, by: entry.capabilities).text(text)
    let count = entry.ruler.count(whole)
    guard count <= entry.ruler.limit else {
      throw Refusal.tooLong(count: count, limit: entry.ruler.limit)
    }
    return whole
  }

  func recall(_ id: OutgoingID) throws -> CommandOutcome {
    guard let item = try tx.item(id) else { throw Refusal.noItem(id) }
    guard item.state.canBeTakenBack else { throw Refusal.itemState(id, item.state) }
    let other = try partner(of: item)
    try drop(item, "recall", why: "recalled by \(seat)")
    if let other, try tx.item(other.id)?.state.canBeTakenBack == true {
      try drop(other, "recall", why: "recalled by \(seat) with #\(id)")
    }
    return .done(undo: [])
  }

  /// Drops an item; the text of an answer becomes a draft again, so that nothing typed is lost.
  /// What waited for it waits in vain; of a pair, the private message is what was typed.
  func drop(_ item: OutgoingItem, _ action: String, why: String) throws {
    try move(item, to: .dropped, action, why: why)
    if let leader = item.decided.after {
      guard let first = try tx.item(leader), first.state == .sent else { return }
      return try Consequences(tx: tx, now: now).sent(first)
    }
    try Consequences(tx: tx, now: now).stop(after: item, .dropped)
    guard item.content.answersPerson, let id = item.content.mention,
      let mention = try tx.mention(id)
    else { return }
    try tx.save(
      Draft(
        mention: id, seat: item.author, text: item.content.text,
        isDirect: item.content.kind == .directReply, seenVersion: mention.version, savedAt: now))
  }

  func settle(_ id: OutgoingID, wasSent: Bool) throws -> CommandOutcome {
    let item = try item(id, in: [.unknown])
    let detail = "\(seat) looked: it \(wasSent ? "arrived" : "did not arrive")"
    try move(item, to: wasSent ? .sent : .refused, "settle", why: detail)
    let consequences = Consequences(tx: tx, now: now)
    if wasSent { try consequences.sent(item) } else { try consequences.refused(item) }
    return .done(undo: [])
  }

  func deleteSent(_ id: OutgoingID) throws -> CommandOutcome {
    let item = try item(id, in: [.sent])
    guard let native = item.sentNative, item.content.kind != .deletion else {
      throw Refusal.itemState(id, item.state)
    }
    let account = item.content.account
    _ = try rules.accounts.entry(for: account, able: .deleteOwn, to: "delete what it sent")
    let pending: [OutgoingState] = [.awaitingApproval, .queued, .sending, .unknown, .held]
    let twin = try tx.items(in: pending).first {
      $0.content.kind == .deletion && $0.content.account == account
        && $0.content.targetNative == native
    }
    if let twin { throw Refusal.itemState(twin.id, twin.state) }
    let deletion = Outgoing(
      kind: .deletion, account: account, targetNative: native, text: "")
    let queued = try enqueue(deletion, dueAt: now)
    try audit("delete", subject(queued.id), "deletes item \(id) (\(native))")
    return .queued(queued)
  }
}
