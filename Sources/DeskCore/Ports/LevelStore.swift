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
  /// The `AnswerClock.signature` by which the open mentions are due.
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

/// What the clock of an answer needs of a mention.
public struct UnansweredMention: Hashable, Sendable {
  /// Its number.
  public let id: MentionID
  /// What its author wants.
  public let intent: Intent
  /// When the desk first saw it.
  public let seenAt: Timestamp
  /// When it is due now.
  public let dueAt: Timestamp

  /// Makes one.
  public init(id: MentionID, intent: Intent, seenAt: Timestamp, dueAt: Timestamp) {
    self.id = id
    self.intent = intent
    self.seenAt = seenAt
    self.dueAt = dueAt
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
  /// Open or snoozed mentions first seen at `since` or later, by that time and number, after one
  /// already read.
  func unanswered(
    _ state: MentionState, since: Timestamp, after: UnansweredMention?, limit: Int
  ) throws -> [UnansweredMention]
  /// Moves when answers are due, where they are still awaited; their versions stay.
  func setDue(_ due: [MentionID: Timestamp]) throws
}
