public import DeskCore
internal import GRDB

extension DeskDatabase: ClusterReader {
  /// The queue with one row for each cluster; a filter that names a cluster shows its members.
  public func foldedQueue(
    _ filter: MentionFilter, by order: QueueOrder, after: QueuePosition?, limit: Int
  ) throws -> MentionPage {
    try read { db in
      let sql = try FilterSQL(filter, db)
      var pages = QueuePages(db: db, sql: sql, order: order, after: after, limit: max(0, limit))
      pages.folds = filter.cluster == nil
      return try pages.page()
    }
  }

  /// The open members of a cluster to whom no answer is under way, the oldest first.
  public func unanswered(in cluster: ClusterID, limit: Int) throws -> [Mention] {
    try read { db in
      let select = try db.cachedStatement(
        sql: """
          SELECT \(MentionRow.columns) FROM clusterMember y
            CROSS JOIN mention m ON m.id = y.mention \(MentionRow.joins)
          WHERE y.cluster = ? AND m.state = 0 AND NOT EXISTS (
            SELECT 1 FROM outgoing o WHERE o.mention = m.id AND o.kind IN ('reply', 'direct')
              AND o.state NOT IN ('dropped', 'refused'))
          ORDER BY y.mention LIMIT ?
          """)
      return try Row.fetchAll(select, arguments: [cluster.rawValue, max(0, limit)])
        .map(MentionRow.mention)
    }
  }
}
