internal import DeskCore
internal import GRDB

/// Tells which places of the queue a page leaves out, because their cluster has its row already.
struct ClusterFold {
  let db: Database
  let sql: FilterSQL
  let order: QueueOrder
  /// Where the page begins; nil for the first.
  let after: QueuePosition?
  /// Whether a row above this page stands for a cluster.
  private var known: [Int64: Bool] = [:]

  init(db: Database, sql: FilterSQL, order: QueueOrder, after: QueuePosition?) {
    self.db = db
    self.sql = sql
    self.order = order
    self.after = after
  }

  /// Whether a place of `cluster`, 0 for none, is left out of a page on which those of `shown` have
  /// their row.
  mutating func hides(_ cluster: Int64, shown: Set<Int64>) throws -> Bool {
    guard cluster != 0 else { return false }
    if shown.contains(cluster) { return true }
    guard let after else { return false }
    if let isAbove = known[cluster] { return isAbove }
    let isAbove = try isShownAbove(cluster, after)
    known[cluster] = isAbove
    return isAbove
  }

  /// Whether a mention of the cluster that passes the filter stands at or before `place`.
  private func isShownAbove(_ cluster: Int64, _ place: QueuePosition) throws -> Bool {
    let isByBreach = order == .breach
    let keys = isByBreach ? "m.dueAt, m.rank, m.id" : "m.rank, m.id"
    var arguments: [any DatabaseValueConvertible] = [cluster]
    if isByBreach { arguments.append(place.due) }
    arguments += [place.rank, place.id.rawValue]
    var found = ""
    if let table = sql.table {
      found = "AND m.id IN (SELECT rowid FROM \(table) WHERE \(table) MATCH ?)"
      arguments.append(sql.search.match)
    }
    let select = try db.cachedStatement(
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM clusterMember y CROSS JOIN mention m ON m.id = y.mention
          WHERE y.cluster = ? AND m.state = 0 AND (\(keys)) <= (\(isByBreach ? "?, ?, ?" : "?, ?"))
            \(found) AND \(sql.condition))
        """)
    return try Bool.fetchOne(select, arguments: StatementArguments(arguments + sql.arguments))
      ?? false
  }
}
