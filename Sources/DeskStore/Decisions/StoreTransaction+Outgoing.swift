internal import DeskCore
internal import GRDB

extension StoreTransaction {
  func enqueue(
    _ content: Outgoing, state: OutgoingState, dueAt: Timestamp, key: IdempotencyKey,
    author: Seat, decided: Decided, at: Timestamp
  ) throws -> OutgoingItem {
    guard [.queued, .awaitingApproval, .unknown].contains(state) else {
      throw Refusal.itemState(OutgoingID(rawValue: 0), state)
    }
    try db.execute(
      sql: """
        INSERT INTO outgoing (kind, account, mention, targetNative, recipient, visibility, text,
          language, tag, series, state, dueAt, key, author, createdAt, attempts, detail, frozen,
          authorRole, need, approveBy, seenVersion, seenTheirs, seenOurs, afterItem)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '', ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        content.kind.rawValue, content.account.rawValue, content.mention?.rawValue,
        content.targetNative, content.recipient, content.visibility.code, content.text,
        content.language?.rawValue, content.tag, content.series?.rawValue, state.rawValue,
        dueAt.milliseconds, key.rawValue,
        author.rawValue, at.milliseconds, decided.digest, decided.role.rawValue,
        decided.need.text, decided.approveBy?.milliseconds, decided.seen?.version,
        decided.seen?.theirs, decided.seen?.ours, decided.after?.rawValue,
      ])
    return OutgoingItem(
      id: OutgoingID(rawValue: db.lastInsertedRowID), content: content, state: state,
      dueAt: dueAt, key: key, author: author, createdAt: at, decided: decided)
  }

  func item(_ id: OutgoingID) throws -> OutgoingItem? {
    try OutgoingRow.fetch(db, "WHERE id = ?", [id.rawValue]).first
  }

  func follower(of id: OutgoingID) throws -> OutgoingItem? {
    try OutgoingRow.fetch(db, "WHERE afterItem = ? ORDER BY id DESC LIMIT 1", [id.rawValue]).first
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

  /// Looks at the newest items only, by number: without them an old desk would read for seconds.
  func publicAnswers(since: Timestamp, limit: Int) throws -> [PublicAnswer] {
    let select = try db.cachedStatement(
      sql: """
        SELECT o.text, o.recipient, m.name, o.createdAt
        FROM outgoing o LEFT JOIN mention m ON m.id = o.mention
        WHERE o.id > (SELECT coalesce(max(id), 0) FROM outgoing) - 4096
          AND o.kind = 'reply' AND o.visibility <> ?1 AND o.createdAt >= ?2
          AND o.state NOT IN ('draft', 'awaiting', 'dropped', 'refused')
        ORDER BY o.id DESC LIMIT ?3
        """)
    let arguments: StatementArguments = [
      Visibility.direct.code, since.milliseconds, max(0, limit),
    ]
    return try Row.fetchAll(select, arguments: arguments).map { row in
      PublicAnswer(
        text: row[0], recipient: row[1] ?? "", name: row[2] ?? "", at: MentionRow.time(row[3]))
    }
  }

  func items(in states: [OutgoingState]) throws -> [OutgoingItem] {
    guard !states.isEmpty else { return [] }
    let marks = Array(repeating: "?", count: states.count).joined(separator: ", ")
    return try OutgoingRow.fetch(
      db, "WHERE state IN (\(marks)) ORDER BY dueAt, id", states.map(\.rawValue))
  }

  /// Content, key, author and time of decision are frozen, and the state is a transition's: only
  /// when it leaves and what is said of it are written.
  func update(_ item: OutgoingItem) throws {
    try db.execute(
      sql: "UPDATE outgoing SET dueAt = ?, detail = ?, approveBy = ? WHERE id = ? AND state = ?",
      arguments: [
        item.dueAt.milliseconds, item.detail, item.decided.approveBy?.milliseconds,
        item.id.rawValue, item.state.rawValue,
      ])
    guard db.changesCount == 1 else { throw try misplaced(item.id) }
  }

  func store(_ transition: Transition) throws {
    let item = transition.item
    try db.execute(
      sql: """
        UPDATE outgoing SET state = ?, dueAt = ?, admittedAt = ?, attempts = ?, sentNative = ?,
          detail = ?, frozen = ?, approveBy = ?, seenVersion = ?, seenTheirs = ?, seenOurs = ?
        WHERE id = ? AND state = ?
        """,
      arguments: [
        item.state.rawValue, item.dueAt.milliseconds, item.admittedAt?.milliseconds,
        item.attempts, item.sentNative, item.detail, item.decided.digest,
        item.decided.approveBy?.milliseconds, item.decided.seen?.version,
        item.decided.seen?.theirs, item.decided.seen?.ours, item.id.rawValue,
        transition.from.rawValue,
      ])
    guard db.changesCount == 1 else { throw try misplaced(item.id) }
    try adoptAnswers(to: item)
    try audit(transition.note, seat: transition.seat, at: transition.at)
  }

  /// Why an item could not be written: it is not there, or it stands elsewhere by now.
  private func misplaced(_ id: OutgoingID) throws -> any Error {
    guard let stored = try item(id) else { return StoreError.noItem(id.rawValue) }
    return Refusal.itemState(id, stored.state)
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
}
