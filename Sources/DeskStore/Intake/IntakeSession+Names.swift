internal import DeskCore
internal import GRDB

extension IntakeSession {
  /// The number of an account's name.
  mutating func account(_ account: AccountID) throws -> Int64 {
    if let id = caches.accounts[account.rawValue] { return id }
    let id = try Self.number(of: account.rawValue, in: "account", db)
    caches.accounts[account.rawValue] = id
    return id
  }

  /// The number of a platform's name.
  mutating func platform(_ platform: Platform) throws -> Int64 {
    if let id = caches.platforms[platform.rawValue] { return id }
    let id = try Self.number(of: platform.rawValue, in: "platform", db)
    caches.platforms[platform.rawValue] = id
    return id
  }

  private static func number(of name: String, in table: String, _ db: Database) throws -> Int64 {
    let find = "SELECT id FROM \(table) WHERE name = ?"
    if let id = try Int64.fetchOne(db, sql: find, arguments: [name]) { return id }
    try db.execute(sql: "INSERT INTO \(table) (name) VALUES (?)", arguments: [name])
    return db.lastInsertedRowID
  }

  /// The number of an author, whose description is brought up to date when it changed.
  mutating func author(_ author: Author, platformID: Int64, seenAt: Timestamp) throws -> Int64 {
    let hash = StableHash.author(platform: platformID, handle: author.handle)
    var check = StableHash(seed: 2)
    check.add(platformID)
    check.add(author.handle)
    let profile = Self.profile(of: author)
    let cached = caches.authors[hash].flatMap { $0.check == check.value ? $0 : nil }
    if let cached, cached.profile == profile { return cached.id }
    let id: Int64
    if let known = try cached?.id
      ?? storedAuthor(author.handle, hash: hash, platformID: platformID)
    {
      id = known
      try update(id, to: author)
    } else {
      id = try newAuthor(author, hash: hash, platformID: platformID, seenAt: seenAt)
    }
    caches.remember(.init(id: id, check: check.value, profile: profile), key: hash)
    return id
  }

  private static func profile(of author: Author) -> UInt64 {
    var hash = StableHash(seed: 3)
    hash.add(author.name)
    hash.add(Int64(author.followers ?? -1))
    hash.add(author.accountCreatedAt?.milliseconds ?? -1)
    hash.add(author.isAutomated ? 1 : 0)
    return hash.value
  }

  private func storedAuthor(
    _ handle: String, hash: Int64, platformID: Int64
  ) throws -> Int64? {
    statements.findAuthor.bind(1, hash)
    return try statements.findAuthor.first { row in
      row.int(1) == platformID && row.string(2) == handle ? row.int(0) : nil
    }
  }

  private func newAuthor(
    _ author: Author, hash: Int64, platformID: Int64, seenAt: Timestamp
  ) throws -> Int64 {
    let insert = statements.insertAuthor
    insert.bind(1, platformID)
    insert.bind(2, author.handle)
    insert.bind(3, author.name)
    insert.bind(4, author.followers.map(Int64.init))
    insert.bind(5, author.accountCreatedAt?.milliseconds)
    insert.bind(6, author.isAutomated)
    insert.bind(7, seenAt.milliseconds)
    insert.bind(8, hash)
    try insert.run()
    return db.lastInsertedRowID
  }

  private func update(_ id: Int64, to author: Author) throws {
    let update = statements.updateAuthor
    update.bind(1, author.name)
    update.bind(2, author.followers.map(Int64.init))
    update.bind(3, author.accountCreatedAt?.milliseconds)
    update.bind(4, author.isAutomated)
    update.bind(5, id)
    try update.run()
  }
}
