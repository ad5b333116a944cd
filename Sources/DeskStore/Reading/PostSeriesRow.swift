internal import DeskCore
internal import GRDB

/// Series of posts as stored.
enum PostSeriesRow {
  /// The series that have not ended, by number.
  static func current(_ db: Database) throws -> [PostSeries] {
    let select = try db.cachedStatement(
      sql: """
        SELECT id, account, text, tag, rule, zone, author, lastDay, made FROM postSeries
        WHERE isOver = 0 ORDER BY id
        """)
    return try Row.fetchAll(select).map { row in
      PostSeries(
        id: SeriesID(rawValue: row[0]), account: AccountID(row[1]), text: row[2], tag: row[3],
        rule: try MentionRow.value(RepeatRule(row[4] as String), "repeat rule"), zone: row[5],
        author: Seat(row[6]), last: CivilDay(number: row[7]), made: row[8])
    }
  }
}

extension OutgoingRow {
  /// Posts due in a range, dropped ones left out, by time.
  static func posts(
    _ db: Database, from: Timestamp, to: Timestamp, limit: Int = 100_000
  ) throws -> [OutgoingItem] {
    try fetch(
      db,
      """
      WHERE kind = 'post' AND state <> 'dropped' AND dueAt >= ? AND dueAt < ?
      ORDER BY dueAt, id LIMIT ?
      """,
      [from.milliseconds, to.milliseconds, limit])
  }

  /// What the gate let out after an instant and was not put back since, by time.
  static func admitted(_ db: Database, since: Timestamp) throws -> [OutgoingItem] {
    try fetch(
      db,
      """
      WHERE admittedAt > ? AND state IN ('sending', 'sent', 'unknown') ORDER BY admittedAt, id
      """,
      [since.milliseconds])
  }
}
