internal import GRDB
internal import GRDBSQLite

/// A cached statement driven without GRDB's values in between, for the few that run on every mention.
struct PreparedStatement {
  private let statement: Statement
  private var pointer: OpaquePointer { statement.sqliteStatement }

  init(_ db: Database, _ sql: String) throws { statement = try db.cachedStatement(sql: sql) }

  func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(pointer, index, value) }

  func bind(_ index: Int32, _ value: Int64?) {
    if let value { bind(index, value) } else { sqlite3_bind_null(pointer, index) }
  }

  func bind(_ index: Int32, _ value: Bool) { sqlite3_bind_int64(pointer, index, value ? 1 : 0) }

  func bind(_ index: Int32, _ value: Double) { sqlite3_bind_double(pointer, index, value) }

  func bind(_ index: Int32, _ value: String?) {
    guard var value else {
      sqlite3_bind_null(pointer, index)
      return
    }
    // SQLITE_TRANSIENT: SQLite copies, because the bytes are only there inside the closure.
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    value.withUTF8 { bytes in
      let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
      if let start {
        sqlite3_bind_text(pointer, index, start, Int32(bytes.count), transient)
      } else {
        sqlite3_bind_text(pointer, index, "", 0, transient)
      }
    }
  }

  func bind(_ index: Int32, _ bytes: [UInt8]) {
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    _ = bytes.withUnsafeBytes {
      sqlite3_bind_blob(pointer, index, $0.baseAddress, Int32($0.count), transient)
    }
  }

  /// Runs a statement that returns nothing.
  func run() throws {
    let code = sqlite3_step(pointer)
    sqlite3_reset(pointer)
    guard code == SQLITE_DONE || code == SQLITE_ROW else { throw error(code) }
  }

  /// Hands each row to `read` until it returns a value; resets the statement in any case.
  func first<Value>(_ read: (borrowing PreparedStatement) -> Value?) throws -> Value? {
    try firstThrowing(read)
  }

  /// Does the same with a `read` that may fail.
  func firstThrowing<Value>(
    _ read: (borrowing PreparedStatement) throws -> Value?
  ) throws -> Value? {
    defer { sqlite3_reset(pointer) }
    while true {
      let code = sqlite3_step(pointer)
      if code == SQLITE_DONE { return nil }
      guard code == SQLITE_ROW else { throw error(code) }
      if let value = try read(self) { return value }
    }
  }

  func int(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }

  /// Hands the bytes of a column to `body`, which must not keep them.
  func withBytes<Value>(_ column: Int32, _ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    let start = sqlite3_column_blob(pointer, column)
    let count = Int(sqlite3_column_bytes(pointer, column))
    return body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  func string(_ column: Int32) -> String {
    guard let bytes = sqlite3_column_text(pointer, column) else { return "" }
    return String(cString: bytes)
  }

  private func error(_ code: Int32) -> any Error {
    let connection = sqlite3_db_handle(pointer)
    let reason = sqlite3_errmsg(connection).map { String(cString: $0) }
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: reason)
  }
}
