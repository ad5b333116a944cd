internal import DeskCore
internal import GRDB

extension StoreTransaction {
  func add(_ approval: Approval, to id: OutgoingID) throws {
    try db.execute(
      sql: """
        INSERT INTO approval (item, seat, at, digest, note, isOverride) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (item, seat, digest) DO UPDATE
          SET at = excluded.at, note = excluded.note, isOverride = 1 WHERE excluded.isOverride = 1
        """,
      arguments: [
        id.rawValue, approval.seat.rawValue, approval.at.milliseconds, approval.digest,
        approval.note, approval.isOverride,
      ])
  }

  func revise(_ id: OutgoingID, _ revision: Revision) throws {
    guard var content = try item(id)?.content else { throw StoreError.noItem(id.rawValue) }
    content.text = revision.after
    try db.execute(
      sql: """
        UPDATE outgoing SET text = ?, frozen = ?
        WHERE id = ? AND state IN ('draft', 'awaiting') AND text = ?
        """,
      arguments: [content.text, content.digest, id.rawValue, revision.before])
    guard db.changesCount == 1 else { throw Refusal.itemChanged(id) }
    try db.execute(
      sql: "INSERT INTO revision (item, seat, at, before, after) VALUES (?, ?, ?, ?, ?)",
      arguments: [
        id.rawValue, revision.seat.rawValue, revision.at.milliseconds, revision.before,
        revision.after,
      ])
  }

  func team() throws -> Team? { try ApprovalRow.team(db) }

  func setTeam(_ team: Team) throws {
    try db.execute(sql: "DELETE FROM seatRole")
    let rows = [("", team.defaultRole)] + team.roles.map { ($0.key.rawValue, $0.value) }
    for (seat, role) in rows {
      try db.execute(
        sql: "INSERT OR REPLACE INTO seatRole (seat, role) VALUES (?, ?)",
        arguments: [seat, role.rawValue])
    }
  }

  private static let members = """
    SELECT ?1 AS id UNION ALL
    SELECT id FROM mention WHERE conversation = ?1 AND conversation <> id
    """

  /// A thread may hold hundreds of people: only what was said by and to this one counts.
  func mark(of mention: Mention, for author: Seat) throws -> ConversationMark {
    let root = try DeskDatabase.conversation(db, holding: mention.id.rawValue)
    let theirs = try Int64.fetchOne(
      db,
      sql: """
        SELECT max(id) FROM mention
        WHERE id IN (\(Self.members)) AND handle = ?2 AND isOwn = 0
        """,
      arguments: [root, mention.incoming.author.handle])
    return ConversationMark(
      version: mention.version, theirs: theirs ?? 0,
      ours: try answered(mention, root: root, notBy: author)
        + answeredElsewhere(mention, root: root))
  }

  private func answered(_ mention: Mention, root: Int64, notBy author: Seat) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM outgoing
        WHERE mention IN (\(Self.members)) AND kind IN ('reply', 'direct') AND recipient = ?2
          AND author <> ?3 AND state IN ('sending', 'sent', 'unknown')
        """,
      arguments: [root, mention.incoming.author.handle, author.rawValue]) ?? 0
  }

  /// What the brand wrote to them without this desk.
  private func answeredElsewhere(_ mention: Mention, root: Int64) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM mention m JOIN account a ON a.id = m.accountId
        WHERE m.id IN (\(Self.members)) AND m.isOwn = 1
          AND m.inReplyTo IN (
            SELECT native FROM mention WHERE id IN (\(Self.members)) AND handle = ?2 AND isOwn = 0)
          AND NOT EXISTS (SELECT 1 FROM outgoing o
            WHERE o.account = a.name AND o.sentNative = m.native)
        """,
      arguments: [root, mention.incoming.author.handle]) ?? 0
  }
}
