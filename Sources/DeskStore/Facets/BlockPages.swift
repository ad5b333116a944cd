internal import DeskCore
internal import GRDB

/// Reads a page of the stream stretch by stretch, leaving out those that hold nothing wanted.
struct BlockPages {
  let db: Database
  let sql: FilterSQL
  let edge: StreamPages.Edge
  let limit: Int
  let patience: Int

  /// A page in the order of the edge.
  func page() throws -> MentionPage {
    let range = edge.range
    let blocks = try PreparedStatement(
      db,
      """
      SELECT block, open, counts FROM facetBlock WHERE block BETWEEN ? AND ?
      ORDER BY block \(edge.order)
      """)
    blocks.bind(1, range.lowerBound >> FacetCounts.shift)
    blocks.bind(2, range.upperBound >> FacetCounts.shift)
    let needsOpen = sql.states == [.open]
    var mentions: [Mention] = []
    var examined = 0
    let stop = try blocks.firstThrowing { row -> Int64? in
      if needsOpen, row.int(1) == 0 { return nil }
      if let facets = sql.facets, !row.withBytes(2, facets.isIn) { return nil }
      mentions += try read(block: row.int(0), count: limit + 1 - mentions.count)
      examined += Int(FacetCounts.width)
      return mentions.count > limit || examined >= patience ? row.int(0) : nil
    }
    if mentions.count > limit {
      return MentionPage(mentions: Array(mentions.prefix(limit)), hasMore: true)
    }
    return MentionPage(
      mentions: mentions, hasMore: stop != nil, stoppedAt: stop.map { .mention(end(of: $0)) })
  }

  /// The last id of a block in the order of the edge.
  private func end(of block: Int64) -> MentionID {
    let first = block << FacetCounts.shift
    if case .above = edge { return MentionID(rawValue: first + FacetCounts.width - 1) }
    return MentionID(rawValue: first)
  }

  private func read(block: Int64, count: Int) throws -> [Mention] {
    let first = block << FacetCounts.shift
    let select = try db.cachedStatement(
      sql: """
        SELECT \(MentionRow.columns) FROM mention m \(MentionRow.joins)
        WHERE m.id BETWEEN ? AND ? AND \(sql.condition) ORDER BY m.id \(edge.order) LIMIT ?
        """)
    let range = edge.range
    let ends: [any DatabaseValueConvertible] = [
      max(first, range.lowerBound), min(first + FacetCounts.width - 1, range.upperBound),
    ]
    let rows = try Row.fetchCursor(
      select, arguments: StatementArguments(ends + sql.arguments + [count]))
    var mentions: [Mention] = []
    while let row = try rows.next() { mentions.append(try MentionRow.mention(row)) }
    return mentions
  }
}
