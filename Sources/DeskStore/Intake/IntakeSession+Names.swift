internal import DeskCore
internal import GRDB

extension IntakeSession {
  /// The number of an account's name.
  mutating func account(_ account: AccountID) throws -> Int64 {
    try number(of: account.rawValue, .account)
  }

  /// The number of a platform's name.
  mutating func platform(_ platform: Platform) throws -> Int64 {
    try number(of: platform.rawValue, .platform)
  }

  /// What a mention is counted and filtered by.
  mutating func facet(of mood: MoodReading, platformID: Int64) throws -> Facet {
    Facet(
      platform: platformID, language: try number(of: mood.language.rawValue, .language),
      sentiment: mood.sentiment, intent: mood.intent)
  }

  private mutating func number(of name: String, _ kind: IntakeCaches.Kind) throws -> Int64 {
    if let id = caches.number(of: name, kind) { return id }
    let id = try NameTable.number(of: name, in: kind.rawValue, db)
    caches.remember(id, of: name, kind)
    return id
  }
}

/// Names that are kept once and have numbers.
enum NameTable {
  /// The number of a name, which is given one when it is new.
  static func number(of name: String, in table: String, _ db: Database) throws -> Int64 {
    let find = try db.cachedStatement(sql: "SELECT id FROM \(table) WHERE name = ?")
    if let id = try Int64.fetchOne(find, arguments: [name]) { return id }
    try db.execute(sql: "INSERT INTO \(table) (name) VALUES (?)", arguments: [name])
    return db.lastInsertedRowID
  }
}
