/// Stored mentions whose mood was read by another model than the desk's own of now.
public struct Rereading: Sendable {
  /// One of them.
  public struct Text: Sendable {
    /// Its number.
    public let id: MentionID
    /// What it says.
    public let text: String
    /// What the platform says of its language.
    public let languageHint: Language?
    /// Makes one.
    public init(id: MentionID, text: String, languageHint: Language?) {
      self.id = id
      self.text = text
      self.languageHint = languageHint
    }
  }
  /// The model they are to be read with.
  public let model: String
  /// The next of them, newest first.
  public let texts: [Text]
  /// The numbers from which, downwards, is read on after these.
  public let next: MentionID

  /// Makes a step of a rereading.
  public init(model: String, texts: [Text], next: MentionID) {
    self.model = model
    self.texts = texts
    self.next = next
  }
}

/// Carries a change of the model through what is stored, a step at a time, across restarts.
public protocol RereadingStore: Sendable {
  /// The next mentions to read with `model`, at most `limit`; nil once all have been.
  func toReread(model: String, limit: Int) throws -> Rereading?
  /// Stores what they were read as, in the order of the step's texts; a person's word stands.
  func store(_ moods: [MoodReading], of step: Rereading) throws
}
