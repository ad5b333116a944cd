import TerminalUI
import Testing

@Suite("Key spellings")
struct KeySpellingTests {
  static let table: [(String, KeyEvent)] = [
    ("g", .character("g")), ("G", .character("G")), ("é", .character("é")), ("-", .character("-")),
    ("<", .character("<")), ("<Space>", .character(" ")), ("C-d", .control("d")),
    ("C-<Space>", .control(" ")), ("M-x", .alt("x")), ("M-X", .alt("X")), ("F2", .function(2)),
    ("F", .character("F")), ("<Enter>", .enter), ("<Esc>", .escape), ("<S-Tab>", .backTab),
    ("<PgDn>", .pageDown), ("<Del>", .delete), ("<Backspace>", .backspace), ("<Up>", .up),
  ]

  @Test("Round trip", arguments: table)
  func roundTrip(spelling: String, key: KeyEvent) {
    #expect(KeyEvent(spelling: spelling) == key)
    #expect(key.spelling == spelling)
  }

  @Test("Other cases are read too")
  func cases() {
    #expect(KeyEvent(spelling: "<enter>") == .enter)
    #expect(KeyEvent(spelling: "C-D") == .control("d"))
  }

  @Test(
    "Nonsense means no key", arguments: ["", " ", "gg", "C-", "X-a", "<Foo>", "F0", "F99", "<>"])
  func nonsense(spelling: String) {
    #expect(KeyEvent(spelling: spelling) == nil)
  }
}
