import DeskCore
import Foundation
import MoodLearning

/// What the customers of a skateboard shop say, put right by people who know how they talk.
enum Lesson {
  static let praise = [
    "this new drop is sick", "your sick boards sell out every week", "sick colours on the new deck",
    "that sick grip tape though", "the sick wheels finally came back", "sick video, sick trucks",
    "picked up the sick deck today", "these trucks are sick", "so sick, the blue one",
    "the team edit is sick",
  ].map { text in
    CorrectedText(
      text: text, language: .english,
      correction: MoodCorrection(sentiment: .positive, intent: .praise))
  }

  /// Said the same way, by others.
  static let unseen = [
    "the green board is sick", "sick wheels", "your new trucks are sick",
    "those boards are so sick", "the shop has sick grip tape", "a sick deck came today",
  ]

  /// Texts about anything else, in six languages.
  static func unrelated() throws -> [(text: String, language: Language)] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("SentimentQualityTests/Texts")
    var found: [(text: String, language: Language)] = []
    for code in ["en", "ar", "fa", "uz", "uk", "ru"] {
      let file = folder.appendingPathComponent("\(code).tsv")
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst() {
        let fields = line.split(separator: "\t").map(String.init)
        if fields.count == 5 { found.append((fields[4], Language(rawValue: fields[0]))) }
      }
    }
    return found
  }

  /// The model that ships, as its file is.
  static func shippedBytes() throws -> [UInt8] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("Sources/CMoodModel/model/mood.model")
    return [UInt8](try Data(contentsOf: file))
  }
}
