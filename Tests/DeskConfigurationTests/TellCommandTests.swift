import Foundation
import Testing

@testable import DeskConfiguration

@Suite struct TellCommandTests {
  @Test func theWordsComeOnStandardInputAndNowhereElse() throws {
    try withFolder { folder in
      let place = folder + "/heard"
      let words = "acme: INCIDENT\nwhy: $(touch \(folder)/bad) `id` \"quoted\" ; rm -rf x\n"
      let line = "cat > '\(place)'; echo \"$#\" > '\(place).count'; env > '\(place).env'"
      let command = TellCommand(line: line, seconds: 10, environment: ["PATH": "/usr/bin:/bin"])
      #expect(command.run(words) == nil)
      #expect(try String(contentsOfFile: place, encoding: .utf8) == words)
      #expect(try String(contentsOfFile: place + ".count", encoding: .utf8) == "0\n")
      #expect(try !String(contentsOfFile: place + ".env", encoding: .utf8).contains("INCIDENT"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/bad"))
    }
  }

  @Test(arguments: [
    ("exit 7", "ended with code 7"), ("sleep 30", "not done after 1 s, stopped"),
    ("exit 0", nil), ("cat > /dev/null", nil), ("kill -9 $$", "ended with code 137"),
  ])
  func failuresAreSaid(line: String, problem: String?) {
    let command = TellCommand(line: line, seconds: 1, environment: ["PATH": "/usr/bin:/bin"])
    #expect(command.run(String(repeating: "words\n", count: 50_000)) == problem)
  }

  @Test func linesAreAddedToAFileOfOnesOwn() throws {
    try withFolder { folder in
      let place = folder + "/told.log"
      #expect(TellCommand.append("one", to: place) == nil)
      #expect(TellCommand.append("two", to: place) == nil)
      #expect(try String(contentsOfFile: place, encoding: .utf8) == "one\ntwo\n")
      let mode = try FileManager.default.attributesOfItem(atPath: place)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      #expect(TellCommand.append("x", to: folder + "/none/told.log") != nil)
    }
  }
}
