internal import DeskCore
internal import GRDB

extension StoreTransaction {
  func add(_ note: Note) throws {
    try db.execute(
      sql: "INSERT INTO note (mention, seat, at, text) VALUES (?, ?, ?, ?)",
      arguments: [
        note.mention.rawValue, note.seat.rawValue, note.at.milliseconds, note.text,
      ])
  }

  func setPresence(_ presence: Presence?, of seat: Seat) throws {
    guard let presence else {
      try db.execute(sql: "DELETE FROM presence WHERE seat = ?", arguments: [seat.rawValue])
      return
    }
    try db.execute(
      sql: "INSERT OR REPLACE INTO presence (seat, conversation, until) VALUES (?, ?, ?)",
      arguments: [
        seat.rawValue, presence.conversation.rawValue, presence.until.milliseconds,
      ])
  }
}

/// Reads who looks at what.
enum PresenceRow {
  /// Everybody whose word still holds, by name.
  static func all(_ db: Database, now: Timestamp) throws -> [Presence] {
    let select = try db.cachedStatement(
      sql: "SELECT seat, conversation, until FROM presence WHERE until > ? ORDER BY seat")
    return try Row.fetchAll(select, arguments: [now.milliseconds]).map { row in
      Presence(
        seat: Seat(row[0]), conversation: ConversationID(rawValue: row[1]),
        until: MentionRow.time(row[2] as Int64))
    }
  }
}
