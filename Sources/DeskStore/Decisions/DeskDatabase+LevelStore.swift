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

  /// Open or snoozed mentions first seen at `since` or later, after one already read.
  public func unanswered(
    _ state: MentionState, since: Timestamp, after: UnansweredMention?, limit: Int
  ) throws -> [UnansweredMention] {
    try read { db in
      let isOpen = state == .open
      // Each state has an index of its own, so that what is answered is never passed over.
      let place =
        isOpen
        ? "INDEXED BY mentionBySeen WHERE state = 0 AND (seenAt, id) > (?1, ?2) ORDER BY seenAt, id"
        : "INDEXED BY mentionByVerdict WHERE state = 1 AND state > 0 AND id > ?2 AND seenAt >= ?1 "
          + "ORDER BY id"
      let select = try db.cachedStatement(
        sql: "SELECT id, intent, seenAt, dueAt FROM mention \(place) LIMIT ?3")
      let start = (isOpen ? after?.seenAt : nil) ?? since
      let arguments: StatementArguments = [
        start.milliseconds, after?.id.rawValue ?? -1, limit,
      ]
      return try Row.fetchAll(select, arguments: arguments).map { row in
        UnansweredMention(
          id: MentionID(rawValue: row[0]),
          intent: try MentionRow.value(Intent(rawValue: row[1]), "intent"),
          seenAt: MentionRow.time(row[2] as Int64), dueAt: MentionRow.time(row[3] as Int64))
      }
    }
  }

  /// Moves when answers are due, where they are still awaited; their versions stay.
  public func setDue(_ due: [MentionID: Timestamp]) throws {
    try background { db in
      let update = try db.cachedStatement(
        sql: "UPDATE mention SET dueAt = ? WHERE id = ? AND state IN (0, 1)")
      for (id, dueAt) in due {
        try update.execute(arguments: [dueAt.milliseconds, id.rawValue])
      }
    }
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
