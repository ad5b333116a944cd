/// What is wrong with a demo script, and where.
public struct DemoScriptError: Error, Hashable, Sendable {
  /// The kinds of mistake.
  public enum Problem: Hashable, Sendable {
    /// The first field is neither `mention` nor `post`.
    case unknownKind(String)
    /// A line has too few or too many fields.
    case fieldCount(expected: Int, found: Int)
    /// A field that must hold a number does not.
    case notANumber(field: String, value: String)
    /// A field that must hold something is empty.
    case empty(field: String)
    /// An id was used before.
    case duplicate(id: String)
    /// The mention answered does not come earlier in the script.
    case unknownReply(id: String)
    /// A mention comes before the one above it.
    case outOfOrder
  }

  /// The number of the line, from 1.
  public var line: Int
  /// The mistake in it.
  public var problem: Problem

  /// A mistake in a line.
  public init(line: Int, problem: Problem) {
    self.line = line
    self.problem = problem
  }
}
