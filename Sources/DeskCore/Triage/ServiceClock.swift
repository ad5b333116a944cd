/// How long somebody may wait for a first answer, by what they want.
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

  /// When an answer is due to a mention with `intent` first seen at `seenAt`.
  public func due(intent: Intent, seenAt: Timestamp) -> Timestamp {
    switch intent {
    case .complaint: seenAt.adding(.minutes(complaintMinutes))
    case .question: seenAt.adding(.minutes(questionMinutes))
    case .praise, .other: seenAt.adding(.minutes(otherMinutes))
    }
  }

  /// How far ahead "due soon" looks, 15 minutes.
  public static let soon = Span.minutes(15)
}
