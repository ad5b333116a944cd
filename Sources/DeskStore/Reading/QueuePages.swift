internal import DeskCore
internal import GRDB

/// Reads pages of the queue; a page begins where the one before ended, however much came between.
struct QueuePages {
  /// Rows read for one page before it ends early, about 50 ms.
  private static let readable = 10_000
  /// Mentions that a search names and that are looked up and put in order, about 15 ms.
  private static let rare = 20_000
  /// What asking the index about one mention costs, in places passed over.
  private static let probing = 250
  /// Mentions that a search names and that are remembered while the queue is walked.
  private static let common = 300_000

  let db: Database
  let sql: FilterSQL
  let order: QueueOrder
  let after: QueuePosition?
  let limit: Int
  /// Places of the queue passed over for one page before it ends early, about 20 ms.
  var patience = 200_000

  /// A page of the queue in its order.
  func page() throws -> MentionPage {
    if sql.facets?.isImpossible ?? false || !sql.states.isEmpty && !sql.states.contains(.open) {
      return MentionPage(mentions: [], hasMore: false)
    }
    guard let table = sql.table else {
      if let ids = try RareFacets.open(db, sql) { return try sorted(ids, []) }
      return try walk(nil)
    }
    let found = try SearchHits(db, table: table, match: sql.search.match, limit: Self.common)
    if found.count <= Self.rare {
      return try sorted("SELECT rowid FROM \(table) WHERE \(table) MATCH ?", [sql.search.match])
    }
    if found.isComplete { return try walk { found.contains($0) } }
    let probe = try PreparedStatement(
      db, "SELECT 1 FROM \(table) WHERE \(table) MATCH ? AND rowid = ?")
    probe.bind(1, sql.search.match)
    return try walk(price: Self.probing) { id in
      probe.bind(2, id)
      return try probe.first { _ in true } ?? false
    }
  }

  private var place: (due: Int64, rank: Int64, id: Int64) {
    (after?.due ?? .min, after?.rank ?? .min, after?.id.rawValue ?? 0)
  }

  private static let byUrgency = """
    SELECT rank, id, facet, 0 FROM queue WHERE (rank, id) > (?1, ?2)
    UNION ALL SELECT rank, id, facet, 0 FROM queueFresh WHERE (rank, id) > (?1, ?2)
    ORDER BY rank, id
    """

  private static let byBreach = """
    SELECT rank, id, facet, dueAt FROM mention INDEXED BY mentionByBreach
    WHERE state = 0 AND (dueAt, rank, id) > (?3, ?1, ?2) ORDER BY dueAt, rank, id
    """

  /// Of few mentions, those that wait are read and put in order.
  private func sorted(
    _ few: String, _ arguments: [any DatabaseValueConvertible]
  ) throws -> MentionPage {
    let (due, rank, id) = place
    let isByBreach = order == .breach
    let keys = isByBreach ? "m.dueAt, m.rank, m.id" : "m.rank, m.id"
    let place: [any DatabaseValueConvertible] = (isByBreach ? [due] : []) + [rank, id]
    // Not kept: the question for rare facets is another each time.
    let ids = try Int64.fetchAll(
      db.makeStatement(
        sql: """
          SELECT m.id FROM mention m
          WHERE m.id IN (\(few)) AND +m.state = 0
            AND (\(keys)) > (\(isByBreach ? "?, ?, ?" : "?, ?")) AND \(sql.condition)
          ORDER BY \(keys) LIMIT ?
          """),
      arguments: StatementArguments(arguments + place + sql.arguments + [limit + 1]))
    var collector = try PageCollector(db, sql, limit: limit)
    for id in ids { guard try collector.offer(id) else { break } }
    return try collector.page()
  }

  /// Goes down the queue, reading only rows whose facet and text (`isHit`) fit.
  func walk(price: Int = 0, _ isHit: ((Int64) throws -> Bool)?) throws -> MentionPage {
    let places = try PreparedStatement(db, order == .breach ? Self.byBreach : Self.byUrgency)
    let (due, rank, id) = place
    places.bind(1, rank)
    places.bind(2, id)
    if order == .breach { places.bind(3, due) }
    // By breach each place is a mention's row, which is read from where it lies.
    let price = order == .breach ? price + 8 : price
    var collector = try PageCollector(db, sql, limit: limit)
    var passed = 0
    let stop = try places.firstThrowing { row -> MentionPage.End? in
      let id = row.int(1)
      let isFit = sql.facets?.admits(Facet(rawValue: row.int(2))) ?? true
      passed += isFit ? 1 + price : 1
      let isFull = try isFit && isHit?(id) ?? true && !collector.offer(id)
      guard isFull || passed >= patience || collector.examined >= Self.readable else {
        return nil
      }
      return .place(
        QueuePosition(due: row.int(3), rank: row.int(0), id: MentionID(rawValue: id)))
    }
    return try collector.page(stoppedAt: stop)
  }
}
