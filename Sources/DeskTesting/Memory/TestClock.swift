public import DeskCore
import Synchronization

/// A clock that stands still until a test moves it.
public final class TestClock: Sendable {
  private struct Sleeper {
    let until: Timestamp
    let continuation: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var now: Timestamp
    var next = 0
    var sleepers: [Int: Sleeper] = [:]
    var cancelled: Set<Int> = []
  }

  private let state: Mutex<State>

  /// Starts at an instant.
  public init(_ now: Timestamp = Timestamp(seconds: 1_770_000_000)) {
    state = Mutex(State(now: now))
  }

  /// The instant at which it stands.
  public func now() -> Timestamp { state.withLock { $0.now } }

  /// How many wait for it to move.
  public var sleeperCount: Int { state.withLock { $0.sleepers.count } }

  /// When the next sleeper wants to wake; nil when none sleeps.
  public var nextWake: Timestamp? { state.withLock { $0.sleepers.values.map(\.until).min() } }

  /// Moves it and wakes everybody whose time has come.
  public func advance(by span: Span) {
    let woken = state.withLock { state in
      state.now = state.now.adding(span)
      let due = state.sleepers.filter { $0.value.until <= state.now }
      for key in due.keys { state.sleepers[key] = nil }
      return due.values.map(\.continuation)
    }
    for continuation in woken { continuation.resume() }
  }

  /// Waits until the clock has been moved to `until`.
  /// - Throws: `CancellationError` when the task is cancelled.
  public func sleep(until: Timestamp) async throws {
    let id = state.withLock { state in
      state.next += 1
      return state.next
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        park(id, until: until, continuation)
      }
    } onCancel: {
      let sleeper = state.withLock { state in
        let sleeper = state.sleepers.removeValue(forKey: id)
        if sleeper == nil { state.cancelled.insert(id) }
        return sleeper
      }
      sleeper?.continuation.resume(throwing: CancellationError())
    }
  }

  private func park(
    _ id: Int, until: Timestamp, _ continuation: CheckedContinuation<Void, any Error>
  ) {
    let result: Result<Void, any Error>? = state.withLock { state in
      if state.cancelled.remove(id) != nil { return .failure(CancellationError()) }
      if until <= state.now { return .success(()) }
      state.sleepers[id] = Sleeper(until: until, continuation: continuation)
      return nil
    }
    if let result { continuation.resume(with: result) }
  }
}
