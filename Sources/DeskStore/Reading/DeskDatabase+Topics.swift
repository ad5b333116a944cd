public import DeskCore
internal import FoundationEssentials
internal import GRDB

extension DeskDatabase {
  /// How usual each term of a brand is, as last kept; nil when nothing is.
  public func terms(of brand: String) throws -> TermMemory? {
    try read { db in
      try Row.fetchOne(
        db, sql: "SELECT upTo, bytes FROM termMemory WHERE brand = ?", arguments: [brand]
      ).map { row in
        TermMemory(
          brand: brand, upTo: MentionRow.time(row[0] as Int64), bytes: [UInt8](row[1] as Data))
      }
    }
  }

  /// The topics as they were when their series began.
  public func topics() throws -> [Topic] { try read(Self.topics) }

  private static func topics(_ db: Database) throws -> [Topic] {
    try Row.fetchAll(db, sql: "SELECT name, words FROM topic ORDER BY name").map { row in
      Topic(
        name: row[0],
        words: try JSONDecoder().decode([String].self, from: Data((row[1] as String).utf8)))
    }
  }

  /// Takes up other topics and forgets the series of those that changed, in one transaction.
  public func setTopics(_ topics: [Topic]) throws {
    try decide { transaction in
      guard let db = (transaction as? StoreTransaction)?.db else { return }
      let kept = Set(try Self.topics(db)).intersection(topics).map(\.name)
      for row in try Row.fetchAll(db, sql: "SELECT id, key FROM series") {
        guard let topic = try SeriesRow.key(row[1]).topic, !kept.contains(topic) else { continue }
        for table in ["seriesBucket", "detector"] {
          try db.execute(
            sql: "DELETE FROM \(table) WHERE series = ?", arguments: [row[0] as Int64])
        }
      }
      try db.execute(sql: "DELETE FROM topic")
      for topic in topics {
        let words = String(decoding: try JSONEncoder().encode(topic.words), as: UTF8.self)
        try db.execute(
          sql: "INSERT INTO topic (name, words) VALUES (?, ?)", arguments: [topic.name, words])
      }
    }
  }
}
