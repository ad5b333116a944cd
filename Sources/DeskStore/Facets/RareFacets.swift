internal import GRDB

/// Finds the open mentions of a filter that few stretches of the desk can serve.
enum RareFacets {
  /// The most stretches that are read whole, 25,600 mentions or 10 ms.
  private static let limit = 100

  /// A question for the numbers of mentions, none of them certain to pass; nil when the filter
  /// names no facet or many stretches hold what it wants.
  static func open(_ db: Database, _ sql: FilterSQL) throws -> String? {
    guard let facets = sql.facets else { return nil }
    let blocks = try PreparedStatement(db, "SELECT block, counts FROM facetBlock WHERE open > 0")
    var found: [Int64] = []
    let isMany = try blocks.first { row -> Bool? in
      if row.withBytes(1, facets.isIn) { found.append(row.int(0)) }
      return found.count > limit ? true : nil
    }
    guard isMany == nil else { return nil }
    let ranges = found.map { block in
      let first = block << FacetCounts.shift
      return "SELECT id FROM mention WHERE id BETWEEN \(first) AND \(first + FacetCounts.width - 1)"
    }
    return ranges.isEmpty ? "NULL" : ranges.joined(separator: " UNION ALL ")
  }
}
