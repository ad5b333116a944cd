/// How the level moved, for clocks that must know what held when.
public struct LevelHistory: Hashable, Sendable {
  /// The moves, oldest first.
  public let moves: [LevelMove]

  /// Makes a history of moves in the order of their numbers.
  public init(_ moves: [LevelMove] = []) { self.moves = moves }

  /// The level that holds now.
  public var level: Level { moves.last?.change.level ?? .calm }

  /// The level that held at an instant; a move counts from its own instant on.
  public func level(at instant: Timestamp) -> Level {
    moves.last { $0.change.at <= instant }?.change.level ?? moves.first?.from ?? .calm
  }

  /// The moves after an instant, as events of a clock.
  func events(after instant: Timestamp) -> [ServiceEvent] {
    moves.filter { $0.change.at > instant }.map { .level(at: $0.change.at, $0.change.level) }
  }
}
