import DeskCore
import Testing

@Suite struct MacroTests {
  static let commands: Set<String> = ["claim", "saved", "snooze", "judge", "resume", "note"]

  func read(_ text: String) -> MacroFile {
    MacroFile(text, commands: Self.commands, forbidden: ["resume"])
  }

  @Test func readsAFile() throws {
    let file = read(
      """
      # for the first hour
      [parcel-late]
      :claim
        :saved late   # the approved one
      :note "said \\"soon\\" # once"

      [quiet2]
      :judge no-action
      """)
    #expect(file.problems.isEmpty)
    #expect(file.macros.map(\.name) == ["parcel-late", "quiet2"])
    let steps = try #require(file.macros.first).steps
    #expect(steps.map(\.name) == ["claim", "saved", "note"])
    #expect(steps[1].arguments == ["late"])
    #expect(steps[2].arguments == ["said \"soon\" # once"])
    #expect(steps.map(\.line) == [3, 4, 5])
    #expect(steps[2].description == ":note \"said \\\"soon\\\" # once\"")
    #expect(CommandWords(steps[2].description)?.words == [":note", "said \"soon\" # once"])
  }

  @Test(
    arguments: [
      (":claim", 1, .noMacro), ("[a]\nclaim", 2, .noCommand("claim")),
      ("[a]\n:", 2, .noCommand(":")),
      ("[a]\n:cliam", 2, .unknownCommand("cliam", nearest: "claim")),
      ("[a]\n:zzz", 2, .unknownCommand("zzz", nearest: nil)),
      ("[a]\n:a", 2, .unknownCommand("a", nearest: nil)),
      ("[a]\n:resume", 2, .forbiddenCommand("resume")), ("[a]\n:note \"x", 2, .openQuote),
      ("[a]", 1, .empty("a")), ("[A]\n:claim", 1, .badName("A")), ("[a\n:claim", 1, .badName("a")),
      ("[]\n:claim", 1, .badName("")), ("[claim]\n:claim", 1, .takenName("claim")),
      ("[a]\n:claim\n[a]\n:claim", 3, .takenName("a")),
      ("[a]\n" + String(repeating: ":claim\n", count: 33), 1, .tooLong("a", limit: 32)),
    ] as [(String, Int, MacroProblem.Kind)])
  func namesTheLineAndTheMistake(_ text: String, _ line: Int, _ kind: MacroProblem.Kind) {
    let file = read(text)
    #expect(file.problems == [MacroProblem(line: line, kind: kind)])
    #expect(file.macros.count <= 1)
  }

  @Test func aMistakeKeepsOnlyItsOwnMacro() {
    let file = read("[a]\n:zzz\n:claim\n[b]\n:claim")
    #expect(file.macros.map(\.name) == ["b"])
  }

  @Test func aRehearsalStopsAtTheFirstRefusal() throws {
    let macro = try #require(read("[a]\n:claim\n:saved x\n:snooze 1h").macros.first)
    let all = MacroRehearsal(macro) { _ in nil }
    #expect(all.runsToTheEnd)
    let some = MacroRehearsal(macro) { $0.name == "saved" ? .reasonNeeded : nil }
    #expect(some.lines.map(\.fate) == [.runs, .refused(.reasonNeeded), .notReached])
    #expect(!some.runsToTheEnd)
  }

  @Test func readsWhateverItIsGiven() {
    let pieces = [
      "[", "]", "a", ":claim", ":", "\n", "\"", "\\", "#", " ", "ё", "\u{0}", "\r\n", "note",
    ]
    var random = SeededRandom(seed: 8)
    for _ in 0..<3000 {
      let count = Int.random(in: 0...30, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      for macro in read(text).macros {
        #expect((1...Macro.limit).contains(macro.steps.count))
        for step in macro.steps {
          #expect(CommandWords(step.description)?.words == [":" + step.name] + step.arguments)
        }
      }
    }
  }
}
