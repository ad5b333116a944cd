import DeskCore
import Foundation

/// What a person said a text is, as the desk exports it: one JSON object a line with `text` and
/// any of `lang`, `sentiment` and `intent`; or a TSV with `lang`, `label` and `text`.
struct Correction: Codable {
  static let source = "corrections"

  var text: String
  var lang: String?
  var sentiment: String?
  var intent: String?

  static func read(_ path: String) throws -> [Correction] {
    if path.hasSuffix(".tsv") || path.hasSuffix(".tsv.gz") {
      return try Row.read(path).map { row in
        let isIntent = Intent.allCases.contains { $0.name == row.label }
        return Correction(
          text: row.text, lang: row.language.rawValue, sentiment: isIntent ? nil : row.label,
          intent: isIntent ? row.label : nil)
      }
    }
    let decoder = JSONDecoder()
    return try GzipText.read(path).split(separator: "\n").map { line in
      try decoder.decode(Correction.self, from: Data(line.utf8))
    }
  }

  var sentimentRow: Row? { sentiment.map { row(label: String($0.prefix(3))) } }
  var intentRow: Row? { intent.map { row(label: $0) } }

  private func row(label: String) -> Row {
    Row(
      language: Language(rawValue: lang ?? "und"), label: label, source: Self.source, text: text)
  }
}
