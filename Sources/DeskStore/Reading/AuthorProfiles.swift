public import DeskCore
internal import GRDB

extension DeskDatabase: AuthorReader {
  /// Evidence and judgements; nil when nothing of theirs is stored. How they write is told by their
  /// newest 500 mentions.
  public func profile(of author: AuthorKey, now: Timestamp) throws -> AuthorProfile? {
    try read { db in
      guard
        let card = try AuthorCards.card(db, handle: author.handle, platform: author.platform),
        let platform = try AuthorRow.platform(db, author)
      else { return nil }
      let recent = try AuthorHistory.recent(db, handle: author.handle, platform: platform)
      let contacts = AuthorProfile.Contacts(
        counts: card.mentions, first: card.firstSeenAt, last: recent.first?.seenAt)
      return AuthorProfile(
        author: card.author, contacts: contacts,
        clusterNames: try AuthorHistory.names(db, beside: recent.map(\.id)),
        habits: AuthorHistory.habits(recent),
        verdicts: try AuthorRow.verdicts(db, handle: author.handle, platform: platform), at: now)
    }
  }

  /// Everybody with a handle, by platform.
  public func authors(named handle: String) throws -> [AuthorKey] {
    try read { db in
      let platforms = try Row.fetchAll(db, sql: "SELECT id, name FROM platform ORDER BY name")
      return try platforms.compactMap { row in
        let author = AuthorKey(handle: handle, platform: Platform(rawValue: row[1]))
        let card = try AuthorCards.card(db, handle: handle, platform: author.platform)
        return card == nil ? nil : author
      }
    }
  }
}

/// What the newest mentions of an author tell of them.
enum AuthorHistory {
  /// One of their mentions.
  struct Entry {
    let id: Int64
    let text: String
    let at: Timestamp
    let seenAt: Timestamp
  }

  private static let limit = 500
  /// The most other names that are counted.
  private static let nameLimit = 200

  /// The newest mentions, the newest first.
  static func recent(_ db: Database, handle: String, platform: Int64) throws -> [Entry] {
    let word = SearchFold.word(forAuthor: StableHash.author(platform: platform, handle: handle))
    let select = try db.cachedStatement(
      sql: """
        SELECT m.id, m.text, min(m.createdAt, m.seenAt), m.seenAt
        FROM mentionWord CROSS JOIN mention m ON m.id = mentionWord.rowid
        WHERE mentionWord MATCH ? AND m.platformId = ? AND m.handle = ?
        ORDER BY mentionWord.rowid DESC LIMIT \(limit)
        """)
    return try Row.fetchAll(
      select, arguments: [SearchQuery.phrase(word), platform, handle]
    ).map { row in
      Entry(
        id: row[0], text: row[1], at: MentionRow.time(row[2] as Int64),
        seenAt: MentionRow.time(row[3] as Int64))
    }
  }

  /// Who else is in the clusters of mentions.
  static func names(_ db: Database, beside ids: [Int64]) throws -> [String] {
    guard !ids.isEmpty else { return [] }
    let list = ids.map(String.init).joined(separator: ", ")
    return try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT m.handle FROM clusterMember x
          CROSS JOIN clusterMember y ON y.cluster = x.cluster
          CROSS JOIN mention m ON m.id = y.mention
        WHERE x.mention IN (\(list)) LIMIT \(nameLimit)
        """)
  }

  static func habits(_ recent: [Entry]) -> AuthorHabits {
    let times = recent.map(\.at).sorted()
    var (most, start) = (0, 0)
    for end in times.indices {
      while times[end].since(times[start]) > .hours(1) { start += 1 }
      most = max(most, end - start + 1)
    }
    return AuthorHabits(
      mostInAnHour: most, texts: recent.count,
      differentTexts: Set(recent.map { SearchFold.fold($0.text) }).count)
  }
}
