import DeskCore

extension Decision {
  func schedulePost(
    account: AccountID, text: String, dueAt: Timestamp
  ) throws -> CommandOutcome {
    try checked(text, on: account, able: .post, to: "post")
    guard dueAt > now else { throw Refusal.timePassed(dueAt) }
    let content = Outgoing(kind: .post, account: account, text: text)
    let item = try enqueue(content, dueAt: dueAt)
    try audit("post", subject(item.id), "\(account) at \(dueAt.rfc3339): \(text)")
    return .queued(item)
  }

  func reschedule(_ id: OutgoingID, dueAt: Timestamp) throws -> CommandOutcome {
    let item = try post(id)
    guard dueAt > now else { throw Refusal.timePassed(dueAt) }
    let why = "\(item.dueAt.rfc3339) -> \(dueAt.rfc3339)"
    if item.state == .missed || item.state == .refused {
      let moved = try move(item, to: .queued, "reschedule", why: why, dueAt: dueAt, detail: "")
      _ = try holdIfPaused(moved)
    } else {
      var moved = item
      moved.dueAt = dueAt
      if item.state == .queued { moved.detail = "" }
      if item.decided.approveBy != nil { moved.decided.approveBy = dueAt }
      try tx.update(moved)
      _ = try holdIfPaused(moved)
      try audit("reschedule", subject(id), why)
    }
    let canGoBack = item.dueAt > now && (item.state == .queued || item.state == .held)
    return .done(undo: canGoBack ? [.reschedule(id, dueAt: item.dueAt)] : [])
  }

  func dropPost(_ id: OutgoingID) throws -> CommandOutcome {
    let item = try post(id)
    try move(
      item, to: .dropped, "drop", why: item.content.text, detail: "dropped by \(seat)")
    guard item.dueAt > now else { return .done(undo: []) }
    let again = DeskCommand.schedulePost(
      account: item.content.account, text: item.content.text, dueAt: item.dueAt)
    return .done(undo: [again])
  }

  private func post(_ id: OutgoingID) throws -> OutgoingItem {
    let item = try item(
      id, in: [.draft, .awaitingApproval, .approved, .queued, .held, .missed, .refused])
    guard item.content.kind == .post else { throw Refusal.itemState(id, item.state) }
    return item
  }

  func setLevel(_ level: Level, reason: String) throws -> CommandOutcome {
    let words = try needReason(reason)
    let old = try tx.level()
    try tx.setLevel(LevelChange(level: level, seat: seat, at: now, reason: words))
    try audit("level", "", "\(old.name) -> \(level.name): \(words)")
    return .done(undo: old == level ? [] : [.setLevel(old, reason: "undo of: \(words)")])
  }
}
