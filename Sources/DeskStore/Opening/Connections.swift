internal import GRDB
internal import Glibc

/// How each connection to the file is set up.
enum Connections {
  /// Pages the intake connection keeps, in KiB: the upper levels of the trees it writes to.
  private static let intakeCache = 8_000
  /// Pages each other connection keeps, in KiB.
  private static let readerCache = 1_000

  /// Reads and decisions; decisions are durable when their call returns.
  static func pool(path: String, readOnly: Bool, log: WriteAheadLog) throws -> DatabasePool {
    var configuration = base(label: "desk", cache: readerCache)
    configuration.readonly = readOnly
    configuration.maximumReaderCount = 3
    let pool = try DatabasePool(path: path, configuration: configuration)
    if !readOnly {
      // GRDB sets NORMAL after its own preparation, so FULL can only be asked for afterwards.
      try pool.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA synchronous = FULL")
        log.watch(db)
      }
    }
    return pool
  }

  /// Intake: what a power cut takes from it can be fetched again by its cursor.
  static func intake(path: String, log: WriteAheadLog) throws -> DatabaseQueue {
    var configuration = base(label: "intake", cache: intakeCache)
    configuration.busyMode = .callback { log.isPatient && wait($0) }
    configuration.journalMode = .wal
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA synchronous = NORMAL")
      log.watch(db)
    }
    return queue
  }

  /// A connection that only looks.
  static func watcher(path: String) throws -> DatabaseQueue {
    var configuration = base(label: "watch", cache: 64)
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  private static func base(label: String, cache: Int) -> Configuration {
    var configuration = Configuration()
    configuration.label = label
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .callback(wait)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -\(cache)")
      try db.execute(sql: "PRAGMA secure_delete = OFF")
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
    }
    return configuration
  }

  /// Half a millisecond at a time for five seconds: a batch of intake takes ten milliseconds, and
  /// SQLite's own growing pauses would sleep through the gap after it.
  private static func wait(_ tries: Int) -> Bool {
    guard tries < 9_000 else { return false }
    usleep(500)
    return true
  }
}
