public import DeskCore
internal import GRDB

extension DeskDatabase {
  /// Counting of what is due stops here.
  private static let dueCap = 9_999

  /// The numbers of the header, all read at one instant.
  public func status(now: Timestamp) throws -> DeskStatus {
    try read { db in
      let change = try LevelRow.last(db)?.change
      var status = DeskStatus(at: now, level: change?.level ?? .calm, levelChange: change)
      status.tellProblem = try LevelWorkRow.fetch(db).problem
      for row in try Row.fetchAll(
        db.cachedStatement(sql: "SELECT state, count FROM tally"), arguments: [])
      {
        let count: Int = row[1]
        status.total += count
        if row[0] == MentionState.open.rawValue { status.open = count }
        if row[0] == MentionState.snoozed.rawValue { status.snoozed = count }
      }
      let soon = now.adding(ServiceTargets.soon)
      status.overdue = try Self.due(db, from: .min, to: now.milliseconds)
      status.dueSoon = try Self.due(db, from: now.milliseconds, to: soon.milliseconds)
      status.oldestSeenAt = MentionRow.time(
        try Int64.fetchOne(
          db.cachedStatement(
            sql: "SELECT min(seenAt) FROM mention INDEXED BY mentionBySeen WHERE state = 0")))
      status.newest =
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM mention")) ?? 0
      status.pauses = try PauseRow.standing(db)
      status.sources = try Self.sources(db)
      let waiting = try AlertRow.waiting(db, now: now)
      (status.alerts, status.newestAlert) = waiting
      status.rereadPercent = try Self.rereadingPercent(db)
      status.presence = try PresenceRow.all(db, now: now)
      status.outbox = try Self.waiting(db, now: now)
      if status.level == .crisis, let since = change?.at {
        status.overrides = try Self.overrides(db, since: since)
      }
      return status
    }
  }

  /// What left, or will leave, without the approvals it lacked since an instant.
  private static func overrides(_ db: Database, since: Timestamp) throws -> OverrideCount? {
    let select = try db.cachedStatement(
      sql: """
        SELECT seat, at, count(*) OVER () FROM approval
        WHERE isOverride = 1 AND at >= ? ORDER BY at DESC LIMIT 1
        """)
    return try Row.fetchOne(select, arguments: [since.milliseconds]).map { row in
      OverrideCount(count: row[2], seat: Seat(row[0]), at: MentionRow.time(row[1]))
    }
  }

  private static func due(_ db: Database, from: Int64, to: Int64) throws -> CappedCount {
    let select = try db.cachedStatement(
      sql: """
        SELECT count(*) FROM (SELECT 1 FROM mention INDEXED BY mentionByBreach
          WHERE state = 0 AND dueAt >= ? AND dueAt < ? LIMIT ?)
        """)
    let found = try Int.fetchOne(select, arguments: [from, to, dueCap + 1]) ?? 0
    return CappedCount(min(found, dueCap), isCapped: found > dueCap)
  }

  /// Answers and deletions that have not reached an end, and posts on their way or due.
  private static func waiting(_ db: Database, now: Timestamp) throws -> Int {
    let select = try db.cachedStatement(
      sql: """
        SELECT count(*) FROM outgoing WHERE state IN ('queued', 'sending', 'unknown', 'held')
          AND (kind <> 'post' OR state IN ('sending', 'unknown')
            OR (state = 'queued' AND dueAt <= ?))
        """)
    return try Int.fetchOne(select, arguments: [now.milliseconds]) ?? 0
  }

  private static func sources(_ db: Database) throws -> [SourceHealth] {
    let select = try db.cachedStatement(
      sql: "SELECT account, state, detail, heardAt, reportedAt FROM sourceHealth ORDER BY account")
    return try Row.fetchAll(select).map { row in
      SourceHealth(
        account: AccountID(row[0]),
        state: try MentionRow.value(SourceHealth.State(rawValue: row[1]), "source state"),
        detail: row[2], heardAt: MentionRow.time(row[3]), reportedAt: MentionRow.time(row[4]))
    }
  }
}
