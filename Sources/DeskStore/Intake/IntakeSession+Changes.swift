internal import DeskCore
internal import GRDB

extension IntakeSession {
  /// What of a stored mention a change by its author touches.
  private struct Stored {
    let text: String
    let state: MentionState
    let occurredAt: Timestamp
    let seenAt: Timestamp
    let dueAt: Timestamp
    let sentiment: Sentiment
    let isOwn: Bool
    let author: Int64
    let platform: Int64
    let facet: Facet

    init(_ row: Row) throws {
      text = row[0]
      state = try MentionRow.value(MentionState(rawValue: row[1]), "state")
      seenAt = Timestamp(milliseconds: row[3])
      occurredAt = min(Timestamp(milliseconds: row[2]), seenAt)
      dueAt = Timestamp(milliseconds: row[4])
      sentiment = try MentionRow.value(Sentiment(rawValue: row[5]), "sentiment")
      isOwn = row[6]
      platform = row[7]
      author = StableHash.author(platform: platform, handle: row[8])
      facet = Facet(rawValue: row[9])
    }
  }

  /// Reads what is stored; the counts of facets must stand before the database changes them.
  private mutating func stored(_ id: Int64) throws -> Stored {
    try rollUps.facets.write(db)
    rollUps.facets = FacetChanges()
    let select = try db.cachedStatement(
      sql: """
        SELECT text, state, createdAt, seenAt, dueAt, sentiment, isOwn, platformId, handle, facet
        FROM mention WHERE id = ?
        """)
    guard let row = try Row.fetchOne(select, arguments: [id]) else {
      throw StoreError.noMention(id)
    }
    return try Stored(row)
  }

  /// Takes over a changed text; false when nothing changed or the mention is withdrawn.
  mutating func edit(_ id: Int64, to judged: JudgedMention) throws -> Bool {
    let old = try stored(id)
    let text = judged.incoming.text
    guard text != old.text, old.state != .withdrawn else { return false }
    let mood = try personsWord(on: id, over: judged.mood)
    let facet = try facet(of: mood, platformID: old.platform)
    try writeEdit(id, old: old, judged: judged, mood: mood, facet: facet)
    rollUps.facets.move(id, from: old.facet, to: facet)
    try reindex(id, old: old.text, new: text, author: old.author)
    rollUps.move(from: old.state, to: old.state.afterEdit)
    if !old.isOwn {
      rollUps.count(old.sentiment, at: old.occurredAt, difference: -1)
      rollUps.count(mood.sentiment, at: old.occurredAt, difference: 1)
    }
    return true
  }

  /// What a person said of the mood stands through an edit; the model's own reading is renewed.
  private func personsWord(on id: Int64, over model: MoodReading) throws -> MoodReading {
    guard let old = try CorrectionRow.fetch(db, id) else { return model }
    let record = CorrectionRecord(
      correction: old.correction, model: model, seat: old.seat, at: old.at)
    try CorrectionRow.write(db, id, record)
    return model.corrected(by: old.correction)
  }

  /// A mention that was still waiting keeps its clock; one that was closed gets a new one, because
  /// nobody could have answered what it says now.
  private func writeEdit(
    _ id: Int64, old: Stored, judged: JudgedMention, mood: MoodReading, facet: Facet
  ) throws {
    let incoming = judged.incoming
    let followers = incoming.author.followers
    let urgency = Urgency(mood: mood, followers: followers, visibility: incoming.visibility)
    let dueAt = old.state.isUnanswered ? min(old.dueAt, judged.dueAt) : judged.dueAt
    let update = try db.cachedStatement(
      sql: """
        UPDATE mention SET text = ?, followers = ?, visibility = ?, facet = ?, sentiment = ?,
          intent = ?, negative = ?, neutral = ?, positive = ?, abuse = ?, language = ?, state = ?,
          snoozedUntil = NULL, version = version + 1, editedAt = ?, dueAt = ?, rank = ?,
          waitsFrom = coalesce(?, waitsFrom)
        WHERE id = ?
        """)
    try update.execute(arguments: [
      incoming.text, followers, incoming.visibility.code, facet.rawValue,
      mood.sentiment.rawValue, mood.intent.rawValue, mood.negative, mood.neutral, mood.positive,
      mood.abuse, mood.language.rawValue, old.state.afterEdit.rawValue, judged.seenAt.milliseconds,
      dueAt.milliseconds, urgency.rank(seenAt: old.seenAt),
      old.state.isUnanswered ? nil : judged.seenAt.milliseconds, id,
    ])
    try ClockRow.endHold(db, of: id, at: judged.seenAt)
    try ClockRow.changed(db, id)
  }

  private func reindex(_ id: Int64, old: String, new: String, author: Int64) throws {
    let folded = SearchFold.fold(old)
    try db.cachedStatement(
      sql: "INSERT INTO mentionWord (mentionWord, rowid, text) VALUES ('delete', ?, ?)"
    ).execute(arguments: [id, SearchFold.document(folded, author: author)])
    if SearchFold.isUnspaced(folded) {
      try db.cachedStatement(
        sql: "INSERT INTO mentionGram (mentionGram, rowid, text) VALUES ('delete', ?, ?)"
      ).execute(arguments: [id, folded])
    }
    try MentionInsert.index(id, text: new, author: author, with: statements)
  }

  /// Marks a mention as deleted by its author; false when it was already, or is the brand's own.
  mutating func withdraw(_ id: Int64) throws -> Bool {
    let old = try stored(id)
    guard old.state != .withdrawn, old.state != .own else { return false }
    let update = try db.cachedStatement(
      sql: """
        UPDATE mention SET state = ?, snoozedUntil = NULL, version = version + 1 WHERE id = ?
        """)
    try update.execute(arguments: [MentionState.withdrawn.rawValue, id])
    rollUps.move(from: old.state, to: .withdrawn)
    return true
  }
}
