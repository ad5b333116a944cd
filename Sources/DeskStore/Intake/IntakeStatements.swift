internal import GRDB

/// The statements of the way of one mention into the database, prepared once a connection.
struct IntakeStatements {
  let findKey: PreparedStatement
  let findTombstone: PreparedStatement
  let findSent: PreparedStatement
  let insertMention: PreparedStatement
  let insertWord: PreparedStatement
  let insertGram: PreparedStatement
  let findAuthor: PreparedStatement
  let insertAuthor: PreparedStatement
  let updateAuthor: PreparedStatement

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
        id, keyHash, accountId, native, platformId, authorId, followers, text, createdAt, seenAt,
        url, inReplyTo, languageHint, visibility, isOwn, conversation, sentiment, intent, negative,
        neutral, positive, abuse, language, state, version, dueAt, rank)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
      """)
    insertWord = try PreparedStatement(db, "INSERT INTO mentionWord (rowid, text) VALUES (?, ?)")
    insertGram = try PreparedStatement(db, "INSERT INTO mentionGram (rowid, text) VALUES (?, ?)")
    findAuthor = try PreparedStatement(
      db, "SELECT id, platformId, handle FROM author WHERE handleHash = ?")
    insertAuthor = try PreparedStatement(
      db,
      """
      INSERT INTO author
        (platformId, handle, name, followers, accountCreatedAt, isAutomated, firstSeenAt,
          handleHash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
    updateAuthor = try PreparedStatement(
      db,
      """
      UPDATE author SET name = ?1, followers = ?2, accountCreatedAt = ?3, isAutomated = ?4
      WHERE id = ?5 AND (name, followers, accountCreatedAt, isAutomated)
        IS NOT (?1, ?2, ?3, ?4)
      """)
  }
}
