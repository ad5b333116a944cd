internal import DeskCore
internal import FoundationEssentials
internal import GRDB

/// One batch on its way into the database, inside its transaction.
struct IntakeSession {
  let db: Database
  let batch: IntakeBatch
  let statements: IntakeStatements
  var caches: IntakeCaches
  var rollUps = RollUps()
  var result = IntakeResult()
  private var nextID: Int64
  private var mayHoldTombstones: Bool
  private var mayHoldOrphans: Bool

  init(_ db: Database, batch: IntakeBatch, caches: IntakeCaches) throws {
    self.db = db
    self.batch = batch
    self.caches = caches
    statements = try IntakeStatements(db)
    nextID = try Int64.fetchOne(db, sql: "SELECT max(id) FROM mention").map { $0 + 1 } ?? 1
    mayHoldTombstones = try Self.holdsRows(db, "tombstone")
    mayHoldOrphans = try Self.holdsRows(db, "orphan")
  }

  private static func holdsRows(_ db: Database, _ table: String) throws -> Bool {
    try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM \(table))").fetchFlag()
  }

  /// Stores everything and says what it came to.
  mutating func run() throws -> IntakeResult {
    for event in batch.events {
      switch event {
      case .upsert(let judged): try upsert(judged)
      case .deleted(let key): try delete(key)
      case .gap(let gap): try remember(gap)
      }
    }
    try rollUps.write(db)
    if result.new > 0 { try FreshQueue.settle(db) }
    if let cursor = batch.cursor { try store(cursor) }
    return result
  }

  private mutating func upsert(_ judged: JudgedMention) throws {
    let key = judged.incoming.key
    let accountID = try account(key.account)
    let hash = StableHash.key(account: key.account.rawValue, native: key.native)
    if let known = try find(hash: hash, accountID: accountID, native: key.native) {
      if try edit(known.id, to: judged) { result.edited += 1 } else { result.duplicates += 1 }
    } else if try mayHoldTombstones
      && isBuried(hash: hash, accountID: accountID, native: key.native)
    {
      result.duplicates += 1
    } else {
      try insert(judged, accountID: accountID, hash: hash)
      result.new += 1
    }
  }

  private mutating func insert(_ judged: JudgedMention, accountID: Int64, hash: Int64) throws {
    let incoming = judged.incoming
    let id = nextID
    let parent = try parent(of: incoming, accountID: accountID)
    let platformID = try platform(incoming.platform)
    let facet = try facet(of: judged.mood, platformID: platformID)
    let row = MentionInsert(
      id: id, keyHash: hash, accountID: accountID, platformID: platformID, facet: facet,
      conversation: parent.conversation ?? id)
    try row.write(judged, with: statements)
    nextID += 1
    if let missing = parent.missing {
      try Orphans.remember(
        db, child: id, parentHash: missing, accountID: accountID, native: incoming.inReplyTo ?? "")
    }
    if mayHoldOrphans {
      try Orphans.adopt(
        db, parentHash: hash, accountID: accountID, native: incoming.key.native,
        conversation: parent.conversation ?? id, at: batch.at)
    }
    // Somebody who wrote before waits since then, not since now.
    if parent.conversation != nil, !incoming.isOwn { try ClockRow.changed(db, id) }
    mayHoldOrphans = mayHoldOrphans || parent.missing != nil
    rollUps.facets.insert(id, facet, isOpen: !incoming.isOwn)
    rollUps.move(from: nil, to: incoming.isOwn ? .own : .open)
    if !incoming.isOwn {
      let occurredAt = min(incoming.createdAt, judged.seenAt)
      rollUps.count(judged.mood.sentiment, at: occurredAt, difference: 1)
    }
  }

  private mutating func delete(_ key: MentionKey) throws {
    let accountID = try account(key.account)
    let hash = StableHash.key(account: key.account.rawValue, native: key.native)
    guard let known = try find(hash: hash, accountID: accountID, native: key.native) else {
      if try !isBuried(hash: hash, accountID: accountID, native: key.native) {
        try db.execute(
          sql: "INSERT INTO tombstone (keyHash, accountId, native, at) VALUES (?, ?, ?, ?)",
          arguments: [hash, accountID, key.native, batch.at.milliseconds])
        mayHoldTombstones = true
      }
      result.duplicates += 1
      return
    }
    if try withdraw(known.id) { result.deleted += 1 } else { result.duplicates += 1 }
  }

  private func isBuried(hash: Int64, accountID: Int64, native: String) throws -> Bool {
    statements.findTombstone.bind(1, hash)
    return try statements.findTombstone.first { row in
      row.int(0) == accountID && row.string(1) == native ? true : nil
    } ?? false
  }

  /// The mention with a key; nil when there is none.
  func find(hash: Int64, accountID: Int64, native: String) throws -> (
    id: Int64, conversation: Int64
  )? {
    statements.findKey.bind(1, hash)
    return try statements.findKey.first { row in
      row.int(1) == accountID && row.string(2) == native ? (row.int(0), row.int(3)) : nil
    }
  }

  private func remember(_ gap: Gap) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO gap (account, startsAt, endsAt, reason) VALUES (?, ?, ?, ?)",
      arguments: [
        gap.account.rawValue, gap.from.milliseconds, gap.to.milliseconds, gap.reason,
      ])
  }

  private func store(_ cursor: DeskCore.Cursor) throws {
    let parts = try JSONEncoder().encode(cursor.parts)
    try db.execute(
      sql: "INSERT OR REPLACE INTO cursor (account, parts) VALUES (?, ?)",
      arguments: [batch.account.rawValue, String(decoding: parts, as: UTF8.self)])
  }
}

extension Statement {
  /// The one value of a statement that returns a truth.
  func fetchFlag() throws -> Bool { try Bool.fetchOne(self) ?? false }
}
