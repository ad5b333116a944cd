internal import DeskCore
internal import GRDB

/// A filter as SQL over `mention m`, without its text unless asked for.
struct FilterSQL {
  /// Conditions, all of which must hold.
  private(set) var conditions: [String] = []
  /// Their arguments, in order.
  private(set) var arguments: [any DatabaseValueConvertible] = []
  /// The words to search for.
  private(set) var search: SearchQuery

  /// How many of the newest mentions are looked through for what no index holds.
  static let recent: Int64 = 200_000

  init(_ filter: MentionFilter, _ db: Database) throws {
    search = SearchQuery(filter.text)
    addList("m.language", filter.languages.map(\.rawValue))
    addList("m.sentiment", filter.sentiments.map(\.rawValue))
    addList("m.intent", filter.intents.map(\.rawValue))
    addList("m.state", filter.states.map(\.rawValue))
    if let limit = filter.abuseAbove { add("m.abuse > ?", limit) }
    if !filter.states.isEmpty, !filter.states.contains(.open) { conditions.append("m.state > 0") }
    addPlatforms(filter.platforms)
    try addAuthor(filter.author, db)
    if let occurred = filter.occurred {
      add(
        "min(m.createdAt, m.seenAt) >= ? AND min(m.createdAt, m.seenAt) < ?",
        occurred.lowerBound.milliseconds, occurred.upperBound.milliseconds)
    }
    for pattern in search.contains { add("m.text LIKE ? ESCAPE '\\'", pattern) }
    if search.index == nil, !search.contains.isEmpty {
      conditions.append("m.id > (SELECT max(id) FROM mention) - \(Self.recent)")
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
    conditions.append("\(column) IN (\(Self.marks(values.count)))")
    arguments += values
  }

  private mutating func addPlatforms(_ platforms: Set<Platform>) {
    guard !platforms.isEmpty else { return }
    let marks = Self.marks(platforms.count)
    // The plus keeps SQLite from starting at the platform: there is no index on it to gain from.
    conditions.append("+m.platformId IN (SELECT id FROM platform WHERE name IN (\(marks)))")
    arguments += platforms.map(\.rawValue)
  }

  private mutating func addAuthor(_ author: String?, _ db: Database) throws {
    guard let author else { return }
    let handle = author.hasPrefix("@") ? String(author.dropFirst()) : author
    let ids = try AuthorRow.numbers(db, handle: handle)
    search.narrow(toAuthors: ids)
    conditions.append("+m.authorId IN (\(Self.marks(ids.count)))")
    arguments += ids
  }

  private static func marks(_ count: Int) -> String {
    Array(repeating: "?", count: count).joined(separator: ", ")
  }
}
