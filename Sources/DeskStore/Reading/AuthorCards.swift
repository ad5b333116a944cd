internal import DeskCore
internal import GRDB

/// What the desk knows of an author: told by their mentions, which the index of words finds.
enum AuthorCards {
  /// At most this many of the newest mentions are counted.
  private static let limit = 10_000

  /// The card of an author; nil when nothing of theirs is stored.
  static func card(_ db: Database, handle: String, platform: Platform) throws -> AuthorCard? {
    let find = try db.cachedStatement(sql: "SELECT id FROM platform WHERE name = ?")
    guard let number = try Int64.fetchOne(find, arguments: [platform.rawValue]) else { return nil }
    let key = Key(platform: number, handle: handle)
    guard let newest = try key.row(db, order: "DESC"), let first = try key.row(db, order: "ASC")
    else { return nil }
    let author = Author(
      handle: handle, name: newest[0], followers: newest[1],
      accountCreatedAt: MentionRow.time(newest[2]), isAutomated: newest[3])
    return AuthorCard(
      author: author, firstSeenAt: MentionRow.time(first[4]), mentions: try key.states(db))
  }

  private struct Key {
    let platform: Int64
    let handle: String

    private var arguments: StatementArguments {
      let author = StableHash.author(platform: platform, handle: handle)
      return [SearchQuery.phrase(SearchFold.word(forAuthor: author)), platform, handle]
    }

    private static let matching = """
      FROM mentionWord CROSS JOIN mention m ON m.id = mentionWord.rowid
      WHERE mentionWord MATCH ? AND m.platformId = ? AND m.handle = ?
      """

    /// The newest or the oldest of their mentions.
    func row(_ db: Database, order: String) throws -> Row? {
      let select = try db.cachedStatement(
        sql: """
          SELECT m.name, m.followers, m.accountCreatedAt, m.isAutomated, m.seenAt \(Self.matching)
          ORDER BY mentionWord.rowid \(order) LIMIT 1
          """)
      return try Row.fetchOne(select, arguments: arguments)
    }

    func states(_ db: Database) throws -> [MentionState: Int] {
      let select = try db.cachedStatement(
        sql: """
          SELECT state, count(*) FROM (
            SELECT m.state \(Self.matching) ORDER BY mentionWord.rowid DESC LIMIT \(limit)
          ) GROUP BY state
          """)
      var states: [MentionState: Int] = [:]
      for row in try Row.fetchAll(select, arguments: arguments) {
        states[try MentionRow.value(MentionState(rawValue: row[0]), "state")] = row[1]
      }
      return states
    }
  }
}
