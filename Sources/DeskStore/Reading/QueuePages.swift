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
  /// Whether a cluster has one row, its first mention in this order that passes the filter.
  var folds = false

  /// A page of the queue in its order.
  func page() throws -> MentionPage {
    if sql.facets?.isImpossible ?? false || !sql.states.isEmpty && !sql.states.contains(.open) {
      return MentionPage(mentions: [], hasMore: false)
    }
    guard let table = sql.table else {
      if let cluster = sql.cluster {
        return try sorted("SELECT mention FROM clusterMember WHERE cluster = ?", [cluster])
      }
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

  /// Only who folds asks for the cluster, which costs a look into another tree for each place.
  private var cluster: String {
    folds ? "(SELECT cluster FROM clusterMember WHERE mention = id)" : "NULL"
  }

  private var byUrgency: String {
    """
    SELECT rank, id, facet, 0, \(cluster) FROM queue WHERE (rank, id) > (?1, ?2)
    UNION ALL SELECT rank, id, facet, 0, \(cluster) FROM queueFresh WHERE (rank, id) > (?1, ?2)
    ORDER BY rank, id
    """
  }

  private var byBreach: String {
    """
    SELECT rank, id, facet, dueAt, \(cluster) FROM mention INDEXED BY mentionByBreach
    WHERE state = 0 AND (dueAt, rank, id) > (?3, ?1, ?2) ORDER BY dueAt, rank, id
    """
  }

  /// Of few mentions, those that wait are read and put in order.
  private func sorted(
    _ few: String, _ arguments: [any DatabaseValueConvertible]
  ) throws -> MentionPage {
    let (due, rank, id) = place
    let isByBreach = order == .breach
    let keys = isByBreach ? "m.dueAt, m.rank, m.id" : "m.rank, m.id"
    let place: [any DatabaseValueConvertible] = (isByBreach ? [due] : []) + [rank, id]
    // Not kept: the question for rare facets is another each time. Where clusters are folded, one
    // row may stand for all of them.
    let ids = try Row.fetchCursor(
      db.makeStatement(
        sql: """
          SELECT m.id, \(cluster) FROM mention m
          WHERE m.id IN (\(few)) AND +m.state = 0
            AND (\(keys)) > (\(isByBreach ? "?, ?, ?" : "?, ?")) AND \(sql.condition)
          ORDER BY \(keys) LIMIT ?
          """),
      arguments: StatementArguments(
        arguments + place + sql.arguments + [folds ? Int.max : limit + 1]))
    var collector = try PageCollector(db, sql, limit: limit, folds: folds)
    var fold = ClusterFold(db: db, sql: sql, order: order, after: after)
    while let row = try ids.next() {
      let cluster: Int64 = row[1] ?? 0
      if try fold.hides(cluster, shown: collector.shown) { continue }
      guard try collector.offer(row[0]) else { break }
    }
    return try collector.page()
  }

  /// Goes down the queue, reading only rows whose facet and text (`isHit`) fit.
  func walk(price: Int = 0, _ isHit: ((Int64) throws -> Bool)?) throws -> MentionPage {
    let places = try PreparedStatement(db, order == .breach ? byBreach : byUrgency)
    let (due, rank, id) = place
    places.bind(1, rank)
    places.bind(2, id)
    if order == .breach { places.bind(3, due) }
    // By breach each place is a mention's row, which is read from where it lies.
    let price = order == .breach ? price + 8 : price
    var collector = try PageCollector(db, sql, limit: limit, folds: folds)
    var fold = ClusterFold(db: db, sql: sql, order: order, after: after)
    var passed = 0
    let stop = try places.firstThrowing { row -> MentionPage.End? in
      let id = row.int(1)
      let isFit =
        try sql.facets?.admits(Facet(rawValue: row.int(2))) ?? true
        && !fold.hides(row.int(4), shown: collector.shown)
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
