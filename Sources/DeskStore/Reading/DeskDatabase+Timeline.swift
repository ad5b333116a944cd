public import DeskCore
internal import GRDB

extension DeskDatabase {
  /// Counts per stretch of `bucketSeconds` (raised to a whole number of minutes) from the stretch
  /// that holds `from` to the one that holds the last instant before `to`, oldest first.
  public func mood(from: Timestamp, to: Timestamp, bucketSeconds: Int) throws -> [MoodBucket] {
    guard from < to else { return [] }
    let width = Int64(max(1, (bucketSeconds + 59) / 60))
    let first = Self.bucket(RollUps.minute(of: from), width)
    let last = Self.bucket(RollUps.minute(of: Timestamp(milliseconds: to.milliseconds - 1)), width)
    var buckets = (first...last).map { MoodBucket(start: Timestamp(seconds: $0 * width * 60)) }
    try read { db in
      let select = try db.cachedStatement(
        sql: """
          SELECT minute, negative, neutral, positive FROM moodMinute
          WHERE minute >= ? AND minute < ?
          """)
      let rows = try Row.fetchCursor(select, arguments: [first * width, (last + 1) * width])
      while let row = try rows.next() {
        let place = Int(Self.bucket(row[0], width) - first)
        buckets[place].negative += row[1]
        buckets[place].neutral += row[2]
        buckets[place].positive += row[3]
      }
    }
    return buckets
  }

  private static func bucket(_ minute: Int64, _ width: Int64) -> Int64 {
    minute >= 0 ? minute / width : (minute - width + 1) / width
  }

  /// Level changes, pauses, alerts and the ends of gaps in a range, oldest first.
  public func marks(from: Timestamp, to: Timestamp) throws -> [TimelineMark] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT 'level', at, level FROM levelChange WHERE at >= ?1 AND at < ?2
          UNION ALL SELECT 'paused', at, 0 FROM pause WHERE at >= ?1 AND at < ?2
          UNION ALL SELECT 'resumed', endedAt, 0 FROM pause WHERE endedAt >= ?1 AND endedAt < ?2
          UNION ALL SELECT 'gap', endsAt, 0 FROM gap WHERE endsAt >= ?1 AND endsAt < ?2
          UNION ALL SELECT 'alert', at, json_extract(body, '$.severity') FROM alert
            WHERE at >= ?1 AND at < ?2
          ORDER BY 2
          """,
        arguments: [from.milliseconds, to.milliseconds])
      return try rows.map { row in
        let kind: TimelineMark.Kind
        switch row[0] as String {
        case "level": kind = .level(try MentionRow.value(Level(rawValue: row[2]), "level"))
        case "paused": kind = .paused
        case "resumed": kind = .resumed
        case "alert": kind = .alert(try MentionRow.value(Severity(rawValue: row[2]), "severity"))
        default: kind = .gap
        }
        return TimelineMark(kind: kind, at: MentionRow.time(row[1]))
      }
    }
  }

  /// Gaps that end at `since` or later, oldest first.
  public func gaps(since: Timestamp) throws -> [Gap] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: "SELECT account, startsAt, endsAt, reason FROM gap WHERE endsAt >= ? ORDER BY endsAt",
        arguments: [since.milliseconds]
      ).map { row in
        Gap(
          account: AccountID(row[0]), from: MentionRow.time(row[1]), to: MentionRow.time(row[2]),
          reason: row[3])
      }
    }
  }
}
