/// A subject a desk watches by itself, named by the words that belong to it.
public struct Topic: Hashable, Codable, Sendable {
  /// The name as the desk's configuration has it.
  public let name: String
  /// The words, any of which makes a mention part of it; one that ends in `*` stands for all words
  /// that begin like it.
  public let words: [String]

  /// Makes a topic of words that `isWord` accepts; others match nothing.
  public init(name: String, words: [String]) {
    self.name = name
    self.words = words
  }

  /// The most topics a desk can watch, 32.
  public static let limit = 32

  /// Whether a text is one word, or the beginning of one (at least two letters) and a `*`; a sign
  /// for a tag or handle may stand before it.
  public static func isWord(_ text: String) -> Bool { TopicMatcher.Pattern(text) != nil }
}
