/// One scheduled post of the demo brand.
public struct DemoPost: Hashable, Sendable, Identifiable {
  /// When it is due, in seconds from the start of the shift.
  public var offset: Double
  /// Unique within the script.
  public var id: String
  /// The language of the text.
  public var language: Language
  /// The text; may hold line breaks.
  public var text: String

  /// A post made of its parts, taken as they are.
  public init(offset: Double, id: String, language: Language, text: String) {
    self.offset = offset
    self.id = id
    self.language = language
    self.text = text
  }
}
