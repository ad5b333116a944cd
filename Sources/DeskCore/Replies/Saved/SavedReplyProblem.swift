/// What is wrong with the file of a saved reply, and where.
public struct SavedReplyProblem: Error, Hashable, Sendable {
  /// The kinds of mistake.
  public enum Kind: Hashable, Sendable {
    /// A line above the first text is no `name: value`.
    case noHeader
    /// A header that the desk does not know.
    case unknownHeader(String)
    /// A header that was given before.
    case repeatedHeader(String)
    /// A header without a value.
    case emptyHeader(String)
    /// A header that must be there is not.
    case missingHeader(String)
    /// There is no such level.
    case badLevel(String)
    /// A date is not of the form `2026-12-31`.
    case badDate(String)
    /// The approver is the owner.
    case ownApproval
    /// There is no text.
    case noText
    /// A language tag is not of the form `uz` or `uz-Cyrl`.
    case badTag(String)
    /// A language has two texts.
    case repeatedTag(String)
    /// A text is empty.
    case emptyText(String)
    /// A variable that no conversation has.
    case unknownVariable(String)
    /// A brace that opens or closes nothing.
    case looseBrace
  }

  /// The file as the caller named it.
  public let file: String
  /// The number of the line, from 1.
  public let line: Int
  /// The mistake.
  public let kind: Kind

  /// Makes a problem.
  public init(file: String, line: Int, kind: Kind) {
    self.file = file
    self.line = line
    self.kind = kind
  }
}
