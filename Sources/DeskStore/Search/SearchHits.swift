internal import GRDB

/// The numbers of the mentions that a search names, a bit for each mention of the desk.
struct SearchHits {
  private var bits: [UInt64] = []
  /// How many there are.
  private(set) var count = 0
  /// Whether these are all; else only the newest were looked up.
  private(set) var isComplete = true

  /// Looks up at most `limit`, newest first.
  init(_ db: Database, table: String, match: String, limit: Int) throws {
    let select = try PreparedStatement(
      db, "SELECT rowid FROM \(table) WHERE \(table) MATCH ? ORDER BY rowid DESC")
    select.bind(1, match)
    var bits: [UInt64] = []
    var count = 0
    isComplete =
      try select.first { row -> Bool? in
        let id = Int(row.int(0))
        guard count < limit else { return false }
        if bits.isEmpty { bits = [UInt64](repeating: 0, count: id / 64 + 1) }
        bits[id / 64] |= 1 << UInt64(id % 64)
        count += 1
        return nil
      } ?? true
    self.bits = bits
    self.count = count
  }

  /// Whether a mention is among them.
  func contains(_ id: Int64) -> Bool {
    let word = Int(id) / 64
    return word < bits.count && bits[word] & 1 << UInt64(Int(id) % 64) != 0
  }
}
