internal import DeskCore
internal import GRDB

/// A filter as conditions on `mention m`, and what the indexes can do for it.
struct FilterSQL {
  /// Conditions on the row, all of which must hold.
  private(set) var conditions: [String] = []
  /// Their arguments, in order.
  private(set) var arguments: [any DatabaseValueConvertible] = []
  /// The words to search for.
  private(set) var search: SearchQuery
  /// What can be told without reading the row; nil when nothing is asked of it.
  let facets: FacetFilter?
  /// The states to show; empty for all.
  let states: [MentionState]
  /// When it must have occurred; nil for whenever.
  let occurred: Range<Timestamp>?
  /// The cluster whose members are wanted; nil for all.
  let cluster: Int64?

  init(_ filter: MentionFilter, _ db: Database) throws {
    search = SearchQuery(filter.text, anyOf: filter.anyOf)
    facets = try FacetFilter(filter, db)
    states = filter.states.sorted { $0.rawValue < $1.rawValue }
    occurred = filter.occurred
    cluster = filter.cluster?.rawValue
    addList("m.language", filter.languages.map(\.rawValue))
    addList("m.sentiment", filter.sentiments.map(\.rawValue))
    addList("m.intent", filter.intents.map(\.rawValue))
    addList("m.state", filter.states.map(\.rawValue))
    if let limit = filter.abuseAbove { add("m.abuse > ?", limit) }
    addPlatforms(filter.platforms)
    try addAuthor(filter.author, db)
    try addKinds(filter.authorKinds, db)
    if let cluster {
      add(
        "EXISTS (SELECT 1 FROM clusterMember w WHERE w.mention = m.id AND w.cluster = ?)", cluster)
    }
    if let occurred = filter.occurred {
      add(
        "min(m.createdAt, m.seenAt) >= ? AND min(m.createdAt, m.seenAt) < ?",
        occurred.lowerBound.milliseconds, occurred.upperBound.milliseconds)
    }
    for pattern in search.contains { add("m.text LIKE ? ESCAPE '\\'", pattern) }
    if !search.containsAny.isEmpty {
      let one = "m.text LIKE ? ESCAPE '\\'"
      conditions.append(
        "(" + search.containsAny.map { _ in one }.joined(separator: " OR ") + ")")
      arguments += search.containsAny
    }
  }

  /// Adds a condition with its arguments.
  mutating func add(_ condition: String, _ values: any DatabaseValueConvertible...) {
    conditions.append(condition)
    arguments += values
  }

  /// The conditions as one.
  var condition: String { conditions.isEmpty ? "1" : conditions.joined(separator: " AND ") }

  /// The name of the index that answers the search; nil when none does.
  var table: String? {
    switch search.index {
    case .words: "mentionWord"
    case .grams: "mentionGram"
    case nil: nil
    }
  }

  private mutating func addList(_ column: String, _ values: [any DatabaseValueConvertible]) {
    guard !values.isEmpty else { return }
    // The plus keeps SQLite from choosing an index: what to walk is decided by the caller.
    conditions.append("+\(column) IN (\(Self.marks(values.count)))")
    arguments += values
  }

  private mutating func addPlatforms(_ platforms: Set<Platform>) {
    guard !platforms.isEmpty else { return }
    let marks = Self.marks(platforms.count)
    conditions.append("+m.platformId IN (SELECT id FROM platform WHERE name IN (\(marks)))")
    arguments += platforms.map(\.rawValue)
  }

  private mutating func addAuthor(_ author: String?, _ db: Database) throws {
    guard let author else { return }
    let handle = author.hasPrefix("@") ? String(author.dropFirst()) : author
    let platforms = try Int64.fetchAll(db, sql: "SELECT id FROM platform")
    search.narrow(toAuthors: platforms.map { StableHash.author(platform: $0, handle: handle) })
    add("+m.handle = ?", handle)
  }

  /// More authors than this are not looked up in the index of words.
  private static let namedAuthors = 200

  private mutating func addKinds(_ kinds: Set<AuthorKind>, _ db: Database) throws {
    guard !kinds.isEmpty else { return }
    let marks = Self.marks(kinds.count)
    let values = kinds.map(\.rawValue).sorted()
    let known = try Row.fetchAll(
      db,
      sql: "SELECT platformId, handle FROM authorKind WHERE kind IN (\(marks)) LIMIT ?",
      arguments: StatementArguments(values) + [Self.namedAuthors + 1])
    if known.count <= Self.namedAuthors {
      search.narrow(
        toAuthors: known.map { StableHash.author(platform: $0[0], handle: $0[1]) })
    }
    conditions.append(
      """
      EXISTS (SELECT 1 FROM authorKind w WHERE w.handle = m.handle
        AND w.platformId = m.platformId AND w.kind IN (\(marks)))
      """)
    arguments += values as [any DatabaseValueConvertible]
  }

  private static func marks(_ count: Int) -> String {
    Array(repeating: "?", count: count).joined(separator: ", ")
  }
}
