public import DeskCore
internal import GRDB

extension DeskDatabase {
  /// A conversation, oldest first, at most `limit` of its newest entries.
  ///
  /// The number of any mention in it finds it, so that a number from before a late parent arrived
  /// still does. What the platform showed us of our own answers is told once.
  public func conversation(_ id: ConversationID, limit: Int) throws -> [ConversationEntry] {
    try read { db in
      let root = try Self.conversation(db, holding: id.rawValue)
      let mentions = try Self.mentions(db, root: root, limit: limit)
      let ours = try Self.ours(db, root: root, limit: limit)
      let sent = Set(ours.compactMap { $0.sentNative })
      var entries: [(at: Timestamp, entry: ConversationEntry)] = mentions.reversed().compactMap {
        mention in
        let isEcho = mention.incoming.isOwn && sent.contains(mention.incoming.key.native)
        return isEcho ? nil : (mention.occurredAt, .mention(mention))
      }
      entries += ours.reversed().map { ($0.admittedAt ?? $0.createdAt, .ours($0)) }
      entries += try Self.post(db, above: root).map { ($0.admittedAt ?? $0.createdAt, .ours($0)) }
      entries += try Self.notes(db, root: root, limit: limit).map { ($0.at, .note($0)) }
      entries.sort { $0.at < $1.at }
      return entries.suffix(max(0, limit)).map(\.entry)
    }
  }

  /// The conversation that a mention is in now; its own number when there is no such mention.
  static func conversation(_ db: Database, holding id: Int64) throws -> Int64 {
    let select = try db.cachedStatement(sql: "SELECT conversation FROM mention WHERE id = ?")
    return try Int64.fetchOne(select, arguments: [id]) ?? id
  }

  private static let members = """
    SELECT ?1 AS id UNION ALL
    SELECT id FROM mention WHERE conversation = ?1 AND conversation <> id
    """

  private static func mentions(_ db: Database, root: Int64, limit: Int) throws -> [Mention] {
    let sql = """
      SELECT \(MentionRow.columns) FROM mention m \(MentionRow.joins)
      WHERE m.id IN (\(members)) ORDER BY m.id DESC LIMIT ?2
      """
    return try Row.fetchAll(db, sql: sql, arguments: [root, limit]).map(MentionRow.mention)
  }

  /// The newest notes since an instant, oldest first.
  public func notes(since: Timestamp, limit: Int) throws -> [Note] {
    try read { db in
      // Numbers grow with time: only so many of the newest are looked at.
      let sql = """
        SELECT mention, seat, at, text FROM (SELECT * FROM note ORDER BY id DESC LIMIT ?2)
        WHERE at >= ?1 ORDER BY id
        """
      return try Row.fetchAll(db, sql: sql, arguments: [since.milliseconds, limit]).map(Self.note)
    }
  }

  private static func note(_ row: Row) -> Note {
    Note(
      mention: MentionID(rawValue: row[0]), seat: Seat(row[1]),
      at: MentionRow.time(row[2] as Int64), text: row[3])
  }

  private static func notes(_ db: Database, root: Int64, limit: Int) throws -> [Note] {
    let sql = """
      SELECT mention, seat, at, text FROM note WHERE mention IN (\(members))
      ORDER BY id DESC LIMIT ?2
      """
    return try Row.fetchAll(db, sql: sql, arguments: [root, limit]).reversed().map(note)
  }

  /// The post of ours that a conversation answers; a hundred people who answer it are a hundred
  /// conversations, each with the post above it.
  private static func post(_ db: Database, above root: Int64) throws -> [OutgoingItem] {
    try OutgoingRow.fetch(
      db,
      """
      WHERE kind = 'post' AND id IN (
        SELECT o.id FROM mention m JOIN account a ON a.id = m.accountId
          JOIN outgoing o ON o.account = a.name AND o.sentNative = m.inReplyTo
        WHERE m.id = ?)
      """, [root])
  }

  private static func ours(_ db: Database, root: Int64, limit: Int) throws -> [OutgoingItem] {
    try OutgoingRow.fetch(
      db, "WHERE mention IN (\(members)) ORDER BY id DESC LIMIT ?2", [root, limit])
  }
}
