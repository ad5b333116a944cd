public import DeskCore
internal import GRDB

extension DeskDatabase: DeskReader {
  /// The newest mentions below `before` (newest first) that pass the filter.
  public func stream(
    _ filter: MentionFilter, before: MentionID?, limit: Int
  ) throws -> MentionPage {
    try read { db in
      try MentionPages.stream(
        db, filter: filter, edge: .below(before?.rawValue), limit: max(0, limit))
    }
  }

  /// The oldest mentions above `after`, returned newest first, that pass the filter.
  public func stream(
    _ filter: MentionFilter, after: MentionID, limit: Int
  ) throws -> MentionPage {
    try read { db in
      try MentionPages.stream(
        db, filter: filter, edge: .above(after.rawValue), limit: max(0, limit))
    }
  }

  /// How many mentions the filter shows and hides, counting at most `cap` of each; with more than
  /// 200,000 mentions only the newest are looked through and the count is marked as capped.
  public func counts(
    _ filter: MentionFilter, cap: Int
  ) throws -> (shown: CappedCount, hidden: CappedCount) {
    try read { try MentionCounts.counts($0, filter: filter, cap: max(0, cap)) }
  }

  /// Open mentions, most urgent first, after a position, that pass the filter.
  public func queue(
    _ filter: MentionFilter, after: QueuePosition?, limit: Int
  ) throws -> MentionPage {
    try read { db in
      try MentionPages.queue(db, filter: filter, after: after, limit: max(0, limit))
    }
  }

  /// One mention with the claim on its conversation, run out or not; nil when there is none.
  public func mention(_ id: MentionID) throws -> Mention? {
    try read { try MentionRow.fetch($0, id) }
  }

  /// What is known of an author; nil when nothing of theirs is stored.
  public func author(handle: String, platform: Platform) throws -> AuthorCard? {
    try read { db in
      guard let row = try AuthorRow.fetch(db, handle: handle, platform: platform) else {
        return nil
      }
      let author = Author(
        handle: row[1], name: row[2], followers: row[3],
        accountCreatedAt: MentionRow.time(row[4]), isAutomated: row[5])
      let id: Int64 = row[0]
      return AuthorCard(
        author: author, firstSeenAt: MentionRow.time(row[6]),
        mentions: try Self.states(db, ofAuthor: id))
    }
  }

  private static func states(_ db: Database, ofAuthor id: Int64) throws -> [MentionState: Int] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT m.state, count(*) FROM mentionWord CROSS JOIN mention m ON m.id = mentionWord.rowid
        WHERE mentionWord MATCH ? AND m.authorId = ? GROUP BY m.state
        """,
      arguments: [SearchQuery.phrase(SearchFold.word(forAuthor: id)), id])
    var states: [MentionState: Int] = [:]
    for row in rows {
      states[try MentionRow.value(MentionState(rawValue: row[0]), "state")] = row[1]
    }
    return states
  }
}

extension MentionRow {
  /// Reads one mention; nil when there is none.
  static func fetch(_ db: Database, _ id: MentionID) throws -> Mention? {
    let select = try db.cachedStatement(
      sql: "SELECT \(columns) FROM mention m \(joins) WHERE m.id = ?")
    return try Row.fetchOne(select, arguments: [id.rawValue]).map(mention)
  }
}
