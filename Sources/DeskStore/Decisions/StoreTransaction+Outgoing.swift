internal import DeskCore
internal import GRDB

extension StoreTransaction {
  func enqueue(
    _ content: Outgoing, dueAt: Timestamp, key: IdempotencyKey, author: Seat, at: Timestamp
  ) throws -> OutgoingItem {
    try db.execute(
      sql: """
        INSERT INTO outgoing (kind, account, mention, targetNative, recipient, visibility, text,
          language, tag, series, state, dueAt, key, author, createdAt, attempts, detail)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?, ?, 0, '')
        """,
      arguments: [
        content.kind.rawValue, content.account.rawValue, content.mention?.rawValue,
        content.targetNative, content.recipient, content.visibility.code, content.text,
        content.language?.rawValue, content.tag, content.series?.rawValue, dueAt.milliseconds,
        key.rawValue, author.rawValue,
        at.milliseconds,
      ])
    return OutgoingItem(
      id: OutgoingID(rawValue: db.lastInsertedRowID), content: content, state: .queued,
      dueAt: dueAt, key: key, author: author, createdAt: at)
  }

  func item(_ id: OutgoingID) throws -> OutgoingItem? {
    try OutgoingRow.fetch(db, "WHERE id = ?", [id.rawValue]).first
  }

  func answers(to mention: MentionID) throws -> [OutgoingItem] {
    try OutgoingRow.fetch(
      db,
      """
      WHERE mention = ? AND kind IN ('reply', 'direct') AND state NOT IN ('dropped', 'refused')
      ORDER BY id
      """,
      [mention.rawValue])
  }

  func items(in states: [OutgoingState]) throws -> [OutgoingItem] {
    guard !states.isEmpty else { return [] }
    let marks = Array(repeating: "?", count: states.count).joined(separator: ", ")
    return try OutgoingRow.fetch(
      db, "WHERE state IN (\(marks)) ORDER BY dueAt, id", states.map(\.rawValue))
  }

  /// Content, key, author and time of decision are frozen: only where the item stands is written.
  func update(_ item: OutgoingItem) throws {
    try db.execute(
      sql: """
        UPDATE outgoing SET state = ?, dueAt = ?, admittedAt = ?, attempts = ?, sentNative = ?,
          detail = ? WHERE id = ?
        """,
      arguments: [
        item.state.rawValue, item.dueAt.milliseconds, item.admittedAt?.milliseconds,
        item.attempts, item.sentNative, item.detail, item.id.rawValue,
      ])
    guard db.changesCount == 1 else { throw StoreError.noItem(item.id.rawValue) }
    try adoptAnswers(to: item)
  }

  /// Somebody may have answered our answer before the platform told us its id.
  private func adoptAnswers(to item: OutgoingItem) throws {
    guard let native = item.sentNative, let mention = item.content.mention else { return }
    let account = item.content.account.rawValue
    let find = "SELECT id FROM account WHERE name = ?"
    guard let accountID = try Int64.fetchOne(db, sql: find, arguments: [account]) else { return }
    try Orphans.adopt(
      db, parentHash: StableHash.key(account: account, native: native), accountID: accountID,
      native: native,
      conversation: try DeskDatabase.conversation(db, holding: mention.rawValue),
      at: item.admittedAt ?? item.createdAt)
  }

  func passGate(_ id: OutgoingID, now: Timestamp) throws -> Gate.Decision {
    guard let item = try item(id) else { throw StoreError.noItem(id.rawValue) }
    let decision = Gate.decide(item, pause: try pause(stopping: item.content), now: now)
    switch decision {
    case .admit(let admitted): try update(admitted.item)
    case .hold(let reason): try stop(item, .held, reason)
    case .miss(let reason): try stop(item, .missed, reason)
    case .wait, .ignore: break
    }
    if let note = decision.note(on: item) { try audit(note, seat: .desk, at: now) }
    return decision
  }

  private func stop(_ item: OutgoingItem, _ state: OutgoingState, _ reason: String) throws {
    var stopped = item
    stopped.state = state
    stopped.detail = reason
    try update(stopped)
  }
}
