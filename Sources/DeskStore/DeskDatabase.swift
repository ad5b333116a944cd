internal import GRDB
internal import Glibc
internal import Synchronization

/// One desk's database: a SQLite file that several processes may have open at once.
public final class DeskDatabase: Sendable {
  /// Where the file is.
  public let path: String
  /// Whether this process may only look.
  public let isReadOnly: Bool
  let pool: DatabasePool
  let turn: TurnLock?
  let log = WriteAheadLog()
  let intake = Mutex(IntakeLine())
  private let watcher: DatabaseQueue
  private let isTemporary: Bool

  /// Opens the file, makes it when it is missing and brings it to this program's schema.
  ///
  /// The folder must exist. The file is made readable by its owner alone.
  /// - Throws: `StoreError`; what a newer version made is refused and left as it is.
  public convenience init(path: String, readOnly: Bool = false) throws {
    try self.init(path: path, readOnly: readOnly, isTemporary: false)
  }

  /// A database in a file of its own under the system's temporary folder, gone with this value.
  public static func temporary() throws -> DeskDatabase {
    let place = String(repeating: "X", count: 6)
    var template = Array("/tmp/desk-\(place)".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw StoreError.cannotOpen(path: "/tmp", reason: String(cString: strerror(errno)))
    }
    let folder = template.withUnsafeBufferPointer { bytes in
      String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    return try DeskDatabase(path: folder + "/desk.sqlite", readOnly: false, isTemporary: true)
  }

  private init(path: String, readOnly: Bool, isTemporary: Bool) throws {
    self.path = path
    self.isReadOnly = readOnly
    self.isTemporary = isTemporary
    do {
      if !readOnly { try Self.makeFile(path) }
      watcher = try Connections.watcher(path: path)
      try watcher.read { try Migrator.check($0, path: path) }
      pool = try Connections.pool(path: path, readOnly: readOnly, log: log)
      turn = readOnly ? nil : try TurnLock(path: path + "-turn")
      if !readOnly { try pool.writeWithoutTransaction { try Migrator.migrate($0) } }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
      throw StoreError.cannotOpen(path: path, reason: error.message ?? "")
    } catch let error as DatabaseError {
      throw StoreError(error)
    }
  }

  /// Ends every connection; the last process to do so empties the write-ahead log, which the next
  /// one would have to read before its first frame. Whatever is called afterwards throws.
  public func close() {
    try? intake.withLock { try $0.close() }
    try? watcher.close()
    try? pool.close()
  }

  deinit {
    guard isTemporary else { return }
    close()
    for suffix in ["", "-wal", "-shm", "-turn"] { unlink(path + suffix) }
    if let slash = path.lastIndex(of: "/") { rmdir(String(path[..<slash])) }
  }

  /// The write-ahead log: every commit, of whatever process, touches this file.
  public var walPath: String { path + "-wal" }

  /// A number that changes whenever anybody, this process included, commits; takes microseconds.
  public func dataVersion() throws -> Int64 {
    try StoreError.mapping {
      try watcher.read { try Int64.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
    }
  }

  private static func makeFile(_ path: String) throws {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    Glibc.close(file)
  }

  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try StoreError.mapping { try pool.read(body) }
  }
}
