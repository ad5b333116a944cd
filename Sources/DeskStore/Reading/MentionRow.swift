internal import DeskCore
internal import GRDB

/// How a row of the database becomes a mention.
enum MentionRow {
  /// What to select; goes with `joins`.
  static let columns = """
    m.id, k.name, m.native, p.name, m.handle, m.name, m.followers, m.accountCreatedAt,
    m.isAutomated, m.text, m.createdAt, m.url, m.inReplyTo, m.languageHint, m.visibility, m.isOwn,
    m.seenAt, m.conversation, m.sentiment, m.intent, m.negative, m.neutral, m.positive, m.abuse,
    m.language, m.state, m.version, m.editedAt, m.snoozedUntil, m.dueAt, c.seat, c.since, c.until,
    h.reason, h.at, h.spare, x.cluster, g.size, g.open, g.newest, v.kind
    """

  /// What hangs on a mention; CROSS keeps SQLite from beginning with one of the small tables.
  static let joins = """
    CROSS JOIN account k ON k.id = m.accountId CROSS JOIN platform p ON p.id = m.platformId
    LEFT JOIN claim c ON c.conversation = m.conversation
    LEFT JOIN clusterMember x ON x.mention = m.id LEFT JOIN cluster g ON g.id = x.cluster
    LEFT JOIN authorKind v ON v.handle = m.handle AND v.platformId = m.platformId
    LEFT JOIN hold h ON h.mention = m.id AND h.endedAt IS NULL
    """

  /// Reads a mention.
  static func mention(_ row: Row) throws -> Mention {
    let conversation = ConversationID(rawValue: row[17])
    var mention = Mention(
      id: MentionID(rawValue: row[0]), incoming: try incoming(row), seenAt: time(row[16]),
      conversation: conversation, mood: try mood(row),
      state: try value(MentionState(rawValue: row[25]), "state"), version: row[26],
      editedAt: time(row[27]), snoozedUntil: time(row[28]), dueAt: time(row[29]),
      hold: try hold(row), claim: claim(row, on: conversation))
    mention.cluster = share(row)
    mention.authorKind = (row[40] as String?).flatMap(AuthorKind.init(rawValue:))
    return mention
  }

  /// One that was left alone, because the others were taken out, is no cluster.
  private static func share(_ row: Row) -> ClusterShare? {
    guard let cluster = row[36] as Int64?, let size = row[37] as Int?, size > 1 else { return nil }
    return ClusterShare(
      cluster: ClusterID(rawValue: cluster), size: size, open: row[38],
      newest: MentionID(rawValue: row[39]))
  }

  private static func incoming(_ row: Row) throws -> IncomingMention {
    let key = MentionKey(account: AccountID(row[1]), native: row[2])
    let author = Author(
      handle: row[4], name: row[5], followers: row[6], accountCreatedAt: time(row[7]),
      isAutomated: row[8])
    return IncomingMention(
      key: key, platform: Platform(rawValue: row[3]), author: author, text: row[9],
      createdAt: time(row[10]), url: row[11], inReplyTo: row[12],
      languageHint: (row[13] as String?).map(Language.init(rawValue:)),
      visibility: try value(Visibility(code: row[14]), "visibility"), isOwn: row[15])
  }

  private static func mood(_ row: Row) throws -> MoodReading {
    MoodReading(
      sentiment: try value(Sentiment(rawValue: row[18]), "sentiment"), negative: row[20],
      neutral: row[21], positive: row[22], intent: try value(Intent(rawValue: row[19]), "intent"),
      abuse: row[23], language: Language(rawValue: row[24]))
  }

  private static func claim(_ row: Row, on conversation: ConversationID) -> Claim? {
    guard let seat = row[30] as String? else { return nil }
    return Claim(
      conversation: conversation, seat: Seat(seat), since: time(row[31]), until: time(row[32]))
  }

  private static func hold(_ row: Row) throws -> AnswerHold? {
    guard let reason = row[33] as String? else { return nil }
    return AnswerHold(
      reason: try value(HoldReason(rawValue: reason), "hold"), since: time(row[34]),
      left: Span(milliseconds: row[35]))
  }

  /// An instant from its stored milliseconds.
  static func time(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds) }

  /// An instant from its stored milliseconds; nil from nothing.
  static func time(_ milliseconds: Int64?) -> Timestamp? {
    milliseconds.map(Timestamp.init(milliseconds:))
  }

  /// A value that the schema promises to exist.
  static func value<Value>(_ value: Value?, _ what: String) throws -> Value {
    guard let value else { throw StoreError.badValue(what) }
    return value
  }
}
