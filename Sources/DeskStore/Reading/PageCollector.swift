internal import DeskCore
internal import GRDB

/// Reads the mentions of a page by their numbers, many in one question.
struct PageCollector {
  /// How many numbers one question holds.
  static let group = 64

  private let db: Database
  private let statement: Statement
  private let arguments: [any DatabaseValueConvertible]
  private let wanted: Int
  private let folds: Bool
  private var waiting: [Int64] = []

  /// What was found, in the order in which the numbers were offered.
  private(set) var mentions: [Mention] = []
  /// How many rows were looked at.
  private(set) var examined = 0
  /// The clusters that have their row, where they have one only.
  private(set) var shown: Set<Int64> = []

  /// Collects `limit` mentions that meet the conditions, and one more to see whether there are; with
  /// `folds` no two of one cluster.
  init(_ db: Database, _ sql: FilterSQL, limit: Int, folds: Bool = false) throws {
    self.db = db
    self.folds = folds
    wanted = limit + 1
    arguments = sql.arguments
    let marks = Array(repeating: "?", count: Self.group).joined(separator: ", ")
    statement = try db.cachedStatement(
      sql: """
        SELECT \(MentionRow.columns) FROM mention m \(MentionRow.joins)
        WHERE m.id IN (\(marks)) AND \(sql.condition)
        """)
  }

  /// Whether the page is full.
  var isFull: Bool { mentions.count >= wanted }

  /// Takes the number of a mention that may belong on the page; false when no more are needed.
  mutating func offer(_ id: Int64) throws -> Bool {
    waiting.append(id)
    if waiting.count == Self.group || waiting.count + mentions.count == wanted { try settle() }
    return !isFull
  }

  /// Reads what was offered and not read yet.
  mutating func settle() throws {
    guard !waiting.isEmpty else { return }
    examined += waiting.count
    let rest = Array(repeating: Int64?.none, count: Self.group - waiting.count)
    let rows = try Row.fetchCursor(
      statement,
      arguments: StatementArguments(waiting as [any DatabaseValueConvertible])
        + StatementArguments(rest) + StatementArguments(arguments))
    var found: [Int64: Mention] = [:]
    while let row = try rows.next() {
      let mention = try MentionRow.mention(row)
      found[mention.id.rawValue] = mention
    }
    for id in waiting {
      guard let mention = found[id], !isFull else { continue }
      if folds, let cluster = mention.cluster?.cluster.rawValue,
        !shown.insert(cluster).inserted
      {
        continue
      }
      mentions.append(mention)
    }
    waiting.removeAll(keepingCapacity: true)
  }

  /// The page; `stoppedAt` says how far was looked when that ended before it was full.
  mutating func page(stoppedAt: MentionPage.End? = nil) throws -> MentionPage {
    try settle()
    if isFull {
      return MentionPage(mentions: Array(mentions.prefix(wanted - 1)), hasMore: true)
    }
    return MentionPage(mentions: mentions, hasMore: stoppedAt != nil, stoppedAt: stoppedAt)
  }
}
