public import DeskCore
import Synchronization

/// The level as this process last saw it, for those who need it for every mention.
public final class LevelGauge: Sendable {
  private let value: Mutex<Level>

  /// Makes a gauge that shows a level.
  public init(_ level: Level = .calm) { value = Mutex(level) }

  /// The level.
  public var level: Level { value.withLock { $0 } }

  func show(_ level: Level) { value.withLock { $0 = level } }
}
