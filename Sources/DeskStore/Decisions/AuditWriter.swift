internal import DeskCore
internal import GRDB

/// Appends to the audit chain and keeps its head in step.
enum AuditWriter {
  /// Appends one entry after whatever the head says was last.
  static func append(_ db: Database, _ note: AuditNote, seat: Seat, at: Timestamp) throws {
    let entry = AuditEntry(following: try last(db), note: note, seat: seat, at: at)
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO audit (sequence, at, seat, action, subject, detail, previous, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try insert.execute(arguments: [
      entry.sequence, at.milliseconds, seat.rawValue, note.action, note.subject, note.detail,
      entry.previous, entry.hash,
    ])
    let move = try db.cachedStatement(sql: "UPDATE auditHead SET count = ?, hash = ?")
    try move.execute(arguments: [entry.sequence, entry.hash])
  }

  /// The last entry as far as the next needs it: its place and hash. They come from the head, so
  /// that a chain whose end was cut off is not silently mended by going on.
  private static func last(_ db: Database) throws -> AuditEntry? {
    let select = try db.cachedStatement(sql: "SELECT count, hash FROM auditHead")
    guard let head = try Row.fetchOne(select), head[0] as Int64 > 0 else { return nil }
    return AuditEntry(
      sequence: head[0], at: Timestamp(milliseconds: 0), seat: .desk, action: "", subject: "",
      detail: "", previous: "", hash: head[1])
  }
}
