/// How a text feels about its subject, as one of three classes.
///
/// The raw value is stable: stores and roll-up tables may keep it.
public enum Sentiment: Int, Sendable, Codable, CaseIterable {
  /// Displeased, worried or hostile.
  case negative = 0
  /// Neither, or too little to tell.
  case neutral = 1
  /// Pleased or grateful.
  case positive = 2

  /// The stable lower-case word for it, as in JSON and on the command line.
  public var name: String {
    switch self {
    case .negative: "negative"
    case .neutral: "neutral"
    case .positive: "positive"
    }
  }
}
