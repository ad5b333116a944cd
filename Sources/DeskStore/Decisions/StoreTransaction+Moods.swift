internal import DeskCore
internal import GRDB

extension StoreTransaction {
  func correction(of id: MentionID) throws -> CorrectionRecord? {
    try CorrectionRow.fetch(db, id.rawValue)
  }

  func setCorrection(_ record: CorrectionRecord?, of id: MentionID) throws {
    guard let record else {
      try db.execute(sql: "DELETE FROM correction WHERE mention = ?", arguments: [id.rawValue])
      return
    }
    try CorrectionRow.write(db, id.rawValue, record)
  }

  func setMood(_ mood: MoodReading, of id: MentionID) throws {
    var rollUps = RollUps()
    try MoodWriter.write(db, mood, of: id.rawValue, rollUps: &rollUps)
    try rollUps.write(db)
  }
}

/// Changes the mood a stored mention counts with.
enum MoodWriter {
  /// Stores a mood with its rank and moves the graph's count; leaves the clock alone.
  static func write(
    _ db: Database, _ mood: MoodReading, of id: Int64, rollUps: inout RollUps
  ) throws {
    guard let mention = try MentionRow.fetch(db, MentionID(rawValue: id)) else {
      throw StoreError.noMention(id)
    }
    let incoming = mention.incoming
    let urgency = Urgency(
      mood: mood, followers: incoming.author.followers, visibility: incoming.visibility)
    let (old, facet) = try facets(db, of: id, mood: mood)
    rollUps.facets.move(id, from: old, to: facet)
    try db.cachedStatement(
      sql: """
        UPDATE mention SET facet = ?, sentiment = ?, intent = ?, negative = ?, neutral = ?,
          positive = ?, abuse = ?, language = ?, rank = ? WHERE id = ?
        """
    ).execute(arguments: [
      facet.rawValue, mood.sentiment.rawValue, mood.intent.rawValue, mood.negative, mood.neutral,
      mood.positive, mood.abuse, mood.language.rawValue,
      urgency.rank(seenAt: mention.seenAt), id,
    ])
    guard !incoming.isOwn else { return }
    rollUps.count(mention.mood.sentiment, at: mention.occurredAt, difference: -1)
    rollUps.count(mood.sentiment, at: mention.occurredAt, difference: 1)
  }

  private static func facets(
    _ db: Database, of id: Int64, mood: MoodReading
  ) throws -> (old: Facet, new: Facet) {
    let select = try db.cachedStatement(sql: "SELECT facet FROM mention WHERE id = ?")
    guard let stored = try Int64.fetchOne(select, arguments: [id]) else {
      throw StoreError.noMention(id)
    }
    let old = Facet(rawValue: stored)
    let language = try NameTable.number(of: mood.language.rawValue, in: "language", db)
    let new = Facet(
      platform: old.platform, language: language, sentiment: mood.sentiment, intent: mood.intent)
    return (old, new)
  }
}

/// How a row of the corrections becomes a record.
enum CorrectionRow {
  static let columns = """
    c.sentiment, c.intent, c.seat, c.at, c.modelSentiment, c.modelIntent, c.negative, c.neutral,
    c.positive, c.abuse, c.language
    """

  static func fetch(_ db: Database, _ mention: Int64) throws -> CorrectionRecord? {
    let select = try db.cachedStatement(
      sql: "SELECT \(columns) FROM correction c WHERE c.mention = ?")
    return try Row.fetchOne(select, arguments: [mention]).map { try record($0, from: 0) }
  }

  static func record(_ row: Row, from first: Int) throws -> CorrectionRecord {
    let model = MoodReading(
      sentiment: try MentionRow.value(Sentiment(rawValue: row[first + 4]), "sentiment"),
      negative: row[first + 6], neutral: row[first + 7], positive: row[first + 8],
      intent: try MentionRow.value(Intent(rawValue: row[first + 5]), "intent"),
      abuse: row[first + 9], language: Language(rawValue: row[first + 10]))
    return CorrectionRecord(
      correction: MoodCorrection(
        sentiment: (row[first] as Int?).flatMap(Sentiment.init(rawValue:)),
        intent: (row[first + 1] as Int?).flatMap(Intent.init(rawValue:))),
      model: model, seat: Seat(row[first + 2]), at: MentionRow.time(row[first + 3] as Int64))
  }

  static func write(_ db: Database, _ mention: Int64, _ record: CorrectionRecord) throws {
    let (said, model) = (record.correction, record.model)
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO correction (mention, sentiment, intent, seat, at, modelSentiment,
          modelIntent, negative, neutral, positive, abuse, language)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        mention, said.sentiment?.rawValue, said.intent?.rawValue, record.seat.rawValue,
        record.at.milliseconds, model.sentiment.rawValue, model.intent.rawValue, model.negative,
        model.neutral, model.positive, model.abuse, model.language.rawValue,
      ])
  }
}
