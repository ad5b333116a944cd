internal import DeskCore
internal import GRDB

/// Answers to messages the desk has not seen: remembered, and brought home when the message comes.
enum Orphans {
  /// Remembers that `child` answers an unknown message.
  static func remember(
    _ db: Database, child: Int64, parentHash: Int64, accountID: Int64, native: String
  ) throws {
    let insert = try db.cachedStatement(
      sql: "INSERT INTO orphan (child, parentHash, accountId, native) VALUES (?, ?, ?, ?)")
    try insert.execute(arguments: [child, parentHash, accountID, native])
  }

  /// Moves every conversation that waits for a message into the conversation of that message.
  static func adopt(
    _ db: Database, parentHash: Int64, accountID: Int64, native: String, conversation: Int64,
    at now: Timestamp
  ) throws {
    let find = try PreparedStatement(
      db, "SELECT child, accountId, native FROM orphan WHERE parentHash = ?")
    find.bind(1, parentHash)
    var children: [Int64] = []
    _ = try find.first { row -> Bool? in
      if row.int(1) == accountID, row.string(2) == native { children.append(row.int(0)) }
      return nil
    }
    for child in children {
      try db.execute(sql: "DELETE FROM orphan WHERE child = ?", arguments: [child])
      let old = try Int64.fetchOne(
        db, sql: "SELECT conversation FROM mention WHERE id = ?", arguments: [child])
      if let old, old != conversation { try merge(db, old, into: conversation, at: now) }
    }
  }

  private static func merge(
    _ db: Database, _ old: Int64, into new: Int64, at now: Timestamp
  ) throws {
    try db.execute(
      sql: """
        UPDATE mention SET conversation = ?1 WHERE id IN (
          SELECT id FROM mention WHERE conversation = ?2 AND conversation <> id
          UNION ALL SELECT ?2)
        """,
      arguments: [new, old])
    // One conversation has one claim: the older conversation's unless it has run out.
    try db.execute(
      sql: "DELETE FROM claim WHERE conversation = ? AND until <= ?",
      arguments: [new, now.milliseconds])
    try db.execute(
      sql: "UPDATE OR IGNORE claim SET conversation = ? WHERE conversation = ?",
      arguments: [new, old])
    try db.execute(sql: "DELETE FROM claim WHERE conversation = ?", arguments: [old])
  }
}

extension IntakeSession {
  /// The conversation that a mention answers into; `missing` is the key of a message not seen yet.
  func parent(
    of incoming: IncomingMention, accountID: Int64
  ) throws -> (conversation: Int64?, missing: Int64?) {
    guard let native = incoming.inReplyTo, !native.isEmpty, native != incoming.key.native else {
      return (nil, nil)
    }
    let account = incoming.key.account.rawValue
    let hash = StableHash.key(account: account, native: native)
    if let parent = try find(hash: hash, accountID: accountID, native: native) {
      return (parent.conversation, nil)
    }
    statements.findSent.bind(1, account)
    statements.findSent.bind(2, native)
    if let conversation = try statements.findSent.first({ $0.int(0) }) {
      return (conversation, nil)
    }
    return (nil, hash)
  }
}
