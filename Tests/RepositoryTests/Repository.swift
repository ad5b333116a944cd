import Foundation

/// The files of this repository, as a reader of its source sees them.
enum Repository {
  /// The folder with Package.swift.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// One file and its text.
  struct File: Sendable, CustomStringConvertible {
    let path: String
    let text: String
    var description: String { path }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  }

  /// The text of one file.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: folder).path(percentEncoded: false)
    ).sorted()
  }

  /// The files below a folder with one of these endings, sorted.
  static func files(in folder: String, endings: Set<String> = ["swift"]) throws -> [File] {
    let base = root.appending(path: folder).path(percentEncoded: false)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: base)
    return try paths.sorted()
      .filter { path in
        path.split(separator: ".").last.map { endings.contains(String($0)) } ?? false
      }
      .map { File(path: "\(folder)/\($0)", text: try text("\(folder)/\($0)")) }
  }
}
