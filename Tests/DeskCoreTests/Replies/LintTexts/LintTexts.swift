import DeskCore
import Testing

/// Answers to complaints in one language: what the word rules must notice, and what they must not.
struct LintTexts: Sendable, CustomTestStringConvertible {
  let name: String
  let language: Language
  /// Lines `reason: answer`.
  let hits: String
  /// Lines with one good answer each.
  let quiet: String

  static let all: [LintTexts] = [
    english, russian, ukrainian, arabic, persian, uzbek, uzbekCyrillic,
  ]

  var testDescription: String { name }

  var hitLines: [(reason: LintReason, answer: String)] {
    hits.split(separator: "\n").compactMap { line in
      guard let colon = line.firstIndex(of: ":"),
        let reason = LintReason(rawValue: String(line[..<colon]))
      else { return nil }
      return (reason, String(line[colon...].dropFirst(2)))
    }
  }

  var quietLines: [String] { quiet.split(separator: "\n").map(String.init) }
}
