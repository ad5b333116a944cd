import TerminalUI
import Testing

@Suite("Text from outside")
struct SafeTextTests {
  @Test(
    "Sanitised for plain output",
    arguments: [
      ("\u{1B}]52;c;YQ==\u{7}", "␛]52;c;YQ==␇"), ("a\u{7F}\u{9B}31m", "a␡\u{FFFD}31m"),
      ("\u{202E}evil\u{202C}", "\u{FFFD}evil"), ("a\u{2066}b\u{2069}", "ab"),
      ("bo\u{200B}mb\u{AD}", "bomb"), ("one\r\ntwo\rthree\tfour", "one\ntwo\nthree\tfour"),
      ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("👨‍👩‍👧 1️⃣", "👨‍👩‍👧 1️⃣"),
      ("\u{E0041}\u{FEFF}x", "x"),
    ])
  func sanitized(text: String, expected: String) {
    #expect(SafeText.sanitized(text) == expected)
  }

  @Test("On one line there is no line break and no tab")
  func line() {
    #expect(SafeText.line("a\r\nb\tc\u{2028}d") == "a b c d")
  }

  @Test("Marks are capped at four")
  func marks() {
    let flood = "e" + String(repeating: "\u{301}", count: 100_000)
    #expect(SafeText.sanitized(flood).unicodeScalars.count == 5)
    #expect(TextWidth.cells(of: flood) == 1)
  }

  @Test("What is hidden can be told")
  func hidden() {
    let found = SafeText.hiddenScalars(in: "a\u{202E}b\u{200B}\u{200B}می\u{200C}خ❤️\u{1B}")
    #expect(found.map(\.scalar) == ["\u{1B}", "\u{200B}", "\u{202E}"])
    #expect(found.map(\.count) == [1, 2, 1])
  }
}
