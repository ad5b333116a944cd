internal import GRDB

/// Says of an id whether its stretch holds anything the filter wants; made for ids in order.
struct BlockLookup {
  let db: Database
  let facets: FacetFilter
  private var last: (block: Int64, isFound: Bool)?

  init(db: Database, facets: FacetFilter) {
    self.db = db
    self.facets = facets
  }

  /// Whether the mention with this id may pass.
  mutating func mayHold(_ id: Int64) throws -> Bool {
    let block = id >> FacetCounts.shift
    if let last, last.block == block { return last.isFound }
    let find = try PreparedStatement(db, "SELECT counts FROM facetBlock WHERE block = ?")
    find.bind(1, block)
    let isFound = try find.first { row in row.withBytes(0) { facets.isIn($0) } } ?? false
    last = (block, isFound)
    return isFound
  }
}
