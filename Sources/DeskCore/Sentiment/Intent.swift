/// What the writer of a text wants from the brand.
///
/// The raw value is stable: stores may keep it.
public enum Intent: Int, Sendable, Codable, CaseIterable {
  /// Something went wrong and somebody should mend it.
  case complaint = 0
  /// An answer is wanted.
  case question = 1
  /// Thanks or applause.
  case praise = 2
  /// None of these, or too little to tell.
  case other = 3

  /// The stable lower-case word for it, as in JSON and on the command line.
  public var name: String {
    switch self {
    case .complaint: "complaint"
    case .question: "question"
    case .praise: "praise"
    case .other: "other"
    }
  }
}
