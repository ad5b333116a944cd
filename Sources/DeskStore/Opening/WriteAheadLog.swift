internal import GRDB
internal import GRDBSQLite
internal import Synchronization

/// Keeps the write-ahead log short without making a decision wait for it.
///
/// Whoever opens a desk that was not closed reads the whole log first, so its length bounds the
/// time to the first screen after a crash. SQLite would copy it into the file at the end of
/// whichever commit finds it too long; here intake does it between two batches.
final class WriteAheadLog: Sendable {
  /// Pages after which they are copied into the file (8 MB).
  private static let step = 2_000
  /// Pages after which the log is begun anew as soon as nobody reads from it (24 MB).
  private static let limit = 6_000
  /// Pages that decisions alone may write before somebody else copies them (16 MB).
  static let decisionStep = 4_000

  private let pages = Atomic(0)
  private let copied = Atomic(0)
  private let mayWait = Atomic(true)

  /// How many pages the log held after the last commit of the watched connections.
  var length: Int { pages.load(ordering: .relaxed) }

  /// Whether a connection that finds the database taken should ask again.
  var isPatient: Bool { mayWait.load(ordering: .relaxed) }

  /// Learns the log's length with each commit of a connection, in place of SQLite's own copying.
  func watch(_ db: Database) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_wal_hook(
      db.sqliteConnection,
      { context, _, _, count in
        guard let context else { return SQLITE_OK }
        let log = Unmanaged<WriteAheadLog>.fromOpaque(context).takeUnretainedValue()
        log.pages.store(Int(count), ordering: .relaxed)
        return SQLITE_OK
      }, context)
  }

  /// Copies pages into the file when there are enough; to be called between two batches.
  func tidy(_ db: Database) {
    let length = pages.load(ordering: .relaxed)
    var done = copied.load(ordering: .relaxed)
    if length < done { done = 0 }
    copied.store(done, ordering: .relaxed)
    guard length - done >= Self.step else { return }
    // A failure leaves the log longer and nothing else; the next batch tries again.
    sqlite3_wal_checkpoint_v2(db.sqliteConnection, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
    copied.store(length, ordering: .relaxed)
    if length >= Self.limit { beginAnew(db) }
  }

  /// Takes the write lock for an instant; gives up at once when somebody reads or writes.
  private func beginAnew(_ db: Database) {
    mayWait.store(false, ordering: .relaxed)
    sqlite3_wal_checkpoint_v2(db.sqliteConnection, nil, SQLITE_CHECKPOINT_RESTART, nil, nil)
    mayWait.store(true, ordering: .relaxed)
  }
}
