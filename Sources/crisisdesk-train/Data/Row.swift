import DeskCore
import Foundation

/// One labelled text.
struct Row: Sendable {
  var language: Language
  var label: String
  var source: String
  var text: String
  /// Set where a file labels more than one thing of a text; else empty.
  var sentiment = ""
  var intent = ""
  var abuse = ""

  /// Reads a file with a header line that names its columns: `lang`, `text`, and often `label` and
  /// `source`.
  static func read(_ path: String) throws -> [Row] {
    let text = try GzipText.read(path)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: true)[...]
    guard let header = lines.popFirst()?.split(separator: "\t").map(String.init) else { return [] }
    let columns = Dictionary(
      header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    guard let language = columns["lang"], let body = columns["text"] else { return [] }
    return lines.compactMap { line in
      let fields = line.split(
        separator: "\t", maxSplits: header.count - 1, omittingEmptySubsequences: false)
      guard fields.count == header.count else { return nil }
      func field(_ name: String) -> String { columns[name].map { String(fields[$0]) } ?? "" }
      return Row(
        language: Language(rawValue: String(fields[language])), label: field("label"),
        source: field("source"), text: String(fields[body]),
        sentiment: field("sentiment"), intent: field("intent"), abuse: field("abuse"))
    }
  }

  /// Reads every `.tsv` and `.tsv.gz` of a folder, in the order of their names.
  static func readAll(in folder: String) throws -> [Row] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return []
    }
    return try names.sorted().filter { $0.hasSuffix(".tsv") || $0.hasSuffix(".tsv.gz") }
      .flatMap { try read(folder + "/" + $0) }
  }

  /// Reads every `.tsv` of the folders of a folder, in the order of their names.
  static func readNested(in folder: String) throws -> [Row] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return try names.sorted().flatMap { try readAll(in: folder + "/" + $0) }
  }
}
