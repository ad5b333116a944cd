internal import GRDB

/// What can go wrong with the desk's database; facts, worded for people elsewhere.
public enum StoreError: Error, Hashable, Sendable {
  /// The file cannot be opened, with SQLite's or the system's reason.
  case cannotOpen(path: String, reason: String)
  /// The file is a database of some other program.
  case foreignFile(path: String)
  /// A newer program made the database; it was not touched.
  case newerSchema(found: Int, known: Int)
  /// The disk is full; what was committed before is safe.
  case full
  /// Another process held the database for longer than five seconds.
  case busy
  /// The file is damaged, with SQLite's reason.
  case corrupt(String)
  /// The database, or its folder, may only be read.
  case readOnly
  /// There is no mention with this number.
  case noMention(Int64)
  /// There is no outgoing item with this number.
  case noItem(Int64)
  /// A stored value is none that the desk knows.
  case badValue(String)
  /// Anything else that SQLite refused, with its code and words.
  case sql(code: Int32, reason: String)

  init(_ error: DatabaseError) {
    let reason = error.message ?? error.resultCode.description
    switch error.resultCode {
    case .SQLITE_FULL: self = .full
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .corrupt(reason)
    case .SQLITE_READONLY: self = .readOnly
    default: self = .sql(code: error.extendedResultCode.rawValue, reason: reason)
    }
  }

  /// Runs `body` and turns what SQLite throws into the store's own errors; others pass unchanged.
  static func mapping<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as DatabaseError { throw StoreError(error) }
  }
}
