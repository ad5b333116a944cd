import DeskConfiguration
import FoundationEssentials
import TerminalUI
import Testing
import Themes

@Suite struct ThemeShelfTests {
  @Test func ownFileIsFoundAndListed() throws {
    try withFolder { folder in
      try "inherits = \"light\"\nsummary = \"ours\"\n".write(
        toFile: "\(folder)/brand.toml", atomically: true, encoding: .utf8)
      let shelf = ThemeShelf(folder: folder)
      #expect(shelf.names == BuiltInThemes.names + ["brand"])
      #expect(shelf.summary(of: "brand") == "ours")
      let light = try shelf.theme(named: "light", tier: .indexed256)
      #expect(try shelf.theme(named: "brand", tier: .indexed256)[.text] == light[.text])
    }
  }

  @Test func ownFileMayReplaceAndInheritTheProgramsTheme() throws {
    try withFolder { folder in
      try "inherits = \"dark\"\n[roles]\nown = { fg = 99 }\n".write(
        toFile: "\(folder)/dark.toml", atomically: true, encoding: .utf8)
      let theme = try ThemeShelf(folder: folder).theme(named: "dark", tier: .indexed256)
      #expect(theme[.own].foreground == .indexed(99))
      #expect(theme[.title].attributes == .bold)
    }
  }

  @Test func circleIsNamed() throws {
    try withFolder { folder in
      for (child, parent) in [("a", "b"), ("b", "c"), ("c", "a")] {
        try "inherits = \"\(parent)\"\n".write(
          toFile: "\(folder)/\(child).toml", atomically: true, encoding: .utf8)
      }
      let problem = #expect(throws: ConfigurationProblem.self) {
        try ThemeShelf(folder: folder).theme(named: "a", tier: .indexed256)
      }
      #expect(problem?.fact == .circle(["a", "b", "c", "a"]))
    }
  }

  @Test func mistakeFallsBackToTheDefault() throws {
    try withFolder { folder in
      try "[roles]\nnope = {}\n".write(
        toFile: "\(folder)/bad.toml", atomically: true, encoding: .utf8)
      let (theme, problem) = ThemeShelf(folder: folder).themeOrDefault(
        named: "bad", tier: .indexed256)
      #expect(theme.name == "dark")
      #expect(problem?.line == 2)
    }
  }

  @Test func unknownNameGetsTheNearest() {
    let problem = #expect(throws: ConfigurationProblem.self) {
      try ThemeShelf(folder: nil).theme(named: "hihg-contrast", tier: .mono)
    }
    #expect(problem?.description.contains("perhaps \"high-contrast\"") == true)
  }
}
