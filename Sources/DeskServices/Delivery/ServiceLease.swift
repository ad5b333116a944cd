public import DeskCore
import Synchronization

/// Decides which process runs the services of a desk, by a row that must be renewed.
public final class ServiceLease: Sendable {
  /// How long the row holds without renewal, 30 seconds.
  public static let length = Span.seconds(30)
  /// How often it is renewed, and how often others look whether it is free, 10 seconds.
  public static let rhythm = Span.seconds(10)

  private let store: any DecisionStore
  private let state: Mutex<LeaseHold>

  /// Makes a lease for one process; `holder` must be unlike any other process's, a restart's too.
  public init(store: any DecisionStore, holder: String) {
    self.store = store
    state = Mutex(LeaseHold(holder: holder))
  }

  /// Whether this process has it at `now`, as far as it knows without asking.
  public func holds(at now: Timestamp) -> Bool {
    state.withLock { $0.holds(at: now) }
  }

  /// Takes or renews the lease and, with it in hand, runs `body` in the same transaction.
  ///
  /// Who takes it anew finds what its last holder left in the middle of sending and marks it
  /// unknown, so that it is looked for and not sent again.
  /// - Returns: nil when another process has it.
  func holding<Value: Sendable>(
    at now: Timestamp, _ body: (any DeskTransaction) throws -> Value
  ) throws -> Value? {
    var hold = state.withLock { $0 }
    let value: Value? = try store.decide { tx in
      guard try hold.take(tx, at: now, flying: { state.withLock { $0.flying } }) else {
        return nil
      }
      return try body(tx)
    }
    state.withLock { $0.until = hold.until }
    return value
  }

  /// Takes or renews the lease; false when another process has it.
  public func renew(at now: Timestamp) throws -> Bool { try holding(at: now) { _ in } != nil }

  /// Gives it back, so that another process need not wait for it to run out.
  public func giveUp(at now: Timestamp) throws {
    guard holds(at: now) else { return }
    let holder = state.withLock { $0.holder }
    try store.decide { tx in
      _ = try tx.takeServiceLease(holder: holder, until: now, now: now)
    }
    state.withLock { $0.until = nil }
  }

  /// The first items of an account in a state, without a write transaction.
  func items(
    in state: OutgoingState, of account: AccountID, limit: Int
  ) throws -> [OutgoingItem] {
    try store.items(in: state, of: account, limit: limit)
  }

  /// The pause that stands, without a write transaction.
  func pause() throws -> Pause? { try store.standingPause() }

  /// Stores a fact whether or not this process still has the lease: facts do not lapse.
  func record(_ body: (any DeskTransaction) throws -> Void) throws { try store.decide(body) }

  func takesOff(_ id: OutgoingID) { state.withLock { _ = $0.flying.insert(id) } }
  func landed(_ id: OutgoingID) { state.withLock { _ = $0.flying.remove(id) } }
}
