internal import GRDB

/// Moves new mentions from the small table that takes them into the queue, many at a time.
enum FreshQueue {
  /// How many may wait in the small table.
  private static let limit = 4_096

  /// Moves them when there are too many.
  static func settle(_ db: Database) throws {
    let count = try PreparedStatement(db, "SELECT count(*) FROM queueFresh")
    guard try count.first({ $0.int(0) }) ?? 0 > limit else { return }
    try db.cachedStatement(
      sql: """
        INSERT INTO queue (rank, id, facet) SELECT rank, id, facet FROM queueFresh ORDER BY rank, id
        """
    ).execute()
    try db.cachedStatement(sql: "DELETE FROM queueFresh").execute()
  }
}
