public import DeskCore
internal import GRDB
internal import Synchronization

extension DeskDatabase: RereadingStore {
  /// The next mentions to read with `model`, newest first; nil once all have been.
  public func toReread(model: String, limit: Int) throws -> Rereading? {
    if try read({ try Self.isRead($0, with: model) }) { return nil }
    return try background { db in
      let known = try Row.fetchOne(db, sql: "SELECT model, next FROM rereading")
      var next: Int64 = known?[1] ?? 0
      if known?[0] != model {
        next = try Int64.fetchOne(db, sql: "SELECT max(id) FROM mention") ?? 0
        try db.execute(
          sql: "INSERT OR REPLACE INTO rereading (id, model, top, next) VALUES (1, ?, ?, ?)",
          arguments: [model, next, next])
      }
      guard next > 0 else { return nil }
      let rows = try Row.fetchAll(
        db,
        sql: "SELECT id, text, languageHint FROM mention WHERE id <= ? ORDER BY id DESC LIMIT ?",
        arguments: [next, limit])
      let texts = rows.map { row in
        Rereading.Text(
          id: MentionID(rawValue: row[0]), text: row[1],
          languageHint: (row[2] as String?).map(Language.init(rawValue:)))
      }
      let last = texts.last?.id.rawValue ?? 1
      return Rereading(model: model, texts: texts, next: MentionID(rawValue: last - 1))
    }
  }

  /// Stores what a step was read as, in one transaction.
  public func store(_ moods: [MoodReading], of step: Rereading) throws {
    try background { db in
      // Another process may have gone on with a newer model meanwhile.
      guard try String.fetchOne(db, sql: "SELECT model FROM rereading") == step.model else {
        return
      }
      var rollUps = RollUps()
      for (text, mood) in zip(step.texts, moods) {
        try Self.store(db, mood, of: text, rollUps: &rollUps)
      }
      try rollUps.write(db)
      try db.execute(
        sql: "UPDATE rereading SET next = ?", arguments: [max(0, step.next.rawValue)])
    }
  }

  /// An edit may have come in since the text was read; its mood is newer and stays.
  private static func store(
    _ db: Database, _ mood: MoodReading, of text: Rereading.Text, rollUps: inout RollUps
  ) throws {
    let id = text.id.rawValue
    let now = try String.fetchOne(
      db.cachedStatement(sql: "SELECT text FROM mention WHERE id = ?"), arguments: [id])
    guard now == text.text else { return }
    var mood = mood
    if let old = try CorrectionRow.fetch(db, id) {
      let record = CorrectionRecord(
        correction: old.correction, model: mood, seat: old.seat, at: old.at)
      try CorrectionRow.write(db, id, record)
      mood = mood.corrected(by: old.correction)
    }
    try MoodWriter.write(db, mood, of: id, rollUps: &rollUps)
  }

  /// Whether everything stored was read with a model.
  private static func isRead(_ db: Database, with model: String) throws -> Bool {
    let row = try Row.fetchOne(db, sql: "SELECT model, next FROM rereading")
    return row.map { $0[0] == model && ($0[1] as Int64) <= 0 } ?? false
  }

  /// How much of a rereading is done, in whole percent; nil when none is under way.
  static func rereadingPercent(_ db: Database) throws -> Int? {
    let select = try db.cachedStatement(sql: "SELECT top, next FROM rereading WHERE next > 0")
    guard let row = try Row.fetchOne(select) else { return nil }
    let (top, next) = (row[0] as Int64, row[1] as Int64)
    return top > 0 ? Int((top - next) * 100 / top) : nil
  }

  func background<Value: Sendable>(_ body: (Database) throws -> Value) throws -> Value {
    guard let turn else { throw StoreError.readOnly }
    turn.letDecisionsPass()
    return try StoreError.mapping {
      try intake.withLock { line in
        let connection = try line.open(path: path, log: log)
        let value = try connection.write(body)
        connection.inDatabase { log.tidy($0) }
        return value
      }
    }
  }
}
