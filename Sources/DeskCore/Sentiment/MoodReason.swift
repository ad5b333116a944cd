/// One word that moved a reading, and how far.
public struct MoodReason: Hashable, Sendable {
  /// The word as the writer typed it.
  public var word: String
  /// The pull in the reader's own unit: below zero is negative, above is positive.
  public var weight: Double

  /// A word and its pull.
  public init(word: String, weight: Double) {
    self.word = word
    self.weight = weight
  }
}
