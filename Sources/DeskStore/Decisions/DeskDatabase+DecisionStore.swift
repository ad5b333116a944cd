public import DeskCore
internal import GRDB
internal import Synchronization

extension DeskDatabase: DecisionStore {
  /// Runs `body` in one immediate write transaction; rolls all of it back when `body` throws.
  ///
  /// What it stored is on the disk when this returns. It goes before waiting intake.
  public func decide<Value: Sendable>(
    _ body: (any DeskTransaction) throws -> Value
  ) throws -> Value {
    guard let turn else { throw StoreError.readOnly }
    let value = try turn.deciding {
      try StoreError.mapping {
        try pool.write { try body(StoreTransaction($0)) }
      }
    }
    tidyLater()
    return value
  }

  /// Without intake nobody copies what decisions write; its connection does, while nobody waits.
  private func tidyLater() {
    guard log.length >= WriteAheadLog.decisionStep else { return }
    let free = try? intake.withLockIfAvailable { try $0.open(path: path, log: log) }
    free?.asyncWriteWithoutTransaction { [log] in log.tidy($0) }
  }

  /// The first `limit` items of an account in a state, by due time, as last stored; takes no write
  /// lock.
  public func items(
    in state: OutgoingState, of account: AccountID, limit: Int
  ) throws -> [OutgoingItem] {
    try read { db in
      try OutgoingRow.fetch(
        db, "WHERE state = ? AND account = ? ORDER BY dueAt, id LIMIT \(max(0, limit))",
        [state.rawValue, account.rawValue])
    }
  }

  /// The pause that stands as last stored, nil when none does; takes no write lock.
  public func standingPause() throws -> Pause? { try read { try PauseRow.standing($0) } }

  /// Who may do what as last stored, nil when nobody has stored it; takes no write lock.
  public func storedTeam() throws -> Team? { try read { try ApprovalRow.team($0) } }

  /// Puts snoozed mentions whose time has come back into the queue and says how many there were;
  /// takes no write lock when there are none.
  public func wakeSnoozed(now: Timestamp) throws -> Int {
    let waiting = try read { db in
      let select = try db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM mention INDEXED BY mentionBySnooze
            WHERE state = 1 AND snoozedUntil <= ?)
          """)
      return try Bool.fetchOne(select, arguments: [now.milliseconds]) ?? false
    }
    guard waiting else { return 0 }
    return try decide { try $0.wakeSnoozed(now: now).count }
  }
}
