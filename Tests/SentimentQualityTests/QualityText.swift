import DeskCore
import Foundation

/// One text with what a person says about it. Nothing trains on these.
struct QualityText: Sendable {
  var language: Language
  var sentiment: Sentiment
  var intent: Intent
  var isAbusive: Bool
  var text: String

  enum Problem: Error { case badLine(String) }

  /// Reads `Texts/<code>.tsv`: language, sentiment, intent, abuse, text.
  static func read(_ code: String) throws -> [QualityText] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = folder.appendingPathComponent("Texts/\(code).tsv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    return try lines.map { line in
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 5,
        let sentiment = Sentiment.allCases.first(where: { $0.name == fields[1] }),
        let intent = Intent.allCases.first(where: { $0.name == fields[2] })
      else { throw Problem.badLine(String(line)) }
      return QualityText(
        language: Language(rawValue: fields[0]), sentiment: sentiment, intent: intent,
        isAbusive: fields[3] == "1", text: fields[4])
    }
  }
}

/// Macro-F1 in per cent over the classes that occur.
func macroF1<Class: Hashable>(_ pairs: [(truth: Class, said: Class)]) -> Double {
  let classes = Set(pairs.map(\.truth))
  let sum = classes.reduce(0.0) { sum, kind in
    let right = pairs.count { $0.truth == kind && $0.said == kind }
    let total = pairs.count { $0.truth == kind } + pairs.count { $0.said == kind }
    return sum + 2 * Double(right) / Double(max(1, total))
  }
  return 100 * sum / Double(max(1, classes.count))
}
