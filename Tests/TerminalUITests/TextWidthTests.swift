import TerminalUI
import Testing

@Suite("Text in cells")
struct TextWidthTests {
  @Test(
    "Cells of text",
    arguments: [
      ("", 0), ("plain", 5), ("e\u{301}", 1), ("漢字", 4), ("😀", 2), ("한글", 4),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("سلام", 4), ("שלום", 4), ("ที่นี่", 2), ("नमस्ते", 4),
      ("می\u{200C}خواهم", 7), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("🏳️‍🌈", 1), ("❤️", 1), ("1️⃣", 1),
      ("🇺🇦", 2), ("\u{1FAE8}", 1), ("\u{1B}[31m", 5), ("a\tb\nc", 5), ("\u{202E}abc", 4),
      ("a\u{200B}b\u{FEFF}", 2), ("\u{301}", 1), ("a\r\nb", 3), ("ｱｲｳ", 3), ("\u{20000}", 2),
      ("\u{E0041}x\u{E007F}", 1), ("\u{E000}", 1), ("\u{3164}", 0), ("क\u{94D}\u{200D}ष", 2),
    ])
  func cells(text: String, expected: Int) {
    #expect(TextWidth.cells(of: text) == expected)
  }

  @Test(
    "Truncation by cells",
    arguments: [
      ("crisis", 6, "crisis"), ("crisis", 5, "cris…"), ("crisis", 1, "…"), ("crisis", 0, ""),
      ("漢字漢字", 8, "漢字漢字"), ("漢字漢字", 7, "漢字漢…"), ("漢字漢字", 6, "漢字…"),
      ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("😀😀", 3, "😀…"),
    ])
  func truncate(text: String, width: Int, expected: String) {
    let cut = TextWidth.truncate(text, to: width)
    #expect(cut == expected)
    #expect(TextWidth.cells(of: cut) <= width)
  }

  @Test(
    "Wrapping between words",
    arguments: [
      ("one two three", 7, ["one two", "three"]),
      ("one  two", 4, ["one", "two"]),
      ("one two ", 3, ["one", "two"]),
      ("a\nb\r\n\nc", 10, ["a", "b", "", "c"]),
      ("", 10, [""]),
      ("abcdefgh", 3, ["abc", "def", "gh"]),
      ("ab cdefgh", 4, ["ab", "cdef", "gh"]),
      ("漢字漢字", 5, ["漢字", "漢字"]),
      ("漢字漢字。", 8, ["漢字漢", "字。"]),
      ("x 漢字", 4, ["x 漢", "字"]),
      ("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 3, ["👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"]),
      ("bütün şikayet", 6, ["bütün", "şikaye", "t"]),
    ])
  func wrap(text: String, width: Int, expected: [String]) {
    #expect(TextWidth.wrap(text, to: width) == expected)
  }

  @Test("A long line of any kind is wrapped to its width and loses nothing but spaces")
  func longLine() {
    for unit in ["x", "漢", "word ", "e\u{301}\u{302}\u{303}", "😀", "👩‍🚒", "\u{301}", " "] {
      let text = String(repeating: unit, count: 100_000 / unit.unicodeScalars.count)
      let lines = TextWidth.wrap(text, to: 40)
      #expect(lines.allSatisfy { TextWidth.cells(of: $0) <= 40 })
      #expect(
        lines.joined().unicodeScalars.filter { $0 != " " }.count
          == text.unicodeScalars.filter { $0 != " " }.count)
    }
  }
}
