public import DeskCore
internal import GRDB

extension DeskDatabase: DeskReader {
  /// The newest mentions below `before` (newest first) that pass the filter.
  public func stream(
    _ filter: MentionFilter, before: MentionID?, limit: Int
  ) throws -> MentionPage {
    try read { db in
      let sql = try FilterSQL(filter, db)
      return try StreamPages(
        db: db, sql: sql, edge: .below(before?.rawValue), limit: max(0, limit)
      ).page()
    }
  }

  /// The oldest mentions above `after`, returned newest first, that pass the filter.
  public func stream(
    _ filter: MentionFilter, after: MentionID, limit: Int
  ) throws -> MentionPage {
    try read { db in
      let sql = try FilterSQL(filter, db)
      return try StreamPages(
        db: db, sql: sql, edge: .above(after.rawValue), limit: max(0, limit)
      ).page()
    }
  }

  /// How many mentions the filter shows and hides, counting at most `cap` of each; of what no
  /// index can tell only the newest 50,000 are looked through and the count is marked as capped.
  public func counts(
    _ filter: MentionFilter, cap: Int
  ) throws -> (shown: CappedCount, hidden: CappedCount) {
    try read { try MentionCounts(db: $0, cap: max(0, cap)).counts(filter) }
  }

  /// Open mentions in an order, after a position, that pass the filter.
  public func queue(
    _ filter: MentionFilter, by order: QueueOrder, after: QueuePosition?, limit: Int
  ) throws -> MentionPage {
    try read { db in
      let sql = try FilterSQL(filter, db)
      return try QueuePages(db: db, sql: sql, order: order, after: after, limit: max(0, limit))
        .page()
    }
  }

  /// One mention with the claim on its conversation, run out or not; nil when there is none.
  public func mention(_ id: MentionID) throws -> Mention? {
    try read { try MentionRow.fetch($0, id) }
  }

  /// What is known of an author; nil when nothing of theirs is stored. Who wrote more than 10,000
  /// mentions has the states of the newest 10,000 counted.
  public func author(handle: String, platform: Platform) throws -> AuthorCard? {
    try read { try AuthorCards.card($0, handle: handle, platform: platform) }
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
