public import DeskCore
internal import GRDB

extension DeskDatabase {
  /// What a person said of a mention's mood; nil when nobody did.
  public func correction(of mention: MentionID) throws -> CorrectionRecord? {
    try read { try CorrectionRow.fetch($0, mention.rawValue) }
  }

  /// Corrected mentions above `after`, by number; without what their authors deleted.
  public func corrections(after: MentionID, limit: Int) throws -> [CorrectedMention] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT m.id, m.text, \(CorrectionRow.columns)
          FROM correction c CROSS JOIN mention m ON m.id = c.mention
          WHERE c.mention > ? AND m.state <> ? ORDER BY c.mention LIMIT ?
          """,
        arguments: [after.rawValue, MentionState.withdrawn.rawValue, limit])
      return try rows.map { row in
        CorrectedMention(
          id: MentionID(rawValue: row[0]), text: row[1],
          record: try CorrectionRow.record(row, from: 2))
      }
    }
  }
}
