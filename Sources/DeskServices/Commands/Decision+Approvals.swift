import DeskCore

/// Handing in, saying yes, changing the words, giving back.
extension Decision {
  /// A draft that came back is handed in again; the conversation is what its writer sees now.
  func submit(_ id: OutgoingID, text: String) throws -> CommandOutcome {
    var item = try item(id, in: [.draft])
    guard item.author == seat else { throw Refusal.role(needed: .lead, has: roleOfSeat) }
    item = try revise(item, text: text)
    let mention = try item.content.mention.map { try self.mention($0) }
    item.decided.seen = try mention.map { try tx.mark(of: $0, for: seat) }
    item.decided.approveBy = approveBy(
      item.content, dueAt: item.dueAt, level: try tx.level())
    let handedIn = try move(
      item, to: .awaitingApproval, "submit", why: item.content.text, detail: "")
    return .queued(handedIn)
  }

  /// A yes to the exact text that was looked at; with another text it is a yes to that one, and
  /// every earlier yes counts no more.
  func approve(_ id: OutgoingID, digest: String, text: String?) throws -> CommandOutcome {
    var item = try item(id, in: [.awaitingApproval])
    guard item.author != seat, seat != .desk else { throw Refusal.ownWords(id) }
    guard item.decided.digest == digest else { throw Refusal.itemChanged(id) }
    if let text { item = try revise(item, text: text) }
    let yes = Approval(seat: seat, at: now, digest: item.decided.digest)
    try tx.add(yes, to: id)
    item = try tx.item(id) ?? item
    let (given, needed) = (item.approvers.count, max(1, item.decided.need[try tx.level()]))
    guard given >= needed else {
      try audit("approve", subject(id), "\(given) of \(needed): \(item.content.text)")
      return .queued(item)
    }
    return .queued(
      try release(item, "approve", why: "\(given) of \(needed): \(item.content.text)"))
  }

  /// The last yes: in time it leaves as decided, too late it waits for a person to send it.
  func release(_ item: OutgoingItem, _ action: String, why: String) throws -> OutgoingItem {
    if let end = item.decided.approveBy, now > end {
      return try move(
        item, to: .approved, action, why: why,
        detail: "approved too late to leave by itself: somebody must send it")
    }
    let due = item.content.answersPerson ? now.adding(rules.countdown) : item.dueAt
    let queued = try move(item, to: .queued, action, why: why, dueAt: due, detail: "")
    return try holdIfPaused(queued)
  }

  func sendBack(_ id: OutgoingID, note: String) throws -> CommandOutcome {
    let words = try needReason(note)
    let item = try item(id, in: [.awaitingApproval])
    try move(item, to: .draft, "send-back", why: words, detail: "\(seat): \(words)")
    return .done(undo: [])
  }

  /// Refuses what has fewer approvals than the level asks for now.
  func checkApprovals(_ item: OutgoingItem) throws {
    let level = try tx.level()
    if Gate.overrides(item, at: level, team: rules.team) { return }
    let needed = item.decided.need[level]
    let given = item.approvers.count
    guard given >= needed else {
      throw Refusal.approvalsNeeded(item.id, needed: needed, given: given)
    }
  }

  /// The item with another text, frozen anew; both texts are kept.
  private func revise(_ item: OutgoingItem, text: String) throws -> OutgoingItem {
    let content = item.content
    let capability: Capabilities =
      switch content.kind {
      case .directReply: .directReply
      case .reply: .reply
      case .post, .deletion, .notification: .post
      }
    let whole = try checked(
      text, on: content.account, able: capability, to: "send it",
      naming: content.recipient ?? "")
    guard whole != content.text else { return item }
    if let mention = try content.mention.flatMap({ try tx.mention($0) }) {
      // What cannot be sent, nobody can approve; of the rest the approver is the second person.
      try checkLint(
        text, to: mention, isPublic: content.visibility != .direct, despite: LintReason.allCases)
    }
    try tx.revise(
      item.id, Revision(seat: seat, at: now, before: content.text, after: whole))
    try audit("revise", subject(item.id), "\(content.text) -> \(whole)")
    return try self.item(item.id, in: [item.state])
  }

  private var roleOfSeat: Role { rules.team.role(of: seat) }
}
