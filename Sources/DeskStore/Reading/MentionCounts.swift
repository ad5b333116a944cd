internal import DeskCore
internal import GRDB

/// Counts what a filter shows and hides without reading the whole desk for it.
enum MentionCounts {
  /// What a filter shows and hides, `cap` of each at most.
  static func counts(
    _ db: Database, filter: MentionFilter, cap: Int
  ) throws -> (shown: CappedCount, hidden: CappedCount) {
    let total = try Int.fetchOne(db, sql: "SELECT total(count) FROM tally") ?? 0
    if filter.isEmpty { return (capped(total, cap), CappedCount(0)) }
    let sql = try FilterSQL(filter, db)
    let shown = try count(db, sql, matching: true, cap: cap)
    if !shown.isCapped {
      return (shown, capped(max(0, total - shown.value), cap))
    }
    return (shown, try count(db, sql, matching: false, cap: cap))
  }

  private static func capped(_ count: Int, _ cap: Int) -> CappedCount {
    CappedCount(min(count, cap), isCapped: count > cap)
  }

  /// Only the newest mentions are looked through when there is no index to go by; a count that
  /// stopped there is marked as capped.
  private static func count(
    _ db: Database, _ sql: FilterSQL, matching: Bool, cap: Int
  ) throws -> CappedCount {
    let newest = try Int64.fetchOne(db, sql: "SELECT max(id) FROM mention") ?? 0
    let floor = newest - FilterSQL.recent
    var condition = sql.condition
    var arguments = sql.arguments
    var source = "mention m"
    if let table = sql.table, matching {
      source = "\(table) CROSS JOIN mention m ON m.id = \(table).rowid"
      condition = "\(table) MATCH ? AND \(table).rowid > \(floor) AND \(condition)"
      arguments.insert(sql.search.match, at: 0)
    } else {
      if let table = sql.table {
        condition += " AND EXISTS (SELECT 1 FROM \(table) WHERE \(table) MATCH ? AND rowid = m.id)"
        arguments.append(sql.search.match)
      }
      condition = "m.id > \(floor) AND \(matching ? "" : "NOT ")(\(condition))"
    }
    let limited = "SELECT 1 FROM \(source) WHERE \(condition) LIMIT \(cap + 1)"
    let found =
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM (\(limited))", arguments: StatementArguments(arguments))
      ?? 0
    return CappedCount(min(found, cap), isCapped: found > cap || floor > 0)
  }
}
