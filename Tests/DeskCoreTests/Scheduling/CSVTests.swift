import DeskCore
import DeskTesting
import Testing

/// Tables as spreadsheets write them, and as nobody should.
@Suite struct CSVTests {
  private func fields(_ text: String) -> [[String]] { CSVRecords(text).map(\.fields) }

  @Test func separatorsQuotesAndLineEnds() {
    #expect(fields("a,b\n1,2\n") == [["a", "b"], ["1", "2"]])
    #expect(fields("a;b\r\n1;2,5\r\n") == [["a", "b"], ["1", "2,5"]])
    #expect(fields("a\tb\r1\t2") == [["a", "b"], ["1", "2"]])
    #expect(fields("\u{FEFF}a,b\n\"x, \"\"y\"\"\",2") == [["a", "b"], ["x, \"y\"", "2"]])
    #expect(fields("a,b\n\"one\r\ntwo\",2") == [["a", "b"], ["one\ntwo", "2"]])
    #expect(fields("a,b\n\n  \n1,\n") == [["a", "b"], ["  "], ["1", ""]])
    #expect(fields("a,b\nsay \"hi\",2") == [["a", "b"], ["say \"hi\"", "2"]])
    #expect(fields("\"a;b\",c\n1,2")[1] == ["1", "2"])
    #expect(fields("") == [])
  }

  @Test func linesAreThoseOfTheFile() {
    let records = Array(CSVRecords("a\n\n\"1\n2\n3\"\n\n4\n"))
    #expect(records.map(\.line) == [1, 3, 7])
  }

  @Test func brokenQuotesAreTold() {
    #expect(Array(CSVRecords("a,b\n\"x,2\n3,4")).map(\.fault) == [nil, .unclosed])
    let stray = Array(CSVRecords("a,b\n\"x\"y,2\n\"3\" ,4"))
    #expect(stray.map(\.fault) == [nil, .strayText, nil])
    #expect(stray[2].fields == ["3", "4"])
  }

  /// What is written by the rules is read as it was.
  @Test func roundTrip() {
    var random = SeededRandom(seed: 5)
    let alphabet: [Character] = ["a", "é", ",", ";", "\"", "\n", " ", "🫖", "\t"]
    for _ in 0..<500 {
      let rows = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (0..<3).map { _ in
          String(
            (0..<Int.random(in: 0...6, using: &random)).map { _ in
              alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            })
        }
      }
      let text = ([["x", "y", "z"]] + rows).map { row in
        row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
      }.joined(separator: "\r\n")
      #expect(fields(text).dropFirst() == rows[...])
    }
  }

  @Test func noBytesBreakIt() {
    var random = SeededRandom(seed: 9)
    let bytes: [UInt8] = Array("\",;\n\r\tax{}:".utf8) + [0xEF, 0xBB, 0xBF, 0xFF, 0]
    let reader = PlanReader(account: AccountID("main"), zone: "UTC", zones: Zones.book)
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        bytes[Int.random(in: 0..<bytes.count, using: &random)]
      }
      let lines = reader.read(text)
      #expect(lines.allSatisfy { (try? $0.result.get()) == nil })
    }
  }
}
