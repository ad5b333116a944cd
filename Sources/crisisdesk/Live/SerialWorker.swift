import Foundation
import Synchronization

/// One OS thread that runs jobs in order.
///
/// Database calls block; on Swift's cooperative pool, which has one thread a core, a few of them
/// would stop everything else. So each kind of blocking work gets a thread of its own.
final class SerialWorker: Sendable {
  private struct Queue {
    var jobs: [@Sendable () -> Void] = []
    var isClosed = false
  }

  private let queue = Mutex(Queue())
  private let pending = DispatchSemaphore(value: 0)

  init(name: String) {
    let thread = Thread { [self] in
      while let job = next() { job() }
    }
    thread.name = name
    thread.stackSize = 1 << 20
    thread.start()
  }

  /// Runs `job` after everything handed over before it.
  func run(_ job: @escaping @Sendable () -> Void) {
    queue.withLock { $0.jobs.append(job) }
    pending.signal()
  }

  /// Lets the thread end once it has run what it was given.
  func close() {
    queue.withLock { $0.isClosed = true }
    pending.signal()
  }

  private func next() -> (@Sendable () -> Void)? {
    while true {
      pending.wait()
      let (job, isClosed) = queue.withLock { queue in
        (queue.jobs.isEmpty ? nil : queue.jobs.removeFirst(), queue.isClosed)
      }
      if let job { return job }
      if isClosed { return nil }
    }
  }
}
