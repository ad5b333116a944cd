package import DeskCore

/// A text, and what a person said of its mood.
package struct CorrectedText: Hashable, Sendable {
  package let text: String
  package let language: Language
  package let correction: MoodCorrection

  package init(text: String, language: Language, correction: MoodCorrection) {
    self.text = text
    self.language = language
    self.correction = correction
  }

  /// Whether a reading says everything that the person said.
  package func agrees(with reading: MoodReading) -> Bool {
    (correction.sentiment.map { $0 == reading.sentiment } ?? true)
      && (correction.intent.map { $0 == reading.intent } ?? true)
  }

  /// The truth for the sentiment head: negative and positive against neutral.
  var sentimentTarget: Target? {
    correction.sentiment.map { sentiment in
      let truth: ClassSet =
        switch sentiment {
        case .negative: .first
        case .positive: .second
        case .neutral: .reference
        }
      return Target(truth: truth, possible: [.first, .second, .reference])
    }
  }

  /// The truth for the intent head: complaint, question and praise against other.
  var intentTarget: Target? {
    correction.intent.map { intent in
      let truth: ClassSet =
        switch intent {
        case .complaint: .first
        case .question: .second
        case .praise: .third
        case .other: .reference
        }
      return Target(truth: truth, possible: [.first, .second, .third, .reference])
    }
  }
}
