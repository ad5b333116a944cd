public import DeskCore
internal import GRDB

extension DeskDatabase: LevelStore {
  /// The last move of the level; nil before the first.
  public func lastMove() throws -> LevelMove? { try read(LevelRow.last) }

  /// How far moves have been carried through.
  public func levelWork() throws -> LevelWork { try read(LevelWorkRow.fetch) }

  /// Remembers by which signature the open mentions are due.
  public func setApplied(_ signature: String) throws {
    try background { db in
      var work = try LevelWorkRow.fetch(db)
      work.applied = signature
      try LevelWorkRow.write(db, work)
    }
  }

  /// Remembers what people were told of.
  public func setTold(move: Int64, alert: Int64, problem: String) throws {
    try background { db in
      var work = try LevelWorkRow.fetch(db)
      (work.toldMove, work.toldAlert, work.problem) = (move, alert, problem)
      try LevelWorkRow.write(db, work)
    }
  }

  /// Finds anew when open or snoozed mentions first seen at `since` or later are due.
  public func reclock(
    _ state: MentionState, since: Timestamp, after: ClockPosition?, limit: Int,
    by levels: ServiceLevels
  ) throws -> ClockPosition? {
    try background { db in
      let rows = try Self.page(db, state, since: since, after: after, limit: limit)
      let moves = try LevelRow.history(db)
      for row in rows {
        guard row[7] else {
          try ClockWriter.settle(db, row[0], by: levels, moves)
          continue
        }
        let history = ServiceHistory(messages: [try ClockRow.message(row)])
        if let due = history.dues(by: levels, moves).values.first,
          due.dueAt.milliseconds != row[6]
        {
          try ClockWriter.write(db, due, of: row[0])
        }
      }
      return rows.last.map { row in
        ClockPosition(seenAt: MentionRow.time(row[5] as Int64), id: MentionID(rawValue: row[0]))
      }
    }
  }

  /// Finds anew when those mentions are due whose conversation changed.
  public func reclockChanged(limit: Int, by levels: ServiceLevels) throws -> Int {
    let isAny = try read { db in
      try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM clockWork)").fetchFlag()
    }
    guard isAny else { return 0 }
    return try background { db in
      let ids = try Int64.fetchAll(
        db,
        sql: "DELETE FROM clockWork WHERE mention IN (SELECT mention FROM clockWork LIMIT ?) "
          + "RETURNING mention", arguments: [limit])
      let moves = try LevelRow.history(db)
      for id in ids { try ClockWriter.settle(db, id, by: levels, moves) }
      return ids.count
    }
  }

  /// Rows whose clocks are found anew; the last column says that nothing but the row itself matters.
  private static func page(
    _ db: Database, _ state: MentionState, since: Timestamp, after: ClockPosition?, limit: Int
  ) throws -> [Row] {
    let isOpen = state == .open
    // Each state has an index of its own, so that what is answered is never passed over.
    let place =
      isOpen
      ? "INDEXED BY mentionBySeen WHERE state = 0 AND (seenAt, id) > (?1, ?2) ORDER BY seenAt, id"
      : "INDEXED BY mentionByVerdict WHERE state = 1 AND state > 0 AND id > ?2 AND seenAt >= ?1 "
        + "ORDER BY id"
    let select = try db.cachedStatement(
      sql: """
        SELECT \(ClockRow.columns), seenAt, dueAt, conversation = id
          AND NOT EXISTS (SELECT 1 FROM mention c
            WHERE c.conversation = m.id AND c.conversation <> c.id)
          AND NOT EXISTS (SELECT 1 FROM hold WHERE mention = m.id)
          AND NOT EXISTS (SELECT 1 FROM outgoing WHERE mention = m.id)
        FROM mention m \(place) LIMIT ?3
        """)
    let start = (isOpen ? after?.seenAt : nil) ?? since
    return try Row.fetchAll(
      select, arguments: [start.milliseconds, after?.id.rawValue ?? -1, limit])
  }
}

/// How far moves have been carried through, as stored.
enum LevelWorkRow {
  static func fetch(_ db: Database) throws -> LevelWork {
    let select = try db.cachedStatement(
      sql: "SELECT applied, toldMove, toldAlert, problem FROM levelWork")
    return try Row.fetchOne(select).map { row in
      LevelWork(applied: row[0], toldMove: row[1], toldAlert: row[2], problem: row[3])
    } ?? LevelWork()
  }

  static func write(_ db: Database, _ work: LevelWork) throws {
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO levelWork (id, applied, toldMove, toldAlert, problem)
        VALUES (1, ?, ?, ?, ?)
        """,
      arguments: [work.applied, work.toldMove, work.toldAlert, work.problem])
  }
}
