internal import DeskCore
internal import GRDB

/// How a row of the database becomes an outgoing item.
enum OutgoingRow {
  private static let columns = """
    id, kind, account, mention, targetNative, recipient, visibility, text, language, state, dueAt,
    key, author, createdAt, admittedAt, attempts, sentNative, detail, frozen,
    authorRole, need, approveBy, seenVersion, seenTheirs, seenOurs, tag, series,
    afterItem
    """

  /// Reads the items that `clause` selects and orders.
  static func fetch(
    _ db: Database, _ clause: String, _ arguments: [any DatabaseValueConvertible]
  ) throws -> [OutgoingItem] {
    let select = try db.cachedStatement(sql: "SELECT \(columns) FROM outgoing \(clause)")
    let rows = try Row.fetchAll(select, arguments: StatementArguments(arguments))
    return try rows.map { row in
      var item = try item(row)
      guard item.decided.need.isAny else { return item }
      item.approvals = try ApprovalRow.approvals(db, item.id)
      item.revisions = try ApprovalRow.revisions(db, item.id)
      return item
    }
  }

  private static func item(_ row: Row) throws -> OutgoingItem {
    OutgoingItem(
      id: OutgoingID(rawValue: row[0]), content: try content(row),
      state: try MentionRow.value(OutgoingState(rawValue: row[9]), "outgoing state"),
      dueAt: MentionRow.time(row[10]), key: IdempotencyKey(rawValue: row[11]),
      author: Seat(row[12]), createdAt: MentionRow.time(row[13]),
      admittedAt: MentionRow.time(row[14]), attempts: row[15], sentNative: row[16],
      detail: row[17], decided: try decided(row))
  }

  private static func decided(_ row: Row) throws -> Decided {
    var seen: ConversationMark?
    if let version = row[22] as Int?, let theirs = row[23] as Int64?, let ours = row[24] as Int? {
      seen = ConversationMark(version: version, theirs: theirs, ours: ours)
    }
    return Decided(
      digest: row[18], role: try MentionRow.value(Role(rawValue: row[19]), "role"),
      need: try MentionRow.value(ApprovalNeed(text: row[20]), "need of approvals"),
      approveBy: MentionRow.time(row[21]), seen: seen,
      after: (row[27] as Int64?).map(OutgoingID.init(rawValue:)))
  }

  private static func content(_ row: Row) throws -> Outgoing {
    Outgoing(
      kind: try MentionRow.value(Outgoing.Kind(rawValue: row[1]), "kind"),
      account: AccountID(row[2]), mention: (row[3] as Int64?).map(MentionID.init(rawValue:)),
      targetNative: row[4], recipient: row[5],
      visibility: try MentionRow.value(Visibility(code: row[6]), "visibility"), text: row[7],
      language: (row[8] as String?).map(Language.init(rawValue:)), tag: row[25],
      series: (row[26] as Int64?).map(SeriesID.init(rawValue:)))
  }
}
