public import DeskCore
internal import GRDB

extension DeskDatabase: ClusterStore {
  /// The newest mention that was looked at; nil before the first look.
  public func clusteredUpTo() throws -> MentionID? { try read(Self.clusteredUpTo) }

  /// The newest mention stored; 0 when there is none.
  public func newestMention() throws -> MentionID {
    try read { db in
      let select = try db.cachedStatement(sql: "SELECT max(id) FROM mention")
      return MentionID(rawValue: try Int64.fetchOne(select) ?? 0)
    }
  }

  /// Mentions of others with numbers above `after` and not above `to`, by number.
  public func candidates(after: MentionID, to: MentionID) throws -> [ClusterCandidate] {
    try read { db in
      let select = try db.cachedStatement(
        sql: """
          SELECT m.id, m.text, m.seenAt, y.cluster FROM mention m
            LEFT JOIN clusterMember y ON y.mention = m.id
          WHERE m.id > ? AND m.id <= ? AND m.isOwn = 0 AND +m.state <> 7 ORDER BY m.id
          """)
      return try Row.fetchAll(select, arguments: [after.rawValue, to.rawValue]).map { row in
        ClusterCandidate(
          id: MentionID(rawValue: row[0]), text: row[1], seenAt: MentionRow.time(row[2] as Int64),
          cluster: (row[3] as Int64?).map(ClusterID.init(rawValue:)))
      }
    }
  }

  /// The newest clusters of which a member was seen at or after an instant, the oldest first.
  public func clusters(since: Timestamp, limit: Int) throws -> [KnownCluster] {
    try read { db in
      let select = try db.cachedStatement(
        sql: """
          SELECT g.id, m.text, g.size, g.lastAt FROM cluster g
            JOIN mention m ON m.id = (SELECT min(mention) FROM clusterMember WHERE cluster = g.id)
          WHERE g.lastAt >= ? ORDER BY g.lastAt DESC, g.id DESC LIMIT ?
          """)
      return try Row.fetchAll(select, arguments: [since.milliseconds, max(0, limit)]).reversed()
        .map { row in
          KnownCluster(
            id: ClusterID(rawValue: row[0]), text: row[1], size: row[2],
            last: MentionRow.time(row[3] as Int64))
        }
    }
  }

  /// Keeps what a look came to; false, and nothing is kept, when another process looked meanwhile.
  public func store(_ step: ClusterStep) throws -> Bool {
    try background { db in
      guard try Self.clusteredUpTo(db) ?? step.from == step.from else { return false }
      for (mention, cluster) in step.members.sorted(by: { $0.key < $1.key }) {
        // The first mention becomes a member with the second, unless it was taken out before.
        let isNew = try !Self.exists(db, cluster)
        if isNew { try Self.join(db, cluster.rawValue, cluster.rawValue) }
        try Self.join(db, mention.rawValue, cluster.rawValue)
      }
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO clusterWork (id, upTo) VALUES (1, ?)")
        .execute(arguments: [step.to.rawValue])
      return true
    }
  }

  private static func clusteredUpTo(_ db: Database) throws -> MentionID? {
    let select = try db.cachedStatement(sql: "SELECT upTo FROM clusterWork")
    return try Int64.fetchOne(select).map(MentionID.init(rawValue:))
  }

  private static func exists(_ db: Database, _ cluster: ClusterID) throws -> Bool {
    let select = try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM cluster WHERE id = ?)")
    return try Bool.fetchOne(select, arguments: [cluster.rawValue]) ?? false
  }

  private static func join(_ db: Database, _ mention: Int64, _ cluster: Int64) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO clusterMember (mention, cluster) SELECT id, ?2 FROM mention
        WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM clusterSplit WHERE mention = ?1)
        """
    ).execute(arguments: [mention, cluster])
  }
}
