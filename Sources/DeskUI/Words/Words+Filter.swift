extension Words {
  /// What a filter line got wrong, with the column (from 1) and what was expected.
  static func filterProblem(_ problem: FilterProblem) -> String {
    let place = "column \(problem.position + 1): " + filterProblemKind(problem.kind)
    guard !problem.expected.isEmpty else { return place }
    return place + "; there is " + problem.expected.joined(separator: " ")
  }

  private static func filterProblemKind(_ kind: FilterProblem.Kind) -> String {
    switch kind {
    case .unknownKey(let name):
      "no filter \"\(name)\" (in quotation marks it is searched)"
    case .unknownValue(let value, let key): "\"\(value)\" is no \(key.rawValue)"
    case .missingValue(let key): "\(key.rawValue): needs a value"
    case .repeated(let key): "\(key.rawValue): can stand only once"
    case .badShare(let text): "\"\(text)\" is not one number from 0 to 1"
    case .badTime(let text): "\"\(text)\" is not a time"
    case .emptyRange: "the end is not after the beginning"
    case .openQuote: "this quotation mark is never closed"
    case .emptyText: "there is no word to look for"
    }
  }
}
