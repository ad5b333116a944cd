internal import DeskCore
internal import GRDB

/// Counts what a filter shows and hides without reading the whole desk for it.
struct MentionCounts {
  /// How many of the newest mentions are looked through for what no index holds.
  private static let recent: Int64 = 50_000

  let db: Database
  let cap: Int

  /// What a filter shows and hides, `cap` of each at most.
  func counts(_ filter: MentionFilter) throws -> (shown: CappedCount, hidden: CappedCount) {
    let total = try Int.fetchOne(db, sql: "SELECT total(count) FROM tally") ?? 0
    if filter.isEmpty { return (capped(total), CappedCount(0)) }
    let sql = try FilterSQL(filter, db)
    if sql.facets?.isImpossible ?? false { return (CappedCount(0), capped(total)) }
    if let exact = try countStates(filter) ?? countFacets(filter, sql) {
      return (capped(exact), capped(max(0, total - exact)))
    }
    return try look(sql)
  }

  private func capped(_ count: Int) -> CappedCount {
    CappedCount(min(count, cap), isCapped: count > cap)
  }

  /// A filter that names states only is answered by the tally.
  private func countStates(_ filter: MentionFilter) throws -> Int? {
    var rest = filter
    rest.states = []
    guard rest.isEmpty else { return nil }
    let states = filter.states.map { String($0.rawValue) }.joined(separator: ", ")
    return try Int.fetchOne(db, sql: "SELECT total(count) FROM tally WHERE state IN (\(states))")
  }

  /// A filter that names facets only is answered by their counts.
  private func countFacets(_ filter: MentionFilter, _ sql: FilterSQL) throws -> Int? {
    var rest = filter
    rest.languages = []
    rest.sentiments = []
    rest.intents = []
    rest.platforms = []
    guard rest.isEmpty, let facets = sql.facets else { return nil }
    let blocks = try PreparedStatement(db, "SELECT counts FROM facetBlock")
    var sum = 0
    _ = try blocks.first { row -> Bool? in
      sum += row.withBytes(0, facets.count)
      return nil
    }
    return sum
  }

  /// Looks through ever more of the newest mentions until both counts are known or capped.
  private func look(_ sql: FilterSQL) throws -> (shown: CappedCount, hidden: CappedCount) {
    let newest = try Int64.fetchOne(db, sql: "SELECT max(id) FROM mention") ?? 0
    var width = Int64(cap) * 2 + 2
    while true {
      let reach = min(width, newest, Self.recent)
      let shown = try count(sql, above: newest - reach)
      let hidden = Int(reach) - shown
      let isAll = reach == newest
      if isAll || reach == Self.recent || shown > cap && hidden > cap {
        return (
          CappedCount(min(shown, cap), isCapped: shown > cap || !isAll),
          CappedCount(min(hidden, cap), isCapped: hidden > cap || !isAll)
        )
      }
      width *= 8
    }
  }

  private func count(_ sql: FilterSQL, above floor: Int64) throws -> Int {
    var arguments = sql.arguments
    var source = "mention m WHERE m.id > \(floor)"
    if let table = sql.table {
      arguments.insert(sql.search.match, at: 0)
      let join = sql.conditions.isEmpty ? "" : "CROSS JOIN mention m ON m.id = \(table).rowid"
      source = "\(table) \(join) WHERE \(table) MATCH ? AND \(table).rowid > \(floor)"
    }
    return try Int.fetchOne(
      db, sql: "SELECT count(*) FROM \(source) AND \(sql.condition)",
      arguments: StatementArguments(arguments)) ?? 0
  }
}
