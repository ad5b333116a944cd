internal import DeskCore
internal import GRDB

/// How approvals and revisions are read.
enum ApprovalRow {
  /// Who said yes to an item, the oldest first.
  static func approvals(_ db: Database, _ id: OutgoingID) throws -> [Approval] {
    let select = try db.cachedStatement(
      sql:
        "SELECT seat, at, digest, note, isOverride FROM approval WHERE item = ? ORDER BY at, seat")
    return try Row.fetchAll(select, arguments: [id.rawValue]).map { row in
      Approval(
        seat: Seat(row[0]), at: MentionRow.time(row[1]), digest: row[2], note: row[3],
        isOverride: row[4])
    }
  }

  /// How the text of an item was changed, the oldest first.
  static func revisions(_ db: Database, _ id: OutgoingID) throws -> [Revision] {
    let select = try db.cachedStatement(
      sql: "SELECT seat, at, before, after FROM revision WHERE item = ? ORDER BY id")
    return try Row.fetchAll(select, arguments: [id.rawValue]).map { row in
      Revision(seat: Seat(row[0]), at: MentionRow.time(row[1]), before: row[2], after: row[3])
    }
  }

  /// Who may do what; nil when nobody has stored it. The row without a name is everybody else.
  static func team(_ db: Database) throws -> Team? {
    let rows = try Row.fetchAll(try db.cachedStatement(sql: "SELECT seat, role FROM seatRole"))
    guard !rows.isEmpty else { return nil }
    var team = Team()
    for row in rows {
      let role = try MentionRow.value(Role(rawValue: row[1]), "role")
      let seat: String = row[0]
      if seat.isEmpty { team.defaultRole = role } else { team.roles[Seat(seat)] = role }
    }
    return team
  }
}
