import Foundation
import Testing

@testable import DeskConfiguration

@Suite struct TellCommandTests {
  private func content(of path: String) -> String {
    (try? String(contentsOfFile: path, encoding: .utf8)) ?? "no file"
  }

  @Test func theWordsComeOnStandardInputAndNowhereElse() throws {
    try withFolder { folder in
      let place = folder + "/heard"
      let words = "acme: INCIDENT\nwhy: $(touch \(folder)/bad) `id` \"quoted\" ; rm -rf x\n"
      let line = "cat > '\(place)'; echo \"$#\" > '\(place).count'; env > '\(place).env'"
      let command = TellCommand(line: line, seconds: 10, environment: ["PATH": "/usr/bin:/bin"])
      #expect(command.run(words) == nil)
      #expect(content(of: place) == words)
      #expect(content(of: place + ".count") == "0\n")
      #expect(!content(of: place + ".env").contains("INCIDENT"))
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
      #expect(content(of: place) == "one\ntwo\n")
      let mode = try? FileManager.default.attributesOfItem(atPath: place)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      #expect(TellCommand.append("x", to: folder + "/none/told.log") != nil)
    }
  }
}
