import DeskCore

/// One command while its transaction is open; lives no longer than that.
struct Decision {
  let tx: any DeskTransaction
  let seat: Seat
  let now: Timestamp
  let rules: DeskRules

  func carryOut(_ command: DeskCommand) throws -> CommandOutcome {
    switch command {
    case .claim(let id): try claim(id, action: command.name)
    case .steal(let id): try steal(id)
    case .renew(let id): try claim(id, action: command.name)
    case .release(let id): try release(id)
    case .look(let id): try look(at: id)
    case .note(let id, let text): try note(id, text: text)
    case .judge(let ids, let verdict, let note): try judge(ids, verdict, note: note)
    case .reopen(let ids): try reopen(ids)
    case .snooze(let ids, let until): try snooze(ids, until: until)
    case .triage(let group, let act): try triage(group, act)
    case .split(let id): try split(id)
    case .unsplit(let id, let cluster): try unsplit(id, into: cluster)
    case .wait(let ids, let reason): try wait(ids, reason)
    case .goOn(let ids): try goOn(ids)
    case .correct(let ids, let correction): try correct(ids, correction)
    case .uncorrect(let id, let earlier): try uncorrect(id, to: earlier)
    default: try carryOutSending(command)
    }
  }

  private func carryOutSending(_ command: DeskCommand) throws -> CommandOutcome {
    switch command {
    case .saveDraft(let draft): try save(draft)
    case .reply(let id, let text, let isDirect, let version, let despite):
      try reply(
        id, text: text, isDirect: isDirect, seenVersion: version, despite: despite)
    case .movePrivate(let id, let notice, let text, let version, let despite):
      try movePrivate(
        id, notice: notice, text: text, seenVersion: version, despite: despite)
    case .recall(let id): try recall(id)
    case .retry(let id): try retry(id)
    case .hurry(let id): try hurry(id)
    case .holdBack(let id): try holdBack(id)
    case .settle(let id, let wasSent): try settle(id, wasSent: wasSent)
    case .deleteSent(let id): try deleteSent(id)
    case .schedulePost(let account, let text, let dueAt, let tag):
      try schedulePost(account: account, text: text, dueAt: dueAt, tag: tag)
    case .schedulePosts(let posts): try schedulePosts(posts)
    case .endSeries(let id): try endSeries(id)
    case .reschedule(let id, let dueAt): try reschedule(id, dueAt: dueAt)
    case .dropPost(let id): try dropPost(id)
    default: try carryOutApproval(command)
    }
  }

  private func carryOutApproval(_ command: DeskCommand) throws -> CommandOutcome {
    switch command {
    case .submit(let id, let text): try submit(id, text: text)
    case .approve(let id, let digest, let text): try approve(id, digest: digest, text: text)
    case .override(let id, let digest, let reason):
      try override(id, digest: digest, reason: reason)
    case .sendBack(let id, let note): try sendBack(id, note: note)
    default: try carryOutSwitches(command)
    }
  }

  private func carryOutSwitches(_ command: DeskCommand) throws -> CommandOutcome {
    switch command {
    case .pause(let scope, let target, let span, let reason):
      try pause(scope, over: target, remindEvery: span, reason: reason)
    case .explainPause(let reason): try explainPause(reason: reason)
    case .resume(let target, let reason, let verdicts):
      try resume(target, reason: reason, verdicts: verdicts)
    case .setLevel(let level, let reason): try setLevel(level, reason: reason)
    case .acknowledge(let id): try acknowledge(id)
    case .snoozeAlert(let id, let until, let reason):
      try snoozeAlert(id, until: until, reason: reason)
    default: preconditionFailure("a command without a rule: \(command.name)")
    }
  }

  func audit(_ action: String, _ subject: String = "", _ detail: String = "") throws {
    try tx.audit(AuditNote(action: action, subject: subject, detail: detail), seat: seat, at: now)
  }

  func mention(_ id: MentionID) throws -> Mention {
    guard let mention = try tx.mention(id) else { throw Refusal.noMention(id) }
    return mention
  }

  func item(_ id: OutgoingID, in states: Set<OutgoingState>) throws -> OutgoingItem {
    guard let item = try tx.item(id) else { throw Refusal.noItem(id) }
    guard states.contains(item.state) else { throw Refusal.itemState(id, item.state) }
    return item
  }

  /// Refuses when somebody else answers this conversation now.
  func checkClaim(on mention: Mention) throws {
    if let claim = try tx.claim(on: mention.conversation), claim.blocks(seat, at: now) {
      throw Refusal.claimed(claim)
    }
  }

  func needReason(_ reason: String) throws -> String {
    let words = trimmed(reason)
    guard !words.isEmpty else { throw Refusal.reasonNeeded }
    return words
  }

  func trimmed(_ text: String) -> String {
    var rest = text[...]
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    return String(rest)
  }

  func subject(_ id: MentionID) -> String { "mention \(id)" }
  func subject(_ id: OutgoingID) -> String { "item \(id)" }
}
