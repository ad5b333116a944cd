import DeskCore

extension Decision {
  func schedulePost(
    account: AccountID, text: String, dueAt: Timestamp, tag: String?
  ) throws -> CommandOutcome {
    try checked(text, on: account, able: .post, to: "post")
    guard dueAt > now else { throw Refusal.timePassed(dueAt) }
    let content = Outgoing(
      kind: .post, account: account, text: text, tag: PostTag.stored(tag))
    let item = try enqueue(content, dueAt: dueAt)
    try audit("post", subject(item.id), "\(account) at \(dueAt.rfc3339): \(text)")
    return .queued(item)
  }

  func reschedule(_ id: OutgoingID, dueAt: Timestamp) throws -> CommandOutcome {
    let item = try post(id)
    guard dueAt > now else { throw Refusal.timePassed(dueAt) }
    var moved = item
    moved.dueAt = dueAt
    if item.state != .held { moved.state = .queued }
    moved.detail = item.state == .held ? item.detail : ""
    try tx.update(moved)
    _ = try holdIfPaused(moved)
    try audit("reschedule", subject(id), "\(item.dueAt.rfc3339) -> \(dueAt.rfc3339)")
    let canGoBack = item.dueAt > now && (item.state == .queued || item.state == .held)
    return .done(undo: canGoBack ? [.reschedule(id, dueAt: item.dueAt)] : [])
  }

  func dropPost(_ id: OutgoingID) throws -> CommandOutcome {
    let item = try post(id)
    try move(item, to: .dropped, detail: "dropped by \(seat)")
    try audit("drop", subject(id), item.content.text)
    guard item.dueAt > now else { return .done(undo: []) }
    let again = DeskCommand.schedulePost(
      account: item.content.account, text: item.content.text, dueAt: item.dueAt,
      tag: item.content.tag)
    return .done(undo: [again])
  }

  private func post(_ id: OutgoingID) throws -> OutgoingItem {
    let item = try item(id, in: [.queued, .held, .missed, .refused])
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
