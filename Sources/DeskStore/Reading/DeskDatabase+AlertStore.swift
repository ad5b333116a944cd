public import DeskCore
internal import FoundationEssentials
internal import GRDB

extension DeskDatabase: AlertStore {
  /// When the first mention at or after an instant was written; nil when there is none.
  public func firstVoice(since: Timestamp) throws -> Timestamp? {
    try read { db in
      MentionRow.time(
        try Int64.fetchOne(
          db,
          sql: """
            SELECT min(createdAt, seenAt) FROM mention WHERE min(createdAt, seenAt) >= ?
            ORDER BY min(createdAt, seenAt) LIMIT 1
            """,
          arguments: [since.milliseconds]))
    }
  }

  /// When the `count`th newest mention before an instant was written; nil when there are fewer.
  public func time(ofVoice count: Int, before: Timestamp) throws -> Timestamp? {
    try read { db in
      MentionRow.time(
        try Int64.fetchOne(
          db,
          sql: """
            SELECT min(createdAt, seenAt) FROM mention WHERE min(createdAt, seenAt) < ?
            ORDER BY min(createdAt, seenAt) DESC LIMIT 1 OFFSET ?
            """,
          arguments: [before.milliseconds, max(0, count - 1)]))
    }
  }

  /// Mentions of others that were written in a range, oldest first, after one already read.
  public func voices(
    from: Timestamp, to: Timestamp, after: StoredVoice?, limit: Int
  ) throws -> [StoredVoice] {
    try read { db in
      let select = try db.cachedStatement(
        sql: """
          SELECT m.id, k.name, m.text, p.name, m.handle, m.followers, m.sentiment, m.language,
            min(m.createdAt, m.seenAt)
          FROM mention m \(Self.joins)
          WHERE min(m.createdAt, m.seenAt) >= ?1 AND min(m.createdAt, m.seenAt) < ?2
            AND (min(m.createdAt, m.seenAt), m.id) > (?3, ?4) AND m.isOwn = 0
          ORDER BY min(m.createdAt, m.seenAt), m.id LIMIT ?5
          """)
      let start = after?.facts.at ?? from
      let rows = try Row.fetchAll(
        select,
        arguments: [
          start.milliseconds, to.milliseconds, start.milliseconds, after?.id.rawValue ?? -1, limit,
        ])
      return try rows.map(Self.voice)
    }
  }

  private static let joins = """
    CROSS JOIN account k ON k.id = m.accountId CROSS JOIN platform p ON p.id = m.platformId
    """

  private static func voice(_ row: Row) throws -> StoredVoice {
    let platform: String = row[3]
    let handle: String = row[4]
    let sentiment = try MentionRow.value(Sentiment(rawValue: row[6]), "sentiment")
    return StoredVoice(
      id: MentionID(rawValue: row[0]), source: AccountID(row[1]), text: row[2],
      facts: VoiceFacts(
        author: "\(platform)/\(handle)", followers: row[5], isNegative: sentiment == .negative,
        platform: Platform(rawValue: platform), language: Language(rawValue: row[7]),
        at: MentionRow.time(row[8] as Int64)))
  }

  /// The kept buckets of one series from an instant on, oldest first.
  public func buckets(of series: SeriesKey, from: Timestamp) throws -> [CountBucket] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT b.startsAt, b.offsetSeconds, b.count, b.texts, b.judged, b.negative
          FROM seriesBucket b JOIN series s ON s.id = b.series
          WHERE s.key = ? AND b.startsAt >= ? ORDER BY b.startsAt
          """,
        arguments: [try SeriesRow.name(series), from.milliseconds]
      ).map { row in
        CountBucket(
          start: MentionRow.time(row[0] as Int64), offsetSeconds: row[1], count: row[2],
          texts: row[3], judged: row[4], negative: row[5])
      }
    }
  }

  /// The last snapshot of every series that has one.
  public func snapshots() throws -> [DetectorSnapshot] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: "SELECT s.key, d.upTo, d.bytes FROM detector d JOIN series s ON s.id = d.series"
      ).map { row in
        DetectorSnapshot(
          series: try SeriesRow.key(row[0]), upTo: MentionRow.time(row[1] as Int64),
          bytes: [UInt8](row[2] as Data))
      }
    }
  }

  /// Alerts not older than `since`, oldest first.
  public func alerts(since: Timestamp) throws -> [Alert] {
    try read { try AlertRow.since($0, since) }
  }

  /// Keeps what a round of the watch came to, in one transaction.
  public func save(_ record: WatchRecord) throws {
    try decide { transaction in
      guard let db = (transaction as? StoreTransaction)?.db else { return }
      for (series, buckets) in record.buckets {
        let id = try SeriesRow.number(db, series)
        for bucket in buckets { try SeriesRow.write(db, id, bucket) }
      }
      for snapshot in record.snapshots {
        try db.execute(
          sql: "INSERT OR REPLACE INTO detector (series, upTo, bytes) VALUES (?, ?, ?)",
          arguments: [
            try SeriesRow.number(db, snapshot.series), snapshot.upTo.milliseconds,
            Data(snapshot.bytes),
          ])
      }
      for alert in record.alerts { try AlertRow.write(db, try AlertRow.numbered(db, alert)) }
      let spikes = record.alerts.filter { $0.kind.isSpike }
      if let last = spikes.map(\.figures.at).max() {
        try (transaction as? StoreTransaction)?.wakeForSpike(at: last)
      }
      if let terms = record.terms {
        try db.execute(
          sql: "INSERT OR REPLACE INTO termMemory (brand, upTo, bytes) VALUES (?, ?, ?)",
          arguments: [terms.brand, terms.upTo.milliseconds, Data(terms.bytes)])
      }
    }
  }
}
