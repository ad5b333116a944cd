public import DeskCore

/// Stores a whole file: one task reads and judges, another stores, so that neither waits idly.
public struct BulkIntake: Sendable {
  private let intake: IntakeService
  private let depth: Int

  /// Makes a pipeline that keeps at most `depth` judged transactions waiting, at least 1.
  public init(intake: IntakeService, depth: Int = 8) {
    self.intake = intake
    self.depth = max(1, depth)
  }

  /// Stores every batch that `next` gives, in order, until it gives nil.
  /// - Parameters:
  ///   - next: gives the next batch; called from one task at a time.
  ///   - progress: called after each transaction with the sum so far.
  /// - Throws: the first error of `next` or of the store; what came before it stays stored.
  public func run(
    progress: @escaping @Sendable (IntakeResult) -> Void = { _ in },
    next: @escaping @Sendable () throws -> SourceBatch?
  ) async throws -> IntakeResult {
    let queue = BoundedQueue<IntakeBatch>(limit: depth)
    return try await withThrowingTaskGroup(of: IntakeResult?.self) { group in
      group.addTask { try await read(into: queue, next: next) }
      group.addTask { try await write(from: queue, progress: progress) }
      var total = IntakeResult()
      while let part = try await group.next() { if let part { total = part } }
      return total
    }
  }

  @concurrent
  private func read(
    into queue: BoundedQueue<IntakeBatch>, next: @Sendable () throws -> SourceBatch?
  ) async throws -> IntakeResult? {
    defer { queue.close() }
    while let batch = try next() {
      for part in intake.judged(batch) {
        try Task.checkCancellation()
        await queue.put(part)
      }
      await Task.yield()
    }
    return nil
  }

  @concurrent
  private func write(
    from queue: BoundedQueue<IntakeBatch>, progress: @Sendable (IntakeResult) -> Void
  ) async throws -> IntakeResult? {
    var total = IntakeResult()
    defer { queue.close() }
    while let batch = await queue.take() {
      try Task.checkCancellation()
      total += try intake.put(batch)
      progress(total)
      await Task.yield()
    }
    return total
  }
}
