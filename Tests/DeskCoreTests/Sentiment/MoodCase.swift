import DeskCore
import Testing

/// One text and what a person would say about it.
struct MoodCase: Sendable, CustomTestStringConvertible {
  var text: String
  var sentiment: Sentiment
  var intent: Intent

  init(_ sentiment: Sentiment, _ intent: Intent, _ text: String) {
    self.text = text
    self.sentiment = sentiment
    self.intent = intent
  }

  var testDescription: String { text }

  /// Reads the text without a hint and compares all three answers.
  func expect(_ language: Language, sourceLocation: SourceLocation = #_sourceLocation) {
    let reading = LexiconMoodReader().read(text)
    let reasons = LexiconMoodReader().reasons(for: text, language: nil)
    #expect(reading.sentiment == sentiment, "\(reasons)", sourceLocation: sourceLocation)
    #expect(reading.intent == intent, "\(reasons)", sourceLocation: sourceLocation)
    #expect(reading.language == language, sourceLocation: sourceLocation)
  }
}
