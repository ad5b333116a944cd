internal import GRDB

/// What a transaction changes in the counts of facets, collected and written at its end.
struct FacetChanges {
  private struct Change {
    var open: Int64 = 0
    var facets: [Facet: Int] = [:]
  }
  private var blocks: [Int64: Change] = [:]

  /// Counts a new mention.
  mutating func insert(_ id: Int64, _ facet: Facet, isOpen: Bool) {
    blocks[id >> FacetCounts.shift, default: Change()].facets[facet, default: 0] += 1
    if isOpen { blocks[id >> FacetCounts.shift]?.open += 1 }
  }

  /// Counts a mention under another facet; whether it is open is counted by the database.
  mutating func move(_ id: Int64, from old: Facet, to new: Facet) {
    guard old != new else { return }
    blocks[id >> FacetCounts.shift, default: Change()].facets[old, default: 0] -= 1
    blocks[id >> FacetCounts.shift, default: Change()].facets[new, default: 0] += 1
  }

  /// Adds everything to the table.
  func write(_ db: Database) throws {
    for (block, change) in blocks { try Self.write(change, block: block, db) }
  }

  private static func write(_ change: Change, block: Int64, _ db: Database) throws {
    let find = try PreparedStatement(db, "SELECT counts FROM facetBlock WHERE block = ?")
    find.bind(1, block)
    let known = try find.first { row in row.withBytes(0) { FacetCounts($0) } }
    var counts = known ?? FacetCounts()
    for (facet, difference) in change.facets { counts.add(difference, of: facet) }
    let write = try PreparedStatement(
      db,
      """
      INSERT INTO facetBlock (block, open, counts) VALUES (?1, ?2, ?3)
      ON CONFLICT (block) DO UPDATE SET open = open + ?2, counts = ?3
      """)
    write.bind(1, block)
    write.bind(2, change.open)
    write.bind(3, counts.bytes)
    try write.run()
  }
}
