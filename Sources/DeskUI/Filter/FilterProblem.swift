/// What is wrong with a filter line, where, and what was expected; worded in `Words`.
struct FilterProblem: Error, Hashable, Sendable {
  /// The kinds of mistakes.
  enum Kind: Hashable, Sendable {
    /// Nothing of that name can be filtered by.
    case unknownKey(String)
    /// The value is none of those the key takes.
    case unknownValue(String, key: FilterKey)
    /// Nothing stands after the colon, or between two commas.
    case missingValue(FilterKey)
    /// The key stands twice, but can hold one value only.
    case repeated(FilterKey)
    /// Not a number from 0 up to 1, or the second one.
    case badShare(String)
    /// Not a time.
    case badTime(String)
    /// The beginning is not before the end.
    case emptyRange
    /// A quotation mark was opened and never closed.
    case openQuote
    /// Nothing but quotation marks or a lone `*`.
    case emptyText
  }

  /// What is wrong.
  let kind: Kind
  /// Where it begins, in characters from 0.
  let position: Int
  /// What would have been right, most likely first; empty when there is no list.
  let expected: [String]

  /// Makes a problem.
  init(_ kind: Kind, at position: Int, expected: [String] = []) {
    self.kind = kind
    self.position = position
    self.expected = expected
  }
}
