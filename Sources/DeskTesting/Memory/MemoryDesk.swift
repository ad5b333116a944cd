public import DeskCore
import Synchronization

/// A desk without a database: keeps every promise of the store's ports, in memory.
public final class MemoryDesk: DecisionStore, IntakeStore, RereadingStore, DeskReader {
  /// What a scripted fault throws.
  public struct Fault: Error, Hashable {
    /// Makes a fault.
    public init() {}
  }

  private struct Guarded: Sendable {
    var state = MemoryState()
    var failures = 0
  }

  private let guarded = Mutex(Guarded())
  /// Mentions by time, so that reading five minutes of a long history does not read all of it.
  let timeline = Mutex<[(at: Timestamp, id: MentionID)]>([])

  /// An empty desk.
  public init() {}

  /// A desk as it once stood.
  init(_ state: MemoryState) { guarded.withLock { $0.state = state } }

  /// Everything it holds.
  var snapshot: MemoryState { guarded.withLock { $0.state } }

  /// Makes the next `count` transactions fail after they have done everything.
  public func failNext(_ count: Int) { guarded.withLock { $0.failures = count } }

  /// Changes a stored item behind the desk's back, as somebody with the file and an editor could.
  public func tamper(with id: OutgoingID, _ change: (inout OutgoingItem) -> Void) {
    guarded.withLock { guarded in
      guard guarded.state.item(id) != nil else { return }
      change(&guarded.state.items[Int(id.rawValue) - 1])
    }
  }

  /// Runs `body` alone; a throw leaves everything as it was.
  public func decide<Value: Sendable>(
    _ body: (any DeskTransaction) throws -> Value
  ) throws -> Value {
    try guarded.withLock { guarded in
      let transaction = MemoryTransaction(guarded.state)
      let value = try body(transaction)
      try Self.fail(&guarded)
      guarded.state = transaction.state
      return value
    }
  }

  /// The first items of an account in a state, by due time.
  public func items(
    in state: OutgoingState, of account: AccountID, limit: Int
  ) throws -> [OutgoingItem] {
    try read { desk in
      let all = try MemoryTransaction(desk).items(in: [state])
      return Array(all.filter { $0.content.account == account }.prefix(limit))
    }
  }

  /// The pauses that stand.
  public func standingPauses() throws -> [Pause] { read { $0.standing } }

  /// Who may do what, as last stored.
  public func storedTeam() throws -> Team? { read { $0.team } }

  /// Stores a batch and its cursor, or nothing.
  public func store(_ batch: IntakeBatch) throws -> IntakeResult {
    try guarded.withLock { guarded in
      let transaction = MemoryTransaction(guarded.state)
      let known = transaction.state.mentions.count
      let result = transaction.state.take(batch)
      for mention in transaction.state.mentions.dropFirst(known)
      where mention.conversation.rawValue != mention.id.rawValue {
        try transaction.hear(mention, now: batch.at)
      }
      try Self.fail(&guarded)
      guarded.state = transaction.state
      return result
    }
  }

  /// Where a source stood.
  public func cursor(for account: AccountID) throws -> Cursor? { read { $0.cursors[account] } }

  /// The next mentions to read with `model`; nil once all have been.
  public func toReread(model: String, limit: Int) throws -> Rereading? {
    guarded.withLock { $0.state.toReread(model: model, limit: limit) }
  }

  /// Stores what they were read as.
  public func store(_ moods: [MoodReading], of step: Rereading) throws {
    try guarded.withLock { guarded in
      let transaction = MemoryTransaction(guarded.state)
      try transaction.store(moods, of: step)
      try Self.fail(&guarded)
      guarded.state = transaction.state
    }
  }

  /// Remembers how a source is doing.
  public func report(_ health: SourceHealth) throws {
    guarded.withLock { $0.state.health[health.account] = health }
  }

  func read<Value: Sendable>(_ body: (MemoryState) throws -> Value) rethrows -> Value {
    try body(guarded.withLock { $0.state })
  }

  private static func fail(_ guarded: inout sending Guarded) throws {
    guard guarded.failures > 0 else { return }
    guarded.failures -= 1
    throw Fault()
  }
}
