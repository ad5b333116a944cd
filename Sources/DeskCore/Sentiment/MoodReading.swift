/// Everything a reader says about one text.
public struct MoodReading: Hashable, Sendable, Codable {
  /// The most probable class; equal to the largest of the three probabilities.
  public var sentiment: Sentiment
  /// Probability of a negative text, 0...1.
  public var negative: Double
  /// Probability of a neutral text, 0...1.
  public var neutral: Double
  /// Probability of a positive text, 0...1; the three sum to 1.
  public var positive: Double
  /// What the writer wants.
  public var intent: Intent
  /// How much the text insults, 0 (not at all) to 1.
  public var abuse: Double
  /// The language the text was read in.
  public var language: Language

  /// A reading made of its parts, taken as they are.
  public init(
    sentiment: Sentiment, negative: Double, neutral: Double, positive: Double, intent: Intent,
    abuse: Double, language: Language
  ) {
    self.sentiment = sentiment
    self.negative = negative
    self.neutral = neutral
    self.positive = positive
    self.intent = intent
    self.abuse = abuse
    self.language = language
  }

  /// Positive minus negative, -1...1: the number that graphs and averages use.
  public var net: Double { positive - negative }
}
