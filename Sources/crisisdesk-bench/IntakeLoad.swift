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
  private let hasEnded = Atomic(false)
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
      hasEnded.store(true, ordering: .releasing)
    }
  }

  /// Stops and returns how many mentions a second were stored, and how many in all.
  func end() -> (rate: Int, stored: Int) {
    isEnding.store(true, ordering: .relaxed)
    let span = Measure.wall() - startedAt.withLock { $0 }
    while !hasEnded.load(ordering: .acquiring) { usleep(1_000) }
    let count = stored.load(ordering: .relaxed)
    return (Int(Double(count) / span), count)
  }

  /// The mentions that would have come next.
  var rest: SyntheticMentions { source.withLock { $0 } }
}
