import DeskCore

/// Reads one line such as `lang:uz sentiment:negative from:ana refund* "charged twice"`.
///
/// Words without a colon must all occur in the text; quotation marks keep words together. Values
/// of one key are joined by commas, or the key is given again. Of the words after `any:` one must
/// occur. `after:` and `before:` take
/// `2026-01-31`, `2026-01-31T09:15` (in the desk's zone) or a time with its own zone.
struct FilterParser {
  private var filter = MentionFilter()
  private var text: [String] = []
  private var lower: (at: Timestamp, position: Int)?
  private var upper: (at: Timestamp, position: Int)?
  private let zone: DeskZone

  private init(zone: DeskZone) { self.zone = zone }

  /// The filter a line asks for; throws the first problem in it.
  static func parse(_ line: String, zone: DeskZone = .utc) throws(FilterProblem) -> MentionFilter {
    var parser = FilterParser(zone: zone)
    for word in FilterWord.split(line) { try parser.take(word) }
    return try parser.finish()
  }

  private mutating func take(_ word: FilterWord) throws(FilterProblem) {
    if let quote = word.openQuote {
      throw FilterProblem(.openQuote, at: quote, expected: ["\""])
    }
    if word.source.lowercased().hasPrefix(Self.abuse) { return try takeAbuse(word) }
    guard let name = word.key else { return try takeText(word) }
    guard let key = FilterKey(rawValue: name.lowercased()) else {
      let keys = FilterKey.allCases.map { $0.rawValue + ":" } + [Self.abuse]
      throw FilterProblem(.unknownKey(name), at: word.range.lowerBound, expected: keys)
    }
    switch key {
    case .from: try takeAuthor(word)
    case .cluster: try takeCluster(word)
    case .after: lower = try time(word, key, known: lower)
    case .before: upper = try time(word, key, known: upper)
    default: try takeList(word, key)
    }
  }

  private mutating func takeText(_ word: FilterWord) throws(FilterProblem) {
    guard word.value.contains(where: { !$0.isWhitespace && $0 != "*" }) else {
      throw FilterProblem(.emptyText, at: word.range.lowerBound)
    }
    text.append(word.source)
  }

  /// How a line asks for what insults: `abuse>0.8`.
  static let abuse = "abuse>"

  private mutating func takeAbuse(_ word: FilterWord) throws(FilterProblem) {
    let text = word.source.dropFirst(Self.abuse.count)
    guard filter.abuseAbove == nil, let limit = Double(text), (0..<1).contains(limit) else {
      throw FilterProblem(
        .badShare(String(text)), at: word.range.lowerBound + Self.abuse.count, expected: ["0.8"])
    }
    filter.abuseAbove = limit
  }

  private mutating func takeAuthor(_ word: FilterWord) throws(FilterProblem) {
    guard filter.author == nil else {
      throw FilterProblem(.repeated(.from), at: word.range.lowerBound)
    }
    let handle = word.value.drop { $0 == "@" }
    guard handle.contains(where: { !$0.isWhitespace }) else {
      throw FilterProblem(.missingValue(.from), at: word.valueStart)
    }
    filter.author = String(handle)
  }

  private mutating func takeCluster(_ word: FilterWord) throws(FilterProblem) {
    guard filter.cluster == nil else {
      throw FilterProblem(.repeated(.cluster), at: word.range.lowerBound)
    }
    guard !word.value.isEmpty else {
      throw FilterProblem(.missingValue(.cluster), at: word.valueStart)
    }
    guard let number = Int64(word.value), number > 0 else {
      throw FilterProblem(.unknownValue(word.value, key: .cluster), at: word.valueStart)
    }
    filter.cluster = ClusterID(rawValue: number)
  }

  private mutating func takeList(_ word: FilterWord, _ key: FilterKey) throws(FilterProblem) {
    var position = word.valueStart
    for part in word.value.split(separator: ",", omittingEmptySubsequences: false) {
      let value = part.filter { !$0.isWhitespace }.lowercased()
      guard !value.isEmpty else {
        throw FilterProblem(.missingValue(key), at: position, expected: key.values ?? [])
      }
      guard add(value, to: key) else {
        throw FilterProblem(
          .unknownValue(String(part), key: key), at: position, expected: key.values ?? [])
      }
      position += part.count + 1
    }
  }

  private mutating func add(_ value: String, to key: FilterKey) -> Bool {
    switch key {
    case .lang: filter.languages.insert(Language(rawValue: value))
    case .platform: filter.platforms.insert(Platform(rawValue: value))
    case .sentiment:
      guard let found = Sentiment.allCases.first(where: { $0.name == value }) else { return false }
      filter.sentiments.insert(found)
    case .intent:
      guard let found = Intent.allCases.first(where: { $0.name == value }) else { return false }
      filter.intents.insert(found)
    case .state:
      guard let found = MentionState.allCases.first(where: { $0.filterName == value }) else {
        return false
      }
      filter.states.insert(found)
    case .any:
      guard value.contains(where: { $0 != "*" && $0 != "\"" }) else { return false }
      if !filter.anyOf.contains(value) { filter.anyOf.append(value) }
    case .authorIs:
      guard let kind = AuthorKind(rawValue: value) else { return false }
      filter.authorKinds.insert(kind)
    case .from, .cluster, .after, .before: return false
    }
    return true
  }

  private func time(
    _ word: FilterWord, _ key: FilterKey, known: (at: Timestamp, position: Int)?
  ) throws(FilterProblem) -> (at: Timestamp, position: Int) {
    guard known == nil else { throw FilterProblem(.repeated(key), at: word.range.lowerBound) }
    let forms = ["2026-01-31", "2026-01-31T09:15", "2026-01-31T09:15:00Z"]
    guard !word.value.isEmpty else {
      throw FilterProblem(.missingValue(key), at: word.valueStart, expected: forms)
    }
    guard let at = FilterTime.read(word.value, zone: zone) else {
      throw FilterProblem(.badTime(word.value), at: word.valueStart, expected: forms)
    }
    return (at, word.valueStart)
  }

  private mutating func finish() throws(FilterProblem) -> MentionFilter {
    filter.text = text.joined(separator: " ")
    if lower != nil || upper != nil {
      let from = lower?.at ?? Timestamp(milliseconds: .min)
      let to = upper?.at ?? Timestamp(milliseconds: .max)
      guard from < to else {
        throw FilterProblem(.emptyRange, at: upper?.position ?? lower?.position ?? 0)
      }
      filter.occurred = from..<to
    }
    return filter
  }
}
