public import DeskCore
internal import GRDB

extension DeskDatabase {
  /// One outgoing item; nil when there is none.
  public func item(_ id: OutgoingID) throws -> OutgoingItem? {
    try read { try OutgoingRow.fetch($0, "WHERE id = ?", [id.rawValue]).first }
  }

  /// Posts of the brand's own that have not left, and those that did in the last day, by time.
  public func posts(now: Timestamp, limit: Int) throws -> [OutgoingItem] {
    try read { db in
      try OutgoingRow.fetch(
        db,
        """
        WHERE kind = 'post' AND (state NOT IN ('sent', 'dropped')
          OR (state = 'sent' AND coalesce(admittedAt, dueAt) >= ?)) ORDER BY dueAt, id LIMIT ?
        """,
        [now.adding(.days(-1)).milliseconds, limit])
    }
  }

  /// Answers and deletions that have not reached an end, and those that did in the last hour.
  public func outbox(now: Timestamp, limit: Int) throws -> [OutgoingItem] {
    try read { db in
      try OutgoingRow.fetch(
        db,
        """
        WHERE kind <> 'post' AND (state NOT IN ('sent', 'dropped')
          OR coalesce(admittedAt, createdAt) >= ?) ORDER BY dueAt, id LIMIT ?
        """,
        [now.adding(.hours(-1)).milliseconds, limit])
    }
  }

  /// Posts on the platforms' own schedulers as last listed, soonest first.
  public func nativePosts() throws -> [NativePost] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT account, native, text, dueAt, snapshot, hold, detail FROM nativePost
          ORDER BY dueAt, native
          """
      ).map { row in
        NativePost(
          account: AccountID(row[0]), native: row[1], text: row[2],
          dueAt: MentionRow.time(row[3]), snapshot: row[4],
          hold: try MentionRow.value(NativePost.Hold(rawValue: row[5]), "hold"), detail: row[6])
      }
    }
  }

  /// The draft of a seat for a mention; nil when there is none.
  public func draft(of mention: MentionID, seat: Seat) throws -> Draft? {
    try read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT text, isDirect, seenVersion, savedAt FROM draft WHERE mention = ? AND seat = ?
          """,
        arguments: [mention.rawValue, seat.rawValue]
      ).map { row in
        Draft(
          mention: mention, seat: seat, text: row[0], isDirect: row[1], seenVersion: row[2],
          savedAt: MentionRow.time(row[3]))
      }
    }
  }

  /// Audit entries above `after`, in order.
  public func audit(after: Int64, limit: Int) throws -> [AuditEntry] {
    try read { try AuditRow.entries($0, after: after, limit: limit) }
  }

  /// How many entries the desk remembers having written.
  public func auditLength() throws -> Int64 {
    try read { try Int64.fetchOne($0, sql: "SELECT count FROM auditHead") ?? 0 }
  }
}
