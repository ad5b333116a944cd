internal import DeskCore

/// The numbers a new mention's row needs besides what came in.
struct MentionInsert {
  let id: Int64
  let keyHash: Int64
  let accountID: Int64
  let platformID: Int64
  let facet: Facet
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
    bind(incoming.author, to: row)
    row.bind(11, incoming.text)
    row.bind(12, incoming.createdAt.milliseconds)
    row.bind(13, judged.seenAt.milliseconds)
    row.bind(14, incoming.url)
    row.bind(15, incoming.inReplyTo)
    row.bind(16, incoming.languageHint?.rawValue)
    row.bind(17, incoming.visibility.code)
    row.bind(18, incoming.isOwn)
    row.bind(19, conversation)
    bindMood(judged.mood, to: row)
    row.bind(27, facet.rawValue)
    row.bind(28, Int64((incoming.isOwn ? MentionState.own : .open).rawValue))
    row.bind(29, judged.dueAt.milliseconds)
    let rank = Urgency(
      mood: judged.mood, followers: incoming.author.followers, visibility: incoming.visibility
    ).rank(seenAt: judged.seenAt)
    row.bind(30, rank)
    row.bind(31, judged.warnAt?.milliseconds)
    try row.run()
    if !incoming.isOwn { try queue(rank: rank, with: statements) }
    let author = StableHash.author(platform: platformID, handle: incoming.author.handle)
    try Self.index(id, text: incoming.text, author: author, with: statements)
  }

  private func queue(rank: Int64, with statements: IntakeStatements) throws {
    let row = statements.insertFresh
    row.bind(1, rank)
    row.bind(2, id)
    row.bind(3, facet.rawValue)
    try row.run()
  }

  private func bind(_ author: Author, to row: PreparedStatement) {
    row.bind(6, author.handle)
    row.bind(7, author.name)
    row.bind(8, author.followers.map(Int64.init))
    row.bind(9, author.accountCreatedAt?.milliseconds)
    row.bind(10, author.isAutomated)
  }

  private func bindMood(_ mood: MoodReading, to row: PreparedStatement) {
    row.bind(20, Int64(mood.sentiment.rawValue))
    row.bind(21, Int64(mood.intent.rawValue))
    row.bind(22, mood.negative)
    row.bind(23, mood.neutral)
    row.bind(24, mood.positive)
    row.bind(25, mood.abuse)
    row.bind(26, mood.language.rawValue)
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
