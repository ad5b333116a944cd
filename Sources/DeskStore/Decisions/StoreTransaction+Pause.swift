internal import DeskCore
internal import GRDB

extension StoreTransaction {
  func pauses() throws -> [Pause] { try PauseRow.standing(db) }

  func beginPause(
    _ scope: Pause.Scope, over target: PauseTarget, remindEvery: Span?, reason: String,
    seat: Seat, at: Timestamp
  ) throws -> Pause {
    try db.execute(
      sql: """
        INSERT INTO pause (seat, at, scope, reason, account, tag, remindEvery)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        seat.rawValue, at.milliseconds, scope.rawValue, reason, target.account?.rawValue ?? "",
        target.tag ?? "", remindEvery?.milliseconds,
      ])
    return Pause(
      id: db.lastInsertedRowID, seat: seat, at: at, scope: scope, over: target, reason: reason,
      remindEvery: remindEvery)
  }

  func updatePause(_ pause: Pause) throws {
    try db.execute(
      sql: """
        UPDATE pause SET scope = ?, reason = ?, remindEvery = ? WHERE id = ? AND endedAt IS NULL
        """,
      arguments: [pause.scope.rawValue, pause.reason, pause.remindEvery?.milliseconds, pause.id])
  }

  func endPause(_ id: Int64, reason: String, seat: Seat, at: Timestamp) throws {
    try db.execute(
      sql: """
        UPDATE pause SET endedAt = ?, endedBy = ?, endReason = ? WHERE id = ? AND endedAt IS NULL
        """,
      arguments: [at.milliseconds, seat.rawValue, reason, id])
  }

  func nativePosts(of account: AccountID) throws -> [NativePost] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT native, text, dueAt, snapshot, hold, detail FROM nativePost
        WHERE account = ? ORDER BY dueAt, native
        """,
      arguments: [account.rawValue])
    return try rows.map { row in
      NativePost(
        account: account, native: row[0], text: row[1], dueAt: Timestamp(milliseconds: row[2]),
        snapshot: row[3], hold: try MentionRow.value(NativePost.Hold(rawValue: row[4]), "hold"),
        detail: row[5])
    }
  }

  func setNativePosts(_ posts: [NativePost], account: AccountID) throws {
    try db.execute(sql: "DELETE FROM nativePost WHERE account = ?", arguments: [account.rawValue])
    for post in posts {
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO nativePost
            (account, native, text, dueAt, snapshot, hold, detail) VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          account.rawValue, post.native, post.text, post.dueAt.milliseconds, post.snapshot,
          post.hold.rawValue, post.detail,
        ])
    }
  }
}
