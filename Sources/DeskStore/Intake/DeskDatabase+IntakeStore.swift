public import DeskCore
internal import FoundationEssentials
internal import GRDB
internal import Synchronization

extension DeskDatabase: IntakeStore {
  /// Stores a batch, its counts and its cursor in one transaction; call it with 250 events at most,
  /// because nobody else can write meanwhile.
  public func store(_ batch: IntakeBatch) throws -> IntakeResult {
    guard let turn else { throw StoreError.readOnly }
    turn.letDecisionsPass()
    return try StoreError.mapping {
      try intake.withLock { line in
        let connection = try line.open(path: path, log: log)
        var caches = line.caches
        // Given away, so that the session does not copy it with its first change, and forgotten
        // should the transaction fail.
        line.caches.forget()
        let result = try connection.write { db in
          var session = try IntakeSession(db, batch: batch, caches: caches)
          caches.forget()
          let result = try session.run()
          caches = session.caches
          return result
        }
        line.caches = caches
        connection.inDatabase { log.tidy($0) }
        return result
      }
    }
  }

  /// Where a source stood when its last batch was stored; nil when it never ran.
  public func cursor(for account: AccountID) throws -> DeskCore.Cursor? {
    try read { db in
      let parts = try Data.fetchOne(
        db, sql: "SELECT CAST(parts AS BLOB) FROM cursor WHERE account = ?",
        arguments: [account.rawValue])
      return try parts.map {
        DeskCore.Cursor(parts: try JSONDecoder().decode([String: String].self, from: $0))
      }
    }
  }

  /// Remembers how a source is doing, in place of what was known of it.
  public func report(_ health: SourceHealth) throws {
    guard let turn else { throw StoreError.readOnly }
    turn.letDecisionsPass()
    try StoreError.mapping {
      let connection = try intake.withLock { try $0.open(path: path, log: log) }
      try connection.write { db in
        try db.execute(
          sql: """
            INSERT OR REPLACE INTO sourceHealth (account, state, detail, heardAt, reportedAt)
            VALUES (?, ?, ?, ?, ?)
            """,
          arguments: [
            health.account.rawValue, health.state.rawValue, health.detail,
            health.heardAt?.milliseconds, health.reportedAt.milliseconds,
          ])
      }
    }
  }
}
