internal import DeskCore
internal import GRDB

extension StoreTransaction {
  func open(in cluster: ClusterID, upTo: MentionID) throws -> [Mention] {
    let sql = """
      SELECT \(MentionRow.columns) FROM clusterMember y
        CROSS JOIN mention m ON m.id = y.mention \(MentionRow.joins)
      WHERE y.cluster = ? AND y.mention <= ? AND m.state = 0 ORDER BY y.mention
      """
    return try Row.fetchAll(db, sql: sql, arguments: [cluster.rawValue, upTo.rawValue])
      .map(MentionRow.mention)
  }

  func setCluster(_ cluster: ClusterID?, of id: MentionID) throws {
    try db.execute(sql: "DELETE FROM clusterMember WHERE mention = ?", arguments: [id.rawValue])
    if let cluster {
      try db.execute(sql: "DELETE FROM clusterSplit WHERE mention = ?", arguments: [id.rawValue])
      try db.execute(
        sql: "INSERT INTO clusterMember (mention, cluster) VALUES (?, ?)",
        arguments: [id.rawValue, cluster.rawValue])
    } else {
      try db.execute(
        sql: "INSERT OR IGNORE INTO clusterSplit (mention) VALUES (?)", arguments: [id.rawValue])
    }
  }
}
