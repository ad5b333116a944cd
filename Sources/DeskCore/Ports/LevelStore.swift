/// A move of the level with its number and what held before.
public struct LevelMove: Hashable, Sendable {
  /// Later moves have higher numbers.
  public let id: Int64
  /// The level before.
  public let from: Level
  /// The level since then, by whom, when and why.
  public let change: LevelChange

  /// Makes a move.
  public init(id: Int64, from: Level, change: LevelChange) {
    self.id = id
    self.from = from
    self.change = change
  }
}

/// How far the moves of the level have been carried through.
public struct LevelWork: Hashable, Sendable {
  /// The `ServiceLevels.signature` by which the open mentions are due.
  public var applied: String
  /// The last move that people were told of; below 0 before anything was told.
  public var toldMove: Int64
  /// The last alert that people were told of.
  public var toldAlert: Int64
  /// Why somebody could not be told, in words; empty when all were.
  public var problem: String

  /// Makes one; without arguments nothing has been done yet.
  public init(
    applied: String = "", toldMove: Int64 = -1, toldAlert: Int64 = -1, problem: String = ""
  ) {
    self.applied = applied
    self.toldMove = toldMove
    self.toldAlert = toldAlert
    self.problem = problem
  }
}

/// How far a walk over the open or snoozed mentions has come.
public struct ClockPosition: Hashable, Sendable {
  /// When the last mention passed was first seen.
  public let seenAt: Timestamp
  /// Its number.
  public let id: MentionID

  /// Makes a position.
  public init(seenAt: Timestamp, id: MentionID) {
    self.seenAt = seenAt
    self.id = id
  }
}

/// What carries a move of the level through: clocks of what waits, and who was told.
public protocol LevelStore: Sendable {
  /// The last move of the level; nil before the first.
  func lastMove() throws -> LevelMove?
  /// How far moves have been carried through.
  func levelWork() throws -> LevelWork
  /// Remembers by which signature the open mentions are due.
  func setApplied(_ signature: String) throws
  /// Remembers what people were told of.
  func setTold(move: Int64, alert: Int64, problem: String) throws
  /// Finds anew when open or snoozed mentions first seen at `since` or later are due, at most
  /// `limit` of them after a position, and stores what changed; their versions stay. Nil when none is
  /// left.
  func reclock(
    _ state: MentionState, since: Timestamp, after: ClockPosition?, limit: Int,
    by levels: ServiceLevels
  ) throws -> ClockPosition?
  /// Finds anew when those mentions are due whose conversation changed, at most `limit` of them, and
  /// says of how many.
  func reclockChanged(limit: Int, by levels: ServiceLevels) throws -> Int
}
