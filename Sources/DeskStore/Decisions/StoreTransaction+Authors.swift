internal import DeskCore
internal import GRDB

extension StoreTransaction {
  func isKnown(_ author: AuthorKey) throws -> Bool {
    try AuthorCards.card(db, handle: author.handle, platform: author.platform) != nil
  }

  func unanswered(by author: AuthorKey) throws -> [MentionID] {
    guard let platform = try AuthorRow.platform(db, author) else { return [] }
    let word = SearchFold.word(
      forAuthor: StableHash.author(platform: platform, handle: author.handle))
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT m.id FROM mentionWord CROSS JOIN mention m ON m.id = mentionWord.rowid
        WHERE mentionWord MATCH ? AND m.platformId = ? AND m.handle = ? AND +m.state IN (0, 1)
        ORDER BY m.id
        """, arguments: [SearchQuery.phrase(word), platform, author.handle]
    ).map(MentionID.init(rawValue:))
  }

  func add(_ verdict: AuthorVerdict, on author: AuthorKey) throws {
    let platform = try NameTable.number(of: author.platform.rawValue, in: "platform", db)
    try db.execute(
      sql: """
        INSERT INTO authorVerdict (platformId, handle, kind, seat, at, note)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        platform, author.handle, verdict.kind.rawValue, verdict.seat.rawValue,
        verdict.at.milliseconds, verdict.note,
      ])
    try setKind(verdict.kind, of: author, platform)
  }

  func takeBackVerdict(on author: AuthorKey, at now: Timestamp) throws -> AuthorVerdict? {
    guard let platform = try AuthorRow.platform(db, author) else { return nil }
    let standing = try AuthorRow.verdicts(db, handle: author.handle, platform: platform)
    guard let newest = standing.first else { return nil }
    try db.execute(
      sql: """
        UPDATE authorVerdict SET takenBackAt = ? WHERE id = (
          SELECT max(id) FROM authorVerdict
          WHERE handle = ? AND platformId = ? AND takenBackAt IS NULL)
        """,
      arguments: [now.milliseconds, author.handle, platform])
    try setKind(standing.dropFirst().first?.kind, of: author, platform)
    return newest
  }

  private func setKind(_ kind: AuthorKind?, of author: AuthorKey, _ platform: Int64) throws {
    guard let kind else {
      return try db.execute(
        sql: "DELETE FROM authorKind WHERE handle = ? AND platformId = ?",
        arguments: [author.handle, platform])
    }
    try db.execute(
      sql: "INSERT OR REPLACE INTO authorKind (handle, platformId, kind) VALUES (?, ?, ?)",
      arguments: [author.handle, platform, kind.rawValue])
  }
}

/// What is stored of authors beside their mentions.
enum AuthorRow {
  static func platform(_ db: Database, _ author: AuthorKey) throws -> Int64? {
    let find = try db.cachedStatement(sql: "SELECT id FROM platform WHERE name = ?")
    return try Int64.fetchOne(find, arguments: [author.platform.rawValue])
  }

  /// The judgements that were not taken back, the newest first.
  static func verdicts(_ db: Database, handle: String, platform: Int64) throws -> [AuthorVerdict] {
    let select = try db.cachedStatement(
      sql: """
        SELECT kind, seat, at, note FROM authorVerdict
        WHERE handle = ? AND platformId = ? AND takenBackAt IS NULL ORDER BY id DESC
        """)
    return try Row.fetchAll(select, arguments: [handle, platform]).map { row in
      AuthorVerdict(
        kind: try MentionRow.value(AuthorKind(rawValue: row[0]), "author kind"),
        seat: Seat(row[1]), at: MentionRow.time(row[2] as Int64), note: row[3])
    }
  }

  /// Since when the clocks of an author stand; nil while they run.
  static func stoppedAt(_ db: Database, handle: String, platform: Int64) throws -> Timestamp? {
    let select = try db.cachedStatement(
      sql: "SELECT kind FROM authorKind WHERE handle = ? AND platformId = ?")
    guard let kind = try String.fetchOne(select, arguments: [handle, platform]),
      AuthorKind(rawValue: kind)?.stopsClock == true
    else { return nil }
    return try verdicts(db, handle: handle, platform: platform).first?.at
  }
}
