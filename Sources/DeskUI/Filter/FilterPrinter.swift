import DeskCore

/// Writes a filter as the line that `FilterParser` reads back.
enum FilterPrinter {
  /// The line; keys in a fixed order, values sorted, words last; empty for an empty filter.
  static func line(_ filter: MentionFilter) -> String {
    var words = [
      list(.lang, filter.languages.map(\.rawValue)),
      list(.sentiment, filter.sentiments.map(\.name)),
      list(.intent, filter.intents.map(\.name)),
      list(.state, filter.states.map(\.filterName)),
      list(.platform, filter.platforms.map(\.rawValue)),
      list(.authorIs, filter.authorKinds.map(\.rawValue)),
      list(.cluster, [filter.cluster].compactMap { $0.map { String($0.rawValue) } }),
    ].compactMap { $0 }
    if !filter.anyOf.isEmpty { words.append("any:" + filter.anyOf.joined(separator: ",")) }
    if let limit = filter.abuseAbove { words.append(FilterParser.abuse + "\(limit)") }
    if let author = filter.author { words.append("from:" + quoted(author)) }
    if let range = filter.occurred {
      if range.lowerBound.milliseconds != .min {
        words.append("after:" + FilterTime.write(range.lowerBound))
      }
      if range.upperBound.milliseconds != .max {
        words.append("before:" + FilterTime.write(range.upperBound))
      }
    }
    if !filter.text.isEmpty { words.append(filter.text) }
    return words.joined(separator: " ")
  }

  private static func list(_ key: FilterKey, _ values: [String]) -> String? {
    values.isEmpty ? nil : key.rawValue + ":" + values.sorted().map(quoted).joined(separator: ",")
  }

  private static func quoted(_ value: String) -> String {
    value.contains(where: \.isWhitespace) ? "\"\(value)\"" : value
  }
}
