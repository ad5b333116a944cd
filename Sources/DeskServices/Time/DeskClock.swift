public import DeskCore
import FoundationEssentials

/// What time it is, and how to wait; live by the system, in tests by hand.
public struct DeskClock: Sendable {
  private let read: @Sendable () -> Timestamp
  private let pause: @Sendable (Timestamp) async throws -> Void

  /// Makes a clock of two functions; the second throws when its task is cancelled.
  public init(
    now: @escaping @Sendable () -> Timestamp,
    sleepUntil: @escaping @Sendable (Timestamp) async throws -> Void
  ) {
    read = now
    pause = sleepUntil
  }

  /// The system's clock.
  public static let system = DeskClock(
    now: systemNow,
    sleepUntil: { until in
      let wait = until.since(systemNow()).milliseconds
      if wait > 0 { try await Task.sleep(for: .milliseconds(wait)) }
    })

  /// The instant now.
  public func now() -> Timestamp { read() }

  /// Waits until an instant; returns at once when it has passed.
  /// - Throws: `CancellationError` when the task is cancelled.
  public func sleep(until: Timestamp) async throws { try await pause(until) }

  /// Waits for a span of time.
  /// - Throws: `CancellationError` when the task is cancelled.
  public func sleep(for span: Span) async throws { try await pause(now().adding(span)) }

  private static let systemNow: @Sendable () -> Timestamp = {
    Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }
}
