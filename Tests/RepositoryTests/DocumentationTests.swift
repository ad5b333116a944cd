import Foundation
import Testing

@Suite struct DocumentationTests {
  static let catalogue = "Sources/DeskCore/Documentation.docc"

  @Test func exampleInTheDocumentationIsTheOneThatIsTested() throws {
    let source = try Repository.text("Tests/DeskCoreExampleTests/ExampleTests.swift")
    let tested = try #require(Self.between("// begin example\n", "// end example", in: source))
    let page = try Repository.text("\(Self.catalogue)/DeskCore.md")
    let shown = try #require(Self.between("```swift\n", "```", in: page))
    #expect(shown == tested)
  }

  @Test func everyTargetIsInTheArchitecture() throws {
    let page = try Repository.text("\(Self.catalogue)/Architecture.md")
    for target in try Repository.names(in: "Sources") + ["Themes"] {
      #expect(page.contains("| `\(target)` |"), "\(target) is not in the table")
    }
  }

  @Test func everyDecisionIsNumberedDatedAndListed() throws {
    let names = try Repository.names(in: "\(Self.catalogue)/Decisions")
    let landing = try Repository.text("\(Self.catalogue)/DeskCore.md")
    for (index, name) in names.enumerated() {
      let number = String(index + 1)
      let padded = String(repeating: "0", count: 4 - number.count) + number
      #expect(name.hasPrefix(padded), "\(name) is out of order")
      let page = try Repository.text("\(Self.catalogue)/Decisions/\(name)")
      #expect(page.contains(/Date: \d{4}-\d{2}-\d{2}/), "\(name) has no date")
      #expect(landing.contains("<doc:\(name.dropLast(3))>"), "\(name) is not listed")
    }
  }

  @Test func linksBetweenPagesLead() throws {
    let pages = try Repository.files(in: Self.catalogue, endings: ["md"])
    let names = Set(pages.compactMap { $0.path.split(separator: "/").last?.dropLast(3) })
    for page in pages {
      for link in page.text.matches(of: /<doc:([A-Za-z0-9-]+)>/) {
        #expect(names.contains(link.output.1), "\(page) links to \(link.output.1)")
      }
    }
  }

  @Test func readMeHasItsTwoCommands() throws {
    let page = try Repository.text("README.md")
    let run = try #require(Self.between("<!-- run -->\n```sh\n", "```", in: page))
    let tests = try #require(Self.between("<!-- tests -->\n```sh\n", "```", in: page))
    #expect(run.contains("swift run -c release crisisdesk"))
    #expect(tests.contains("swift test"))
    #expect(run.split(separator: "\n").count == 1)
    #expect(tests.split(separator: "\n").count == 1)
  }

  /// The keys in the README are the desk's own, in the keymap's spelling.
  @Test func keysInTheReadMeAreTheKeymaps() throws {
    let path = "Sources/DeskUI/Keys/Keymap+Defaults.swift"
    guard let keymap = try? Repository.text(path) else { try Test.cancel("there is no keymap yet") }
    let source = try Repository.text("Sources/DeskUI/Keys/Verb.swift")
    var names: [String: String] = [:]
    for match in source.matches(of: /case `?(\w+)`? = "([a-z-]+)"/) {
      names[String(match.output.1)] = String(match.output.2)
    }
    var table: [String: [String]] = [:]
    for match in keymap.matches(of: /\(\.(\w+), "([^"]+)"\)/) {
      let name = String(match.output.1)
      table[names[name] ?? name] = match.output.2.split(separator: " ").map(String.init)
    }
    #expect(table.count > 30)
    let page = try Repository.text("README.md")
    let section = try #require(Self.between("<!-- keys -->", "<!-- end keys -->", in: page))
    var shown: Set<String> = []
    for match in section.matches(of: /\| (.+?) \| `:([a-z-]+)` \|/) {
      let name = String(match.output.2)
      let keys = match.output.1.matches(of: /`([^`]+)`/).map { String($0.output.1) }
      #expect(keys == table[name], "\(name)")
      shown.insert(name)
    }
    #expect(shown == Set(table.keys), "missing: \(Set(table.keys).subtracting(shown).sorted())")
  }

  private static func between(_ start: String, _ end: String, in text: String) -> String? {
    guard let from = text.range(of: start), let to = text[from.upperBound...].range(of: end)
    else { return nil }
    return String(text[from.upperBound..<to.lowerBound])
  }
}
