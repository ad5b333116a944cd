import DeskConfiguration
import TerminalUI
import Testing
import Themes

@Suite struct ThemeFileTests {
  /// A mistake, and what its message must begin with and contain.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let text: String
    let line: Int
    let words: [String]
    var testDescription: String { "line \(line): \(words.joined(separator: " "))" }
  }

  static let mistakes = [
    Mistake(text: "[roles]\ntext = { fg = 12\n", line: 2, words: ["not valid TOML"]),
    Mistake(text: "[roles]\n\ntxet = {}\n", line: 3, words: ["\"txet\"", "did you mean \"text\""]),
    Mistake(
      text: "[palette]\nink = \"#12345\"\n", line: 2, words: ["\"ink\"", "#12345", "#rrggbb"]),
    Mistake(
      text: "[palette]\nink = \"red\"\n[roles]\n# a remark\nlink = { fg = \"inc\" }\n", line: 5,
      words: ["\"inc\"", "perhaps \"ink\""]),
    Mistake(
      text: "[roles]\ntext = { fg = \"red\", modifiers = [\"blink\"] }\n", line: 2,
      words: ["\"blink\"", "underline"]),
    Mistake(text: "[roles]\ntext = { colour = \"red\" }\n", line: 2, words: ["\"colour\""]),
    Mistake(text: "[roles]\ntext = { fg = 256 }\n", line: 2, words: ["256", "0 to 255"]),
    Mistake(
      text: "[palette]\nink = [\"#ffffff\", \"#aaaaaa\"]\n", line: 2, words: ["[full, sixteen]"]),
    Mistake(text: "summary = \"x\"\ninherits = \"drak\"\n", line: 2, words: ["perhaps \"dark\""]),
    Mistake(text: "[role]\ntext = {}\n", line: 1, words: ["did you mean \"roles\""]),
    Mistake(text: "[palette]\nred = 1\n", line: 2, words: ["a name of your own"]),
    Mistake(text: "roles = 3\n", line: 1, words: ["a section [roles]"]),
  ]

  @Test(arguments: mistakes) func mistakeIsNamedByLineAndWords(_ mistake: Mistake) {
    let problem = #expect(throws: ConfigurationProblem.self) {
      try ThemeFile.parse(mistake.text, file: "themes/mine.toml")
    }
    #expect(problem?.line == mistake.line)
    let message = problem?.description ?? ""
    #expect(message.hasPrefix("themes/mine.toml:\(mistake.line): "))
    for word in mistake.words { #expect(message.contains(word), "\(message)") }
  }

  @Test func colourHasAStandInForSixteen() throws {
    let text = "[palette]\nink = [\"#5fafff\", \"bright-blue\"]\n[roles]\ntext = { fg = \"ink\" }\n"
    let full = try ThemeFile.parse(text, file: "a.toml")
    let sixteen = try ThemeFile.parse(text, file: "a.toml", tier: .ansi16)
    let mono = try ThemeFile.parse(text, file: "a.toml", tier: .mono)
    #expect(full[.text].foreground == .indexed(75))
    #expect(sixteen[.text].foreground == .ansi(12))
    #expect(mono[.text].foreground == .default)
    #expect(full.name == "a")
  }

  @Test func hexadecimalColourBecomesTheNearestOf256() throws {
    for (hex, index) in [("#000000", 16), ("#ffffff", 231), ("#5fafff", 75), ("#121212", 233)] {
      let theme = try ThemeFile.parse("[roles]\ntext = { fg = \"\(hex)\" }\n", file: "a.toml")
      #expect(theme[.text].foreground == .indexed(UInt8(index)))
    }
  }

  @Test func childKeepsWhatItDoesNotSay() throws {
    let text = "inherits = \"dark\"\n[palette]\ncoral = \"#ff0000\"\n[roles]\nown = { fg = 99 }\n"
    let child = try ThemeFile.parse(text, file: "mine.toml")
    let parent = try ThemeShelf(folder: nil).theme(named: "dark", tier: .indexed256)
    #expect(child[.own].foreground == .indexed(99))
    #expect(child[.own].background == parent[.text].background)
    #expect(child[.title] == parent[.title])
    #expect(child[.negative].foreground == .indexed(196))
    #expect(child[.negative].attributes == parent[.negative].attributes)
  }
}
