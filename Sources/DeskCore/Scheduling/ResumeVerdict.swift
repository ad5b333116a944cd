/// What a person decides about one post when the desk resumes.
public enum ResumeVerdict: Hashable, Codable, Sendable {
  /// It never leaves.
  case drop
  /// It leaves at another time.
  case reschedule(Timestamp)
  /// It leaves now.
  case send
}
