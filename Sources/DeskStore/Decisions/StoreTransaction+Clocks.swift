public import DeskCore
internal import GRDB

extension StoreTransaction {
  func serviceHistory(of id: MentionID) throws -> ServiceHistory {
    try ClockRow.history(db, of: id.rawValue)
  }

  func hold(_ id: MentionID, _ reason: HoldReason, at: Timestamp) throws {
    try ClockRow.endHold(db, of: id.rawValue, at: at)
    try db.execute(
      sql: "INSERT INTO hold (mention, reason, at, spare) VALUES (?, ?, ?, 0)",
      arguments: [id.rawValue, reason.rawValue, at.milliseconds])
  }

  func endHold(of id: MentionID, at: Timestamp) throws {
    try ClockRow.endHold(db, of: id.rawValue, at: at)
  }

  func reclock(_ id: MentionID, by levels: ServiceLevels) throws {
    try ClockWriter.settle(db, id.rawValue, by: levels, LevelRow.history(db))
  }

  func levelHistory() throws -> LevelHistory { try LevelRow.history(db) }
}

extension DeskDatabase {
  /// What the clocks of a mention's author run by in its conversation.
  public func serviceHistory(of id: MentionID) throws -> ServiceHistory {
    try read { try ClockRow.history($0, of: id.rawValue) }
  }

  /// How the level moved.
  public func levelHistory() throws -> LevelHistory { try read(LevelRow.history) }
}
