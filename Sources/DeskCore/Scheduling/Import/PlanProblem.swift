/// Why a line of a file does not become a post; a fact, worded elsewhere.
public enum PlanProblem: Error, Hashable, Sendable {
  /// The file is not text in UTF-8.
  case notText
  /// The first line names no such column.
  case noColumn(String)
  /// The first line names a column that means nothing here.
  case unknownColumn(String)
  /// The text ends inside a quoted field.
  case unclosedQuote
  /// Something follows a closing quote.
  case strayText
  /// There are more fields than columns.
  case tooManyFields(count: Int, columns: Int)
  /// The line is not a JSON object whose values are strings.
  case notJSON
  /// The object has a name that means nothing here.
  case unknownName(String)
  /// A field that must be there is empty.
  case missing(String)
  /// The time cannot be read.
  case badTime(String)
  /// This machine knows no such zone.
  case noZone(String)
  /// The rule for repeating cannot be read.
  case badRule(String)
  /// The rule does not take the day, or the time of day, of the first post.
  case outsideRule(String)
  /// The desk would refuse the post.
  case refused(Refusal)
  /// Nearly the same post is there already.
  case duplicate(PostNeighbour.Name, dueAt: Timestamp)
}

/// A line of a file as read: a post that is wanted, or why it is none.
public struct PlanLine: Hashable, Sendable {
  /// The line it begins on, from 1 up.
  public let line: Int
  /// What was read.
  public let result: Result<PlannedPost, PlanProblem>
  /// How the clocks of its zone show its time.
  public let fit: ZoneClock.Placed.Fit

  /// Makes a line.
  public init(
    line: Int, _ result: Result<PlannedPost, PlanProblem>, fit: ZoneClock.Placed.Fit = .once
  ) {
    self.line = line
    self.result = result
    self.fit = fit
  }
}
