internal import DeskCore
internal import GRDB

/// Finds by when answers are due, and keeps it beside the mentions; the rules are the core's.
enum ClockWriter {
  /// Finds anew what is due to the author of a mention in its conversation.
  static func settle(
    _ db: Database, _ id: Int64, by levels: ServiceLevels, _ moves: LevelHistory
  ) throws {
    let history = try ClockRow.history(db, of: id)
    guard !history.messages.isEmpty else { return }
    try write(db, history.dues(by: levels, moves), of: history)
  }

  /// Stores what changed.
  private static func write(
    _ db: Database, _ dues: [MentionID: AnswerDue], of history: ServiceHistory
  ) throws {
    let standing = Set(history.holds.filter { $0.endedAt == nil }.map(\.mention))
    let latest = history.messages.map(\.since).max()
    for message in history.messages {
      guard let due = dues[message.id] else { continue }
      try write(db, due, of: message.id.rawValue)
      if let hold = due.hold {
        try write(db, hold, of: message.id.rawValue, isNew: !standing.contains(message.id))
        continue
      }
      guard standing.contains(message.id) else { continue }
      if !message.isSnoozed, let latest {
        // They wrote: nobody waits for them any more.
        try ClockRow.endHold(db, of: message.id.rawValue, at: latest)
      }
    }
  }

  /// What comes back into the queue beside a message whose clock stands, stands with it.
  private static func write(
    _ db: Database, _ hold: AnswerHold, of id: Int64, isNew: Bool
  ) throws {
    guard isNew else {
      try db.cachedStatement(
        sql: "UPDATE hold SET spare = ? WHERE mention = ? AND endedAt IS NULL"
      ).execute(arguments: [hold.left.milliseconds, id])
      return
    }
    try db.execute(
      sql: "INSERT INTO hold (mention, reason, at, spare) VALUES (?, ?, ?, ?)",
      arguments: [
        id, hold.reason.rawValue, hold.since.milliseconds, hold.left.milliseconds,
      ])
  }

  /// Stores one deadline, where an answer is still awaited.
  static func write(_ db: Database, _ due: AnswerDue, of id: Int64) throws {
    try db.cachedStatement(
      sql: """
        UPDATE mention SET dueAt = ?2, warnAt = ?3
        WHERE id = ?1 AND state IN (0, 1) AND (dueAt <> ?2 OR warnAt IS NOT ?3)
        """
    ).execute(arguments: [id, due.dueAt.milliseconds, due.warnAt?.milliseconds])
  }
}

/// What clocks run by, as stored.
enum ClockRow {
  /// The messages of a mention's author in its conversation that have no answer, and their holds.
  static func history(_ db: Database, of id: Int64) throws -> ServiceHistory {
    let place = try db.cachedStatement(
      sql: "SELECT conversation, handle FROM mention WHERE id = ?")
    guard let row = try Row.fetchOne(place, arguments: [id]) else {
      return ServiceHistory(messages: [])
    }
    let (root, handle): (Int64, String) = (row[0], row[1])
    let messages = try Row.fetchAll(
      try db.cachedStatement(sql: members("\(columns)", "AND state IN (0, 1)")),
      arguments: [root, handle]
    ).map(message)
    guard !messages.isEmpty else { return ServiceHistory(messages: []) }
    let answered = try db.cachedStatement(
      sql: """
        SELECT EXISTS (SELECT 1 FROM outgoing WHERE mention IN (\(members("id", "")))
          AND kind IN ('reply', 'direct') AND state = 'sent')
        """)
    return ServiceHistory(
      messages: messages, holds: try messages.flatMap { try holds(db, of: $0.id) },
      hasAnswered: try Bool.fetchOne(answered, arguments: [root, handle]) ?? false)
  }

  /// What a message's clock needs of its row.
  static let columns = "id, coalesce(waitsFrom, seenAt), intent, followers, state"

  static func message(_ row: Row) throws -> ServiceHistory.Message {
    ServiceHistory.Message(
      id: MentionID(rawValue: row[0]), since: MentionRow.time(row[1] as Int64),
      intent: try MentionRow.value(Intent(rawValue: row[2]), "intent"), followers: row[3],
      isSnoozed: row[4] == MentionState.snoozed.rawValue)
  }

  /// What somebody (`?2`) wrote in a conversation (`?1`).
  private static func members(_ columns: String, _ condition: String) -> String {
    """
    SELECT \(columns) FROM mention WHERE id = ?1 AND handle = ?2 \(condition) UNION ALL
    SELECT \(columns) FROM mention INDEXED BY mentionByWriter
      WHERE conversation = ?1 AND conversation <> id AND handle = ?2 \(condition)
    """
  }

  private static func holds(_ db: Database, of id: MentionID) throws -> [ServiceHistory.Hold] {
    let select = try db.cachedStatement(
      sql: "SELECT reason, at, endedAt FROM hold WHERE mention = ? ORDER BY id")
    return try Row.fetchAll(select, arguments: [id.rawValue]).map { row in
      ServiceHistory.Hold(
        mention: id,
        reason: try MentionRow.value(HoldReason(rawValue: row[0]), "hold"),
        at: MentionRow.time(row[1] as Int64), endedAt: MentionRow.time(row[2] as Int64?))
    }
  }

  /// Lets a clock go on.
  static func endHold(_ db: Database, of id: Int64, at: Timestamp) throws {
    try db.cachedStatement(
      sql: "UPDATE hold SET endedAt = max(at, ?) WHERE mention = ? AND endedAt IS NULL"
    ).execute(arguments: [at.milliseconds, id])
  }

  /// Says that the conversation of a mention changed.
  static func changed(_ db: Database, _ id: Int64) throws {
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO clockWork (mention) VALUES (?)")
      .execute(arguments: [id])
  }
}
