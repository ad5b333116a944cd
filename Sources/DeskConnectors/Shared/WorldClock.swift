public import DeskCore
import FoundationEssentials

/// Time and chance as a connector uses them, so that a test can bring its own.
public struct WorldClock: Sendable {
  /// The time now.
  public let now: @Sendable () -> Timestamp
  /// Waits; throws when cancelled.
  public let sleep: @Sendable (Span) async throws -> Void
  /// A number in 0..<1.
  public let chance: @Sendable () -> Double

  /// Makes a clock.
  public init(
    now: @escaping @Sendable () -> Timestamp,
    sleep: @escaping @Sendable (Span) async throws -> Void,
    chance: @escaping @Sendable () -> Double
  ) {
    self.now = now
    self.sleep = sleep
    self.chance = chance
  }

  /// The machine's own.
  public static let live = WorldClock(
    now: { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) },
    sleep: { try await Task.sleep(for: .milliseconds(max(0, $0.milliseconds))) },
    chance: { Double.random(in: 0..<1) })
}
