internal import Glibc

/// Lets a decision go before the next batch of intake, whichever process each is in.
///
/// SQLite has no queue for writers: who asks again first gets the lock, so batches without pause
/// would starve a key press. A decision therefore holds this lock while it waits and writes, and
/// intake looks at it before each batch. Free, that look costs a microsecond.
final class TurnLock: Sendable {
  private let file: Int32

  /// How long intake waits for a decision before it goes on all the same, in microseconds: the
  /// decision may belong to a process that was stopped.
  private static let patience = 1_000_000

  /// Opens the lock file, making it when it is missing; throws when that is not possible.
  init(path: String) throws {
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    if file < 0 {
      throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
  }

  deinit { close(file) }

  /// Runs `body` as a decision.
  func deciding<Value>(_ body: () throws -> Value) rethrows -> Value {
    while flock(file, LOCK_EX) != 0, errno == EINTR {}
    defer { flock(file, LOCK_UN) }
    return try body()
  }

  /// Waits until no decision waits, one second at most.
  func letDecisionsPass() {
    var waited = 0
    while flock(file, LOCK_SH | LOCK_NB) != 0, waited < Self.patience {
      usleep(200)
      waited += 200
    }
    flock(file, LOCK_UN)
  }
}
