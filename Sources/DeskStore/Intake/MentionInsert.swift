internal import DeskCore

/// The numbers a new mention's row needs besides what came in.
struct MentionInsert {
  let id: Int64
  let keyHash: Int64
  let accountID: Int64
  let platformID: Int64
  let authorID: Int64
  let conversation: Int64

  /// Writes the row and makes its text findable.
  func write(_ judged: JudgedMention, with statements: IntakeStatements) throws {
    let incoming = judged.incoming
    let row = statements.insertMention
    row.bind(1, id)
    row.bind(2, keyHash)
    row.bind(3, accountID)
    row.bind(4, incoming.key.native)
    row.bind(5, platformID)
    row.bind(6, authorID)
    row.bind(7, incoming.author.followers.map(Int64.init))
    row.bind(8, incoming.text)
    row.bind(9, incoming.createdAt.milliseconds)
    row.bind(10, judged.seenAt.milliseconds)
    row.bind(11, incoming.url)
    row.bind(12, incoming.inReplyTo)
    row.bind(13, incoming.languageHint?.rawValue)
    row.bind(14, incoming.visibility.code)
    row.bind(15, incoming.isOwn)
    row.bind(16, conversation)
    bindMood(judged, to: row)
    try row.run()
    try Self.index(id, text: incoming.text, author: authorID, with: statements)
  }

  private func bindMood(_ judged: JudgedMention, to row: PreparedStatement) {
    let incoming = judged.incoming
    let mood = judged.mood
    row.bind(17, Int64(mood.sentiment.rawValue))
    row.bind(18, Int64(mood.intent.rawValue))
    row.bind(19, mood.negative)
    row.bind(20, mood.neutral)
    row.bind(21, mood.positive)
    row.bind(22, mood.abuse)
    row.bind(23, mood.language.rawValue)
    row.bind(24, Int64((incoming.isOwn ? MentionState.own : .open).rawValue))
    row.bind(25, judged.dueAt.milliseconds)
    let urgency = Urgency(
      mood: mood, followers: incoming.author.followers, visibility: incoming.visibility)
    row.bind(26, urgency.rank(seenAt: judged.seenAt))
  }

  /// Makes a text findable under a number.
  static func index(
    _ id: Int64, text: String, author: Int64, with statements: IntakeStatements
  ) throws {
    let folded = SearchFold.fold(text)
    statements.insertWord.bind(1, id)
    statements.insertWord.bind(2, SearchFold.document(folded, author: author))
    try statements.insertWord.run()
    if SearchFold.isUnspaced(folded) {
      statements.insertGram.bind(1, id)
      statements.insertGram.bind(2, folded)
      try statements.insertGram.run()
    }
  }
}

extension Visibility {
  /// The number that stands for it in the database.
  var code: Int64 {
    switch self {
    case .public: 0
    case .unlisted: 1
    case .followers: 2
    case .direct: 3
    }
  }

  /// The visibility with a number; nil when there is none.
  init?(code: Int64) {
    switch code {
    case 0: self = .public
    case 1: self = .unlisted
    case 2: self = .followers
    case 3: self = .direct
    default: return nil
    }
  }
}
