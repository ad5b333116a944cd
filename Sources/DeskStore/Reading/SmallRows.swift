internal import DeskCore
internal import GRDB

/// The level as stored.
enum LevelRow {
  /// The level that stands; calm on a new desk.
  static func current(_ db: Database) throws -> Level {
    let select = try db.cachedStatement(
      sql: "SELECT level FROM levelChange ORDER BY id DESC LIMIT 1")
    guard let level = try Int.fetchOne(select) else { return .calm }
    return try MentionRow.value(Level(rawValue: level), "level")
  }

  /// The last move; nil before the first.
  static func last(_ db: Database) throws -> LevelMove? {
    let select = try db.cachedStatement(
      sql: "SELECT id, level, seat, at, reason FROM levelChange ORDER BY id DESC LIMIT 2")
    let rows = try Row.fetchAll(select)
    guard let row = rows.first else { return nil }
    let from = rows.count > 1 ? Level(rawValue: rows[1][1]) : .calm
    return LevelMove(
      id: row[0], from: from ?? .calm,
      change: LevelChange(
        level: try MentionRow.value(Level(rawValue: row[1]), "level"), seat: Seat(row[2]),
        at: MentionRow.time(row[3] as Int64), reason: row[4]))
  }
}

extension LevelRow {
  /// All moves, oldest first.
  static func history(_ db: Database) throws -> LevelHistory {
    let select = try db.cachedStatement(
      sql: "SELECT id, level, seat, at, reason FROM levelChange ORDER BY id")
    var from = Level.calm
    return LevelHistory(
      try Row.fetchAll(select).map { row in
        let level = try MentionRow.value(Level(rawValue: row[1]), "level")
        defer { from = level }
        return LevelMove(
          id: row[0], from: from,
          change: LevelChange(
            level: level, seat: Seat(row[2]), at: MentionRow.time(row[3] as Int64), reason: row[4])
        )
      })
  }
}

/// Pauses as stored.
enum PauseRow {
  /// The pauses that stand, widest first.
  static func standing(_ db: Database) throws -> [Pause] {
    let select = try db.cachedStatement(
      sql: """
        SELECT id, seat, at, scope, reason, account, tag, remindEvery FROM pause
        WHERE endedAt IS NULL
        """)
    return try Row.fetchAll(select).map { row in
      Pause(
        id: row[0], seat: Seat(row[1]), at: MentionRow.time(row[2]),
        scope: try MentionRow.value(Pause.Scope(rawValue: row[3]), "scope"),
        over: PauseTarget(account: row[5], tag: row[6]), reason: row[4],
        remindEvery: (row[7] as Int64?).map { Span(milliseconds: $0) })
    }
    .widestFirst
  }
}

/// The claim as stored.
enum ClaimRow {
  /// The claim on a conversation, run out or not; nil when there is none.
  static func fetch(_ db: Database, conversation: Int64) throws -> Claim? {
    let select = try db.cachedStatement(
      sql: "SELECT conversation, seat, since, until FROM claim WHERE conversation = ?")
    return try Row.fetchOne(select, arguments: [conversation]).map { row in
      Claim(
        conversation: ConversationID(rawValue: row[0]), seat: Seat(row[1]),
        since: MentionRow.time(row[2]), until: MentionRow.time(row[3]))
    }
  }
}

/// Audit entries as stored.
enum AuditRow {
  /// Entries above `after`, in order.
  static func entries(_ db: Database, after: Int64, limit: Int) throws -> [AuditEntry] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT sequence, at, seat, action, subject, detail, previous, hash FROM audit
        WHERE sequence > ? ORDER BY sequence LIMIT ?
        """,
      arguments: [after, limit]
    ).map { row in
      AuditEntry(
        sequence: row[0], at: MentionRow.time(row[1]), seat: Seat(row[2]), action: row[3],
        subject: row[4], detail: row[5], previous: row[6], hash: row[7])
    }
  }
}
