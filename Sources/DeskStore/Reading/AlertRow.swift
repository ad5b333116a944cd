internal import DeskCore
internal import FoundationEssentials
internal import GRDB

/// How alerts are kept: as JSON beside what is looked for.
enum AlertRow {
  static func since(_ db: Database, _ since: Timestamp) throws -> [Alert] {
    let select = try db.cachedStatement(
      sql: "SELECT body FROM alert WHERE at >= ? ORDER BY id")
    return try Data.fetchAll(select, arguments: [since.milliseconds]).map(alert)
  }

  static func fetch(_ db: Database, _ id: AlertID) throws -> Alert? {
    try Data.fetchOne(db, sql: "SELECT body FROM alert WHERE id = ?", arguments: [id.rawValue])
      .map(alert)
  }

  static func write(_ db: Database, _ alert: Alert) throws {
    let body = String(decoding: try JSONEncoder().encode(alert), as: UTF8.self)
    try db.execute(
      sql: "INSERT OR REPLACE INTO alert (id, at, waitsFrom, body) VALUES (?, ?, ?, ?)",
      arguments: [
        alert.id.rawValue, alert.figures.at.milliseconds, alert.waitsFrom?.milliseconds, body,
      ])
  }

  /// The alert with a number of its own: what the clocks told meanwhile may have taken the one that
  /// the watch gave it.
  static func numbered(_ db: Database, _ alert: Alert) throws -> Alert {
    guard let known = try fetch(db, alert.id), known.kind.isAboutWaits else { return alert }
    return try withNextNumber(db, alert)
  }

  static func withNextNumber(_ db: Database, _ alert: Alert) throws -> Alert {
    var alert = alert
    let newest = try Int64.fetchOne(db, sql: "SELECT max(id) FROM alert") ?? 0
    alert.id = AlertID(rawValue: newest + 1)
    return alert
  }

  /// How many alerts wait for somebody (`Alert.isWaiting`), and the newest number of all.
  static func waiting(_ db: Database, now: Timestamp) throws -> (count: Int, newest: Int64) {
    let select = try db.cachedStatement(
      sql: """
        SELECT (SELECT count(*) FROM alert WHERE at >= ? AND waitsFrom <= ?),
          (SELECT max(id) FROM alert)
        """)
    let arguments: StatementArguments = [now.adding(.hours(-24)).milliseconds, now.milliseconds]
    guard let row = try Row.fetchOne(select, arguments: arguments) else { return (0, 0) }
    return (row[0], row[1] as Int64? ?? 0)
  }

  private static func alert(_ body: Data) throws -> Alert {
    try JSONDecoder().decode(Alert.self, from: body)
  }
}

/// How series and their buckets are kept.
enum SeriesRow {
  static func name(_ series: SeriesKey) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(series), as: UTF8.self)
  }

  static func key(_ name: String) throws -> SeriesKey {
    try JSONDecoder().decode(SeriesKey.self, from: Data(name.utf8))
  }

  static func number(_ db: Database, _ series: SeriesKey) throws -> Int64 {
    let name = try name(series)
    try db.execute(
      sql: "INSERT INTO series (key) VALUES (?) ON CONFLICT (key) DO NOTHING", arguments: [name])
    let found = try Int64.fetchOne(
      db, sql: "SELECT id FROM series WHERE key = ?", arguments: [name])
    return try MentionRow.value(found, "series")
  }

  static func write(_ db: Database, _ series: Int64, _ bucket: CountBucket) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO seriesBucket
          (series, startsAt, offsetSeconds, count, texts, judged, negative)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      series, bucket.start.milliseconds, bucket.offsetSeconds, bucket.count, bucket.texts,
      bucket.judged, bucket.negative,
    ])
  }
}
