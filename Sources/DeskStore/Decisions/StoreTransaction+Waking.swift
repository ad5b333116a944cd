internal import DeskCore
internal import GRDB

extension StoreTransaction {
  func unanswered(besides mention: Mention) throws -> [Mention] {
    let root = try DeskDatabase.conversation(db, holding: mention.id.rawValue)
    let select = try db.cachedStatement(
      sql: """
        SELECT \(MentionRow.columns) FROM mention m \(MentionRow.joins)
        WHERE m.id IN (
            SELECT ?1 UNION ALL
            SELECT id FROM mention WHERE conversation = ?1 AND conversation <> id)
          AND m.handle = ?2 AND m.isOwn = 0 AND +m.state IN (0, 1) AND m.id <> ?3
        ORDER BY m.id
        """)
    let arguments: StatementArguments = [
      root, mention.incoming.author.handle, mention.id.rawValue,
    ]
    return try Row.fetchAll(select, arguments: arguments).map(MentionRow.mention)
  }

  func wakeOnSpike(_ id: MentionID) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO wakeOnSpike (mention) VALUES (?)", arguments: [id.rawValue])
  }

  /// Opens what an alert is to wake, and says in the audit that it did.
  func wakeForSpike(at now: Timestamp) throws {
    let waiting = try Int64.fetchAll(
      db,
      sql: """
        SELECT m.id FROM wakeOnSpike w JOIN mention m ON m.id = w.mention WHERE m.state = 1
        ORDER BY m.id
        """)
    for id in waiting.map(MentionID.init(rawValue:)) {
      try set(id, state: .open, snoozedUntil: nil)
      try endHold(of: id, at: now)
      try audit(
        AuditNote(action: "wake", subject: "mention \(id)", detail: "the desk noticed a spike"),
        seat: .desk, at: now)
    }
    try db.execute(sql: "DELETE FROM wakeOnSpike")
  }
}
