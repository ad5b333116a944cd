internal import DeskCore
internal import GRDB

/// The part of a filter that facets can answer.
struct FacetFilter {
  private let languages: Set<Int64>?
  private let platforms: Set<Int64>?
  private let moods: [Bool]

  /// Takes the languages, sentiments, intents and platforms of a filter; nil when it has none.
  init?(_ filter: MentionFilter, _ db: Database) throws {
    let isOpen =
      filter.languages.isEmpty && filter.platforms.isEmpty && filter.sentiments.isEmpty
      && filter.intents.isEmpty
    guard !isOpen else { return nil }
    languages = try Self.numbers(of: filter.languages.map(\.rawValue), in: "language", db)
    platforms = try Self.numbers(of: filter.platforms.map(\.rawValue), in: "platform", db)
    var moods = [Bool](repeating: false, count: 16)
    for sentiment in Sentiment.allCases
    where filter.sentiments.isEmpty || filter.sentiments.contains(sentiment) {
      for intent in Intent.allCases
      where filter.intents.isEmpty || filter.intents.contains(intent) {
        moods[sentiment.rawValue << 2 | intent.rawValue] = true
      }
    }
    self.moods = moods
  }

  /// Whether nothing stored can pass, because it names only what never came in.
  var isImpossible: Bool { languages?.isEmpty ?? false || platforms?.isEmpty ?? false }

  /// Whether a mention of this facet passes.
  func admits(_ facet: Facet) -> Bool {
    moods[Int(facet.rawValue & 15)] && languages?.contains(facet.language) ?? true
      && platforms?.contains(facet.platform) ?? true
  }

  /// How many mentions that pass a stretch holds.
  func count(in bytes: UnsafeRawBufferPointer) -> Int {
    var sum = 0
    FacetCounts.each(bytes) { facet, count in
      if admits(facet) { sum += count }
      return true
    }
    return sum
  }

  /// Whether a stretch holds any mention that passes.
  func isIn(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var isFound = false
    FacetCounts.each(bytes) { facet, _ in
      isFound = admits(facet)
      return !isFound
    }
    return isFound
  }

  private static func numbers(
    of names: [String], in table: String, _ db: Database
  ) throws -> Set<Int64>? {
    guard !names.isEmpty else { return nil }
    let find = try db.cachedStatement(sql: "SELECT id FROM \(table) WHERE name = ?")
    var numbers: Set<Int64> = []
    for name in names {
      if let number = try Int64.fetchOne(find, arguments: [name]) { numbers.insert(number) }
    }
    return numbers
  }
}
