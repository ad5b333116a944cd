public import DeskCore

/// Takes what sources yield, reads its mood, and stores it in short transactions.
public struct IntakeService: Sendable {
  /// The most events of one transaction, 250, so that decisions never wait long for the lock.
  public static let batchLimit = 250

  private let store: any IntakeStore
  private let judge: MentionJudge
  private let clock: DeskClock
  private let stored: @Sendable (IntakeResult) -> Void

  /// Makes a service.
  /// - Parameters:
  ///   - store: where mentions go.
  ///   - judge: what reads them.
  ///   - clock: tells when they were seen.
  ///   - stored: called after each transaction, to wake whoever shows what came in.
  public init(
    store: any IntakeStore, judge: MentionJudge, clock: DeskClock = .system,
    stored: @escaping @Sendable (IntakeResult) -> Void = { _ in }
  ) {
    self.store = store
    self.judge = judge
    self.clock = clock
    self.stored = stored
  }

  /// Takes one signal of a source; returns once it is stored, so a source cannot run ahead.
  /// - Throws: the store's error, or `CancellationError` between two transactions.
  public func take(_ signal: SourceSignal) async throws {
    switch signal {
    case .batch(let batch): try await take(batch)
    case .health(let health): try store.report(health)
    }
  }

  /// Stores a batch, its cursor with the last of its transactions.
  /// - Throws: the store's error, or `CancellationError` between two transactions.
  @discardableResult
  public func take(_ batch: SourceBatch) async throws -> IntakeResult {
    var total = IntakeResult()
    for part in judge.split(batch, limit: Self.batchLimit, at: clock.now()) {
      try Task.checkCancellation()
      total += try put(part)
      await Task.yield()
    }
    return total
  }

  /// Stores one judged transaction.
  func put(_ batch: IntakeBatch) throws -> IntakeResult {
    let result = try store.store(batch)
    stored(result)
    return result
  }

  func judged(_ batch: SourceBatch) -> [IntakeBatch] {
    judge.split(batch, limit: Self.batchLimit, at: clock.now())
  }
}

extension IntakeResult {
  /// Adds up two results.
  public static func += (total: inout IntakeResult, part: IntakeResult) {
    total.new += part.new
    total.edited += part.edited
    total.deleted += part.deleted
    total.duplicates += part.duplicates
  }
}
