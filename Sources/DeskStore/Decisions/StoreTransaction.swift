internal import DeskCore
internal import GRDB

/// What a command reads and writes, inside its transaction; of no use after it.
final class StoreTransaction: DeskTransaction {
  let db: Database

  init(_ db: Database) { self.db = db }

  func mention(_ id: MentionID) throws -> Mention? { try MentionRow.fetch(db, id) }

  func set(_ id: MentionID, state: MentionState, snoozedUntil: Timestamp?) throws {
    let old = try Int.fetchOne(
      db, sql: "SELECT state FROM mention WHERE id = ?", arguments: [id.rawValue])
    guard let old else { throw StoreError.noMention(id.rawValue) }
    try db.execute(
      sql: "UPDATE mention SET state = ?, snoozedUntil = ?, version = version + 1 WHERE id = ?",
      arguments: [
        state.rawValue, state == .snoozed ? snoozedUntil?.milliseconds : nil, id.rawValue,
      ])
    var rollUps = RollUps()
    rollUps.move(from: try MentionRow.value(MentionState(rawValue: old), "state"), to: state)
    try rollUps.write(db)
  }

  func wakeSnoozed(now: Timestamp) throws -> [MentionID] {
    let woken = try Int64.fetchAll(
      db,
      sql: """
        UPDATE mention SET state = 0, snoozedUntil = NULL, version = version + 1
        WHERE state = 1 AND snoozedUntil <= ? RETURNING id
        """,
      arguments: [now.milliseconds])
    for id in woken { try ClockRow.endHold(db, of: id, at: now) }
    var rollUps = RollUps()
    for _ in woken { rollUps.move(from: .snoozed, to: .open) }
    try rollUps.write(db)
    return woken.sorted().map(MentionID.init(rawValue:))
  }

  func claim(on conversation: ConversationID) throws -> Claim? {
    try ClaimRow.fetch(db, conversation: try canonical(conversation))
  }

  func setClaim(_ claim: Claim?, on conversation: ConversationID) throws {
    let conversation = try canonical(conversation)
    guard let claim else {
      try db.execute(sql: "DELETE FROM claim WHERE conversation = ?", arguments: [conversation])
      return
    }
    try db.execute(
      sql: "INSERT OR REPLACE INTO claim (conversation, seat, since, until) VALUES (?, ?, ?, ?)",
      arguments: [
        conversation, claim.seat.rawValue, claim.since.milliseconds, claim.until.milliseconds,
      ])
  }

  /// A conversation that joined another since the caller looked is that other.
  private func canonical(_ conversation: ConversationID) throws -> Int64 {
    try DeskDatabase.conversation(db, holding: conversation.rawValue)
  }

  func save(_ draft: Draft) throws {
    guard !draft.text.isEmpty else {
      return try forgetDraft(of: draft.mention, seat: draft.seat)
    }
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO draft (mention, seat, text, isDirect, seenVersion, savedAt)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        draft.mention.rawValue, draft.seat.rawValue, draft.text, draft.isDirect,
        draft.seenVersion, draft.savedAt.milliseconds,
      ])
  }

  func forgetDraft(of mention: MentionID, seat: Seat) throws {
    try db.execute(
      sql: "DELETE FROM draft WHERE mention = ? AND seat = ?",
      arguments: [mention.rawValue, seat.rawValue])
  }

  func level() throws -> Level { try LevelRow.current(db) }

  func setLevel(_ change: LevelChange) throws {
    try db.execute(
      sql: "INSERT INTO levelChange (level, seat, at, reason) VALUES (?, ?, ?, ?)",
      arguments: [
        change.level.rawValue, change.seat.rawValue, change.at.milliseconds, change.reason,
      ])
  }

  func takeServiceLease(holder: String, until: Timestamp, now: Timestamp) throws -> Bool {
    // One that ends later than any taken now can be a second time over is from before the clock was
    // set back; its holder, if there still is one, finds that it is lost before it sends again.
    try db.execute(
      sql: """
        INSERT INTO serviceLease (id, holder, until) VALUES (1, ?1, ?2)
        ON CONFLICT (id) DO UPDATE SET holder = ?1, until = ?2
        WHERE serviceLease.holder = ?1 OR serviceLease.until <= ?3
          OR (?2 > ?3 AND serviceLease.until > 2 * ?2 - ?3)
        """,
      arguments: [holder, until.milliseconds, now.milliseconds])
    return db.changesCount > 0
  }

  func audit(_ note: AuditNote, seat: Seat, at: Timestamp) throws {
    try AuditWriter.append(db, note, seat: seat, at: at)
  }
}
