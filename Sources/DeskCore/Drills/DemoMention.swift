/// One message of the demo shift, as its script has it.
public struct DemoMention: Hashable, Sendable, Identifiable {
  /// Seconds from the start of the shift; below zero for the morning before it.
  public var offset: Double
  /// Unique within the script.
  public var id: String
  /// The writer's handle, without `@`.
  public var handle: String
  /// The writer's display name.
  public var displayName: String
  /// How many follow the writer.
  public var followers: Int
  /// The age of the writer's account, in days.
  public var accountAgeDays: Int
  /// The language the text was written in.
  public var language: Language
  /// The id of the earlier mention it answers, if it answers one.
  public var inReplyTo: String?
  /// The text; may hold line breaks.
  public var text: String

  /// A mention made of its parts, taken as they are.
  public init(
    offset: Double, id: String, handle: String, displayName: String, followers: Int,
    accountAgeDays: Int, language: Language, inReplyTo: String?, text: String
  ) {
    self.offset = offset
    self.id = id
    self.handle = handle
    self.displayName = displayName
    self.followers = followers
    self.accountAgeDays = accountAgeDays
    self.language = language
    self.inReplyTo = inReplyTo
    self.text = text
  }
}
