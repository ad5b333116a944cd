/// Reads the mood of a text: the one door to sentiment, whatever model stands behind it.
///
/// A reader is pure: the same text and hint give the same reading on every machine and in every
/// run of one `version`. It never fails; a text it cannot read is neutral, other and `und`.
public protocol MoodReader: Sendable {
  /// A short stable name, stored beside the readings it made.
  var name: String { get }
  /// Rises whenever the same text may be read differently.
  var version: Int { get }
  /// Reads one text; `hint` is the platform's claim about the language and may be wrong.
  func read(_ text: String, language hint: Language?) -> MoodReading
  /// The words that moved the reading, strongest first; empty if none did.
  func reasons(for text: String, language hint: Language?) -> [MoodReason]
}

extension MoodReader {
  /// Reads one text without a claim about its language.
  public func read(_ text: String) -> MoodReading { read(text, language: nil) }
}
