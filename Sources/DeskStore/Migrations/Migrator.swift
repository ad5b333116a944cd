internal import GRDB

/// Brings a database to the schema this program knows.
enum Migrator {
  /// Marks the file as a desk's own ("Desk" in ASCII).
  static let applicationID: Int32 = 0x4465_736B

  /// Refuses what another program or a newer version made; writes nothing.
  static func check(_ db: Database, path: String) throws {
    let id = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let found = try version(of: db)
    let isEmpty = try Bool.fetchOne(db, sql: "SELECT count(*) = 0 FROM sqlite_schema") ?? true
    if id != applicationID, !(id == 0 && isEmpty) { throw StoreError.foreignFile(path: path) }
    if found > Migration.known {
      throw StoreError.newerSchema(found: found, known: Migration.known)
    }
  }

  /// Runs the missing steps in one transaction, so that two processes that start at once agree.
  static func migrate(_ db: Database) throws {
    guard try version(of: db) < Migration.known else { return }
    try db.inTransaction(.immediate) {
      let found = try version(of: db)
      for migration in Migration.all where migration.version > found {
        try db.execute(sql: migration.statements)
        try db.execute(sql: "PRAGMA user_version = \(migration.version)")
      }
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      return .commit
    }
  }

  private static func version(of db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }
}
