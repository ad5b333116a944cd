public import DeskCore
import Synchronization

/// Wakes whoever waits for work; rings that nobody has heard yet are counted as one.
public final class Doorbell: Sendable {
  private struct State {
    var rings = 0
    var next = 0
    var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    var cancelled: Set<Int> = []
  }

  private let state = Mutex(State())

  /// Makes a bell.
  public init() {}

  /// How often it rang; read it before looking for work, and wait for it to have changed.
  public var rings: Int { state.withLock { $0.rings } }

  /// Wakes everybody who waits.
  public func ring() {
    let woken = state.withLock { state in
      state.rings += 1
      defer { state.waiting = [:] }
      return Array(state.waiting.values)
    }
    for continuation in woken { continuation.resume() }
  }

  /// Returns once it has rung more than `heard` times, or the task is cancelled.
  public func wait(past heard: Int) async {
    let id = state.withLock { state in
      state.next += 1
      return state.next
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          if state.cancelled.remove(id) != nil || state.rings > heard { return true }
          state.waiting[id] = continuation
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      let waiter = state.withLock { state in
        let waiter = state.waiting.removeValue(forKey: id)
        if waiter == nil { state.cancelled.insert(id) }
        return waiter
      }
      waiter?.resume()
    }
  }

  /// Returns at `until`, when it rings, or when the task is cancelled, whichever comes first.
  public func wait(past heard: Int, until: Timestamp?, clock: DeskClock) async {
    guard let until else { return await wait(past: heard) }
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await self.wait(past: heard) }
      group.addTask { try? await clock.sleep(until: until) }
      await group.next()
      group.cancelAll()
    }
  }
}
