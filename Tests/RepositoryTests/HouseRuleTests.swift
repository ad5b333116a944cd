import Foundation
import Testing

@Suite struct HouseRuleTests {
  private static let folders = ["Sources", "Tests", "Themes"]

  private func swiftFiles() throws -> [Repository.File] {
    try Self.folders.flatMap { try Repository.files(in: $0) }
  }

  @Test func topLevelHoldsOnlyWhatBelongsThere() throws {
    let allowed: Set<String> = [
      "Package.swift", "Package.resolved", "Sources", "Tests", "Themes", "README.md", "LICENSE",
      "CHANGELOG.md",
    ]
    for name in try Repository.names(in: ".") where !name.hasPrefix(".") {
      #expect(allowed.contains(name), "\(name) stands at the top level")
    }
  }

  @Test func noFileIsLongerThan400Lines() throws {
    let files = try Self.folders.flatMap {
      try Repository.files(in: $0, endings: ["swift", "h", "c"])
    }
    #expect(files.count > 50)
    for file in files { #expect(file.lines.count <= 401, "\(file) has \(file.lines.count) lines") }
  }

  @Test func nothingIsLeftForLater() throws {
    // Written in two parts, so that this file does not find itself.
    let marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X:", "HA" + "CK"]
    for file in try swiftFiles() {
      for mark in marks { #expect(!file.text.contains(mark), "\(file) says \(mark)") }
    }
  }

  @Test func nothingKnowsThisMachine() throws {
    let texts = try Self.folders.flatMap {
      try Repository.files(in: $0, endings: ["swift", "md", "toml", "h", "c", "txt"])
    }
    let home = ["/ro" + "ot/", "/wo" + "rk/", "/ho" + "me/runner", "/Us" + "ers/"]
    for file in texts {
      for path in home { #expect(!file.text.contains(path), "\(file) names \(path)") }
    }
  }

  @Test func sourcesDrawNoBraille() throws {
    for file in try Repository.files(in: "Sources") {
      let hasPattern = file.text.unicodeScalars.contains { (0x2800...0x28FF).contains($0.value) }
      #expect(!hasPattern, "\(file): screen readers read braille patterns aloud as noise")
    }
  }

  @Test func everyClassIsFinal() throws {
    for file in try Repository.files(in: "Sources") {
      for line in file.lines {
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "class"), index + 1 < words.count,
          words[..<index].allSatisfy({
            ["public", "package", "private", "fileprivate", "open"].contains($0)
          })
        else { continue }
        #expect(Bool(false), "\(file): \(line)")
      }
    }
  }

  @Test func uncheckedSendableSaysWhy() throws {
    for file in try Repository.files(in: "Sources") {
      for (index, line) in file.lines.enumerated() where line.contains("@unchecked Sendable") {
        let before = file.lines[max(0, index - 8)...index]
        #expect(before.contains { $0.contains("//") }, "\(file):\(index + 1) says no reason")
      }
    }
  }

  @Test func everyThemeIsPartOfTheProgram() throws {
    let files = try Repository.names(in: "Themes").filter { $0.hasSuffix(".toml") }
    #expect(files.count >= 5)
    let manifest = try Repository.text("Package.swift")
    let code = try Repository.text("Themes/Themes.swift")
    for file in files {
      #expect(manifest.contains("\"\(file)\""), "\(file) is not embedded")
      #expect(code.contains("\"\(file.dropLast(5))\""), "\(file) has no name")
    }
  }
}
