import DeskCore
import DeskStore
import Foundation
import Synchronization

/// Stores batches without a pause on a thread and connections of its own, as another process would.
final class IntakeLoad: Sendable {
  private let desk: DeskDatabase
  private let batch: Int
  private let source: Mutex<SyntheticMentions>
  private let isEnding = Atomic(false)
  private let stored = Atomic(0)
  private let startedAt = Mutex(0.0)

  /// Opens the database a second time.
  init(path: String, source: SyntheticMentions, batch: Int) throws {
    desk = try DeskDatabase(path: path)
    self.batch = batch
    self.source = Mutex(source)
  }

  /// Starts to store.
  func begin() {
    startedAt.withLock { $0 = Measure.wall() }
    Thread.detachNewThread { [self] in
      while !isEnding.load(ordering: .relaxed) {
        let next = source.withLock { $0.batch(of: batch) }
        guard (try? desk.store(next)) != nil else { break }
        stored.add(next.events.count, ordering: .relaxed)
      }
    }
  }

  /// Stops and returns how many mentions a second were stored.
  func end() -> Int {
    isEnding.store(true, ordering: .relaxed)
    let span = Measure.wall() - startedAt.withLock { $0 }
    return Int(Double(stored.load(ordering: .relaxed)) / span)
  }
}
