internal import GRDB

/// The statements of the way of one mention into the database, prepared once a connection.
struct IntakeStatements {
  let findKey: PreparedStatement
  let findTombstone: PreparedStatement
  let findSent: PreparedStatement
  let insertMention: PreparedStatement
  let insertWord: PreparedStatement
  let insertGram: PreparedStatement
  let insertFresh: PreparedStatement

  init(_ db: Database) throws {
    findKey = try PreparedStatement(
      db, "SELECT id, accountId, native, conversation FROM mention WHERE keyHash = ?")
    findTombstone = try PreparedStatement(
      db, "SELECT accountId, native FROM tombstone WHERE keyHash = ?")
    findSent = try PreparedStatement(
      db,
      """
      SELECT m.conversation FROM outgoing o JOIN mention m ON m.id = o.mention
      WHERE o.account = ? AND o.sentNative = ?
      """)
    insertMention = try PreparedStatement(
      db,
      """
      INSERT INTO mention (
        id, keyHash, accountId, native, platformId, handle, name, followers, accountCreatedAt,
        isAutomated, text, createdAt, seenAt, url, inReplyTo, languageHint, visibility, isOwn,
        conversation, sentiment, intent, negative, neutral, positive, abuse, language, facet, state,
        dueAt, rank, warnAt, version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
        ?, ?, ?, 1)
      """)
    insertWord = try PreparedStatement(db, "INSERT INTO mentionWord (rowid, text) VALUES (?, ?)")
    insertGram = try PreparedStatement(db, "INSERT INTO mentionGram (rowid, text) VALUES (?, ?)")
    insertFresh = try PreparedStatement(
      db, "INSERT INTO queueFresh (rank, id, facet) VALUES (?, ?, ?)")
  }
}
