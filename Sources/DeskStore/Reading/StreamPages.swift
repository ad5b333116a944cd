internal import DeskCore
internal import GRDB

/// Reads pages of the stream; a page begins where the one before ended, however much came between.
struct StreamPages {
  /// Where the stream goes on.
  enum Edge {
    /// Newest first, below an id; nil for the newest of all.
    case below(Int64?)
    /// Oldest first, above an id.
    case above(Int64)

    var order: String {
      if case .above = self { "ASC" } else { "DESC" }
    }
    /// The ids it leaves, both ends included.
    var range: ClosedRange<Int64> {
      switch self {
      case .below(let id): 1...max(1, (id ?? .max) - 1)
      case .above(let id): min(id, .max - 1) + 1 ... .max
      }
    }
  }

  /// Ids that occurred in a range and are put in order for a page, about 20 ms.
  private static let sortable = 100_000

  let db: Database
  let sql: FilterSQL
  let edge: Edge
  let limit: Int
  /// Rows in a row looked at for one page before it ends early, about 40 ms.
  var patience = 50_000
  /// Rows here and there looked at for one page before it ends early, about 40 ms.
  var readable = 25_000

  /// A page of the stream, newest first.
  func page() throws -> MentionPage {
    if case .below(let id) = edge, let id, id <= 1 {
      return MentionPage(mentions: [], hasMore: false)
    }
    if sql.facets?.isImpossible ?? false { return MentionPage(mentions: [], hasMore: false) }
    let page: MentionPage
    if sql.conditions.isEmpty, sql.table == nil {
      page = try plain()
    } else if let (select, arguments) = try indexed() {
      page = try walk(select, arguments)
    } else {
      page = try BlockPages(db: db, sql: sql, edge: edge, limit: limit, patience: patience).page()
    }
    if case .below = edge { return page }
    return MentionPage(
      mentions: page.mentions.reversed(), hasMore: page.hasMore, stoppedAt: page.stoppedAt)
  }

  private func plain() throws -> MentionPage {
    let select = try db.cachedStatement(
      sql: """
        SELECT \(MentionRow.columns) FROM mention m \(MentionRow.joins)
        WHERE m.id BETWEEN ? AND ? ORDER BY m.id \(edge.order) LIMIT ?
        """)
    let rows = try Row.fetchCursor(
      select, arguments: [edge.range.lowerBound, edge.range.upperBound, limit + 1])
    var mentions: [Mention] = []
    while let row = try rows.next() {
      if mentions.count == limit { return MentionPage(mentions: mentions, hasMore: true) }
      mentions.append(try MentionRow.mention(row))
    }
    return MentionPage(mentions: mentions, hasMore: false)
  }

  /// A question for the numbers that an index names, in order; nil when none serves.
  private func indexed() throws -> (String, [any DatabaseValueConvertible])? {
    let ends: [any DatabaseValueConvertible] = [edge.range.lowerBound, edge.range.upperBound]
    if let table = sql.table {
      return (
        """
        SELECT rowid FROM \(table) WHERE \(table) MATCH ? AND rowid >= ? AND rowid <= ?
        ORDER BY rowid \(edge.order)
        """, [sql.search.match] + ends
      )
    }
    if let cluster = sql.cluster {
      return (
        """
        SELECT mention FROM clusterMember WHERE cluster = ? AND mention BETWEEN ? AND ?
        ORDER BY mention \(edge.order)
        """, [cluster] + ends
      )
    }
    if !sql.states.isEmpty, !sql.states.contains(.open) {
      let each = sql.states.map { state in
        """
        SELECT id FROM mention INDEXED BY mentionByVerdict
        WHERE state > 0 AND state = \(state.rawValue) AND id BETWEEN ? AND ?
        """
      }
      return (
        each.joined(separator: " UNION ALL ") + " ORDER BY id \(edge.order)",
        each.flatMap { _ in ends }
      )
    }
    guard let occurred = sql.occurred else { return nil }
    let range: [any DatabaseValueConvertible] = [
      occurred.lowerBound.milliseconds, occurred.upperBound.milliseconds,
    ]
    let within = """
      FROM mention INDEXED BY mentionByOccurred
      WHERE min(createdAt, seenAt) >= ? AND min(createdAt, seenAt) < ?
      """
    let count = try db.cachedStatement(
      sql: "SELECT count(*) FROM (SELECT 1 \(within) LIMIT \(Self.sortable + 1))")
    let found = try Int.fetchOne(count, arguments: StatementArguments(range)) ?? 0
    guard found <= Self.sortable else { return nil }
    return ("SELECT id \(within) AND id BETWEEN ? AND ? ORDER BY id \(edge.order)", range + ends)
  }

  private func walk(
    _ select: String, _ arguments: [any DatabaseValueConvertible]
  ) throws -> MentionPage {
    var collector = try PageCollector(db, sql, limit: limit)
    var blocks = sql.facets.map { BlockLookup(db: db, facets: $0) }
    let ids = try Int64.fetchCursor(
      db.cachedStatement(sql: select), arguments: StatementArguments(arguments))
    var passed = 0
    while let id = try ids.next() {
      if try blocks?.mayHold(id) ?? true {
        guard try collector.offer(id) else { break }
      } else {
        passed += 1
      }
      if collector.examined + passed / 8 >= readable {
        return try collector.page(stoppedAt: .mention(MentionID(rawValue: id)))
      }
    }
    return try collector.page()
  }
}
