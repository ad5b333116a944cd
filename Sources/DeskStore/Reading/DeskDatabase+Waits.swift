public import DeskCore
internal import GRDB

extension DeskDatabase {
  /// Who will be late soon or is, and of whom nobody was told.
  public func lateWaits(now: Timestamp, limit: Int) throws -> LateWaits {
    try read { db in
      let old = now.adding(.hours(-2)).milliseconds
      let late = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT \(Self.wait) FROM mention INDEXED BY mentionByBreach
            WHERE state = 0 AND dueAt > ? AND dueAt <= ? AND told < 2 ORDER BY dueAt LIMIT ?
            """), arguments: [old, now.milliseconds, limit])
      // Those who will be late are looked for among those who are due next: no index knows when 80 %
      // of a time are used, and a flood must not cost more than this.
      let next = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT \(Self.wait), warnAt, told FROM mention INDEXED BY mentionByBreach
            WHERE state = 0 AND dueAt > ?1 AND dueAt < ?2 ORDER BY dueAt, rank LIMIT ?3
            """), arguments: [now.milliseconds, Timestamp.never.milliseconds, limit])
      let soon = next.filter { row in
        (row[6] as Int) == 0 && (row[5] as Int64?).map { $0 <= now.milliseconds } ?? false
      }
      return LateWaits(
        soon: try soon.map(Self.lateWait), late: try late.map(Self.lateWait),
        isCapped: late.count == limit || next.count == limit)
    }
  }

  private static let wait = "id, conversation, handle, intent, dueAt"

  private static func lateWait(_ row: Row) throws -> LateWait {
    LateWait(
      mention: MentionID(rawValue: row[0]), conversation: ConversationID(rawValue: row[1]),
      handle: row[2], intent: try MentionRow.value(Intent(rawValue: row[3]), "intent"),
      dueAt: MentionRow.time(row[4] as Int64))
  }

  /// Keeps a new alert about waits and remembers of whom it tells.
  public func raise(_ alert: Alert, telling ids: [MentionID]) throws -> Bool {
    try decide { transaction in
      guard let db = (transaction as? StoreTransaction)?.db else { return false }
      let step = alert.kind == .late ? 2 : 1
      let update = try db.cachedStatement(
        sql: "UPDATE mention SET told = ?2 WHERE id = ?1 AND state = 0 AND told < ?2")
      var told = 0
      for id in ids {
        try update.execute(arguments: [id.rawValue, step])
        told += db.changesCount
      }
      guard told > 0 else { return false }
      try AlertRow.write(db, try AlertRow.withNextNumber(db, alert))
      return true
    }
  }
}
