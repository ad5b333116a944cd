internal import DeskCore
internal import GRDB

/// Reads pages of mentions; a page begins where the one before ended, however much came in between.
enum MentionPages {
  /// Where the stream goes on.
  enum Edge {
    /// Newest first, below an id; nil for the newest of all.
    case below(Int64?)
    /// Oldest first, above an id.
    case above(Int64)
  }

  /// A page of the stream, newest first.
  static func stream(
    _ db: Database, filter: MentionFilter, edge: Edge, limit: Int
  ) throws -> MentionPage {
    var sql = try FilterSQL(filter, db)
    let table = sql.table
    let id = table.map { "\($0).rowid" } ?? "m.id"
    let order: String
    switch edge {
    case .below(let before):
      if let before { sql.add("\(id) < ?", before) }
      order = "DESC"
    case .above(let after):
      sql.add("\(id) > ?", after)
      order = "ASC"
    }
    let source =
      table.map { "\($0) CROSS JOIN mention m ON m.id = \($0).rowid" } ?? "mention m"
    let match = table.map { "\($0) MATCH ? AND " } ?? ""
    let page = try fetch(
      db,
      """
      SELECT \(MentionRow.columns) FROM \(source) \(MentionRow.joins)
      WHERE \(match)\(sql.condition) ORDER BY \(id) \(order) LIMIT ?
      """,
      arguments: (table == nil ? [] : [sql.search.match]) + sql.arguments, limit: limit)
    if case .above = edge {
      return MentionPage(mentions: page.mentions.reversed(), hasMore: page.hasMore)
    }
    return page
  }

  /// A page of the queue, most urgent first.
  static func queue(
    _ db: Database, filter: MentionFilter, after: QueuePosition?, limit: Int
  ) throws -> MentionPage {
    var sql = try FilterSQL(filter, db)
    sql.add("m.state = ?", MentionState.open.rawValue)
    if let after {
      sql.add(
        "m.rank >= ? AND (m.rank > ? OR m.id > ?)", after.rank, after.rank, after.id.rawValue)
    }
    // A search names few mentions, which are looked up; without one the queue is walked.
    let index = sql.table == nil ? "INDEXED BY mentionByRank" : ""
    if let table = sql.table { try addMatch(&sql, table: table, db) }
    return try fetch(
      db,
      """
      SELECT \(MentionRow.columns) FROM mention m \(index) \(MentionRow.joins)
      WHERE m.state = 0 AND \(sql.condition) ORDER BY m.rank, m.id LIMIT ?
      """,
      arguments: sql.arguments, limit: limit)
  }

  /// The index answers by number and the queue is in order of rank: a rare word is looked up once,
  /// a common one is asked for at every mention of the queue, of which few must be passed over.
  private static func addMatch(_ sql: inout FilterSQL, table: String, _ db: Database) throws {
    let rare = 20_000
    let found = try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM
          (SELECT 1 FROM \(table) WHERE \(table) MATCH ? LIMIT \(rare + 1))
        """,
      arguments: [sql.search.match])
    if (found ?? 0) <= rare {
      sql.add("m.id IN (SELECT rowid FROM \(table) WHERE \(table) MATCH ?)", sql.search.match)
    } else {
      sql.add(
        "EXISTS (SELECT 1 FROM \(table) WHERE \(table) MATCH ? AND rowid = m.id)",
        sql.search.match)
    }
  }

  private static func fetch(
    _ db: Database, _ sql: String, arguments: [any DatabaseValueConvertible], limit: Int
  ) throws -> MentionPage {
    let statement = try db.cachedStatement(sql: sql)
    let rows = try Row.fetchCursor(
      statement, arguments: StatementArguments(arguments + [limit + 1]))
    var mentions: [Mention] = []
    while let row = try rows.next() {
      if mentions.count == limit { return MentionPage(mentions: mentions, hasMore: true) }
      mentions.append(try MentionRow.mention(row))
    }
    return MentionPage(mentions: mentions, hasMore: false)
  }
}
