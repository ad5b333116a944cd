import Foundation
import Testing

/// The house stands on its import rules; Documentation.docc/Architecture.md draws them.
@Suite struct ImportTests {
  /// What comes with Swift and may be used where it makes sense.
  static let system: Set<String> = [
    "FoundationEssentials", "Glibc", "Musl", "Darwin", "Synchronization",
  ]
  static let network: Set<String> = [
    "AsyncHTTPClient", "NIOCore", "NIOPosix", "NIOHTTP1", "NIOWebSocket", "NIOSSL",
    "NIOFoundationCompat",
  ]

  /// What each target may import; a target that is not here may not exist.
  static let allowed: [String: Set<String>] = [
    "DeskCore": ["FoundationEssentials", "Synchronization"],
    "TerminalUI": [],
    "CNcurses": [],
    "CZlib": [],
    "CMoodModel": [],
    "ShippedMood": system.union(["DeskCore", "CMoodModel"]),
    "MoodLearning": system.union(["DeskCore"]),
    "crisisdesk-train": system.union([
      "ArgumentParser", "CZlib", "DeskCore", "Foundation", "MoodLearning", "ShippedMood",
    ]),
    "NcursesTerminal": system.union(["TerminalUI", "CNcurses"]),
    "DeskUI": ["DeskCore", "TerminalUI", "Synchronization"],
    "DeskServices": system.union(["DeskCore"]),
    "DeskConnectors": system.union(network).union(["DeskCore", "CZlib"]),
    "DeskStore": system.union(["DeskCore", "GRDB", "GRDBSQLite", "Foundation"]),
    "DeskConfiguration": system.union(["DeskCore", "TerminalUI", "Themes", "Foundation"]),
    "DeskTesting": system.union(network).subtracting(["AsyncHTTPClient"])
      .union(["DeskCore", "TerminalUI", "Testing"]),
    "crisisdesk": system.union([
      "ArgumentParser", "DeskConfiguration", "DeskConnectors", "DeskCore", "DeskServices",
      "DeskStore", "DeskUI", "Dispatch", "Foundation", "MoodLearning", "NcursesTerminal",
      "ShippedMood", "TerminalUI", "Themes",
    ]),
    "CStretchedClock": [],
    "crisisdesk-torture": system.union([
      "ArgumentParser", "DeskCore", "DeskTesting", "Foundation",
    ]),
    "crisisdesk-bench": system.union([
      "ArgumentParser", "DeskCore", "DeskServices", "DeskStore", "DeskUI", "Foundation",
      "TerminalUI",
    ]),
  ]

  /// What only one target may import.
  static let fenced: [String: Set<String>] = [
    "CNcurses": ["NcursesTerminal"], "CMoodModel": ["ShippedMood"], "GRDB": ["DeskStore"],
    "GRDBSQLite": ["DeskStore"], "AsyncHTTPClient": ["DeskConnectors"],
    "ArgumentParser": [
      "crisisdesk", "crisisdesk-bench", "crisisdesk-torture", "crisisdesk-train",
    ],
    "Themes": ["DeskConfiguration"],
  ]

  @Test func everyTargetImportsOnlyWhatItMay() throws {
    for target in try Repository.names(in: "Sources") {
      let allowed = try #require(Self.allowed[target], "\(target) has no rule")
      for file in try Repository.files(in: "Sources/\(target)") {
        for module in Self.imports(of: file) {
          #expect(allowed.contains(module), "\(file) imports \(module)")
        }
      }
    }
    for file in try Repository.files(in: "Themes") { #expect(Self.imports(of: file).isEmpty) }
  }

  @Test func eachDependencyIsFenced() throws {
    for file in try Repository.files(in: "Sources") {
      let target = String(file.path.split(separator: "/")[1])
      for module in Self.imports(of: file) {
        guard let owners = Self.fenced[module] else { continue }
        #expect(owners.contains(target), "\(file) imports \(module)")
      }
    }
  }

  @Test func importLinesAreUnderstood() {
    let text = "public import A\n@testable import B\nimport struct C.D\n  import E\n// import F\n"
    let file = Repository.File(path: "x", text: text)
    #expect(Self.imports(of: file) == ["A", "B", "C", "E"])
  }

  private static func imports(of file: Repository.File) -> [String] {
    let kinds: Set<Substring> = [
      "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
    ]
    return file.lines.compactMap { line in
      let words = line.split(whereSeparator: \.isWhitespace)
      guard let index = words.firstIndex(of: "import"), !line.contains("//"),
        words[..<index].allSatisfy({
          $0.hasPrefix("@") || ["public", "package", "internal"].contains($0)
        })
      else { return nil }
      let rest = words[(index + 1)...].drop { kinds.contains($0) }
      return rest.first.flatMap { $0.split(separator: ".").first }.map(String.init)
    }
  }
}
