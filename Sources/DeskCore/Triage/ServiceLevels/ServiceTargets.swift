/// How long somebody may wait for a first answer on a calm day, by what they want.
public struct ServiceTargets: Hashable, Codable, Sendable {
  /// Minutes to the first answer to a complaint.
  public var complaintMinutes: Int64
  /// Minutes to the first answer to a question.
  public var questionMinutes: Int64
  /// Minutes to the first answer to anything else.
  public var otherMinutes: Int64

  /// Makes targets; the defaults are one hour, two hours and a day.
  public init(
    complaintMinutes: Int64 = 60, questionMinutes: Int64 = 120, otherMinutes: Int64 = 1440
  ) {
    self.complaintMinutes = complaintMinutes
    self.questionMinutes = questionMinutes
    self.otherMinutes = otherMinutes
  }

  /// How far ahead "due soon" looks, 15 minutes.
  public static let soon = Span.minutes(15)
}
