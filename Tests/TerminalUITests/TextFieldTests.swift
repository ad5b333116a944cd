import TerminalUI
import Testing

@Suite("Text fields")
struct TextFieldTests {
  func edit(
    _ text: String, _ keys: [KeyEvent], multiline: Bool = false, width: Int = 20
  ) -> TextField {
    var field = TextField(text, isMultiline: multiline)
    for key in keys { _ = field.handle(key, width: width) }
    return field
  }

  @Test("Backspace takes one character as people see it")
  func backspace() {
    #expect(edit("a👨‍👩‍👧‍👦", [.backspace]).text == "a")
    #expect(edit("e\u{301}", [.backspace]).isEmpty)
    #expect(edit("سلام", [.backspace]).text == "سلا")
    #expect(edit("👍🏽x", [.left, .backspace]).text == "x")
    #expect(edit("", [.backspace, .delete, .left, .right]).isEmpty)
  }

  @Test("A mark joins the character before it")
  func marks() {
    let field = edit("e", [.character("\u{301}"), .character("x")])
    #expect(field.text == "e\u{301}x")
    #expect(field.cursor == 2)
    var middle = edit("ex", [.left])
    middle.insert("\u{301}")
    #expect(middle.cursor == 1)
    #expect(middle.characters == ["e\u{301}", "x"])
  }

  @Test("Words and lines")
  func words() {
    #expect(edit("one two  ", [.control("w")]).text == "one ")
    #expect(edit("one two", [.home, .alt("d")]).text == " two")
    #expect(edit("one two", [.alt("b"), .control("k")]).text == "one ")
    #expect(edit("one\ntwo", [.control("u")], multiline: true).text == "one\n")
    #expect(edit("one two", [.control("a"), .character("x")]).text == "xone two")
  }

  @Test("The cursor goes behind words that are there")
  func seeking() {
    var field = TextField("Hello {name}, {name}")
    field.seek("{name}")
    #expect(field.cursor == 12)
    field.seek("{order}")
    field.seek("")
    #expect(field.cursor == 12)
    _ = field.handle(.control("w"), width: 40)
    #expect(field.text == "Hello , {name}")
  }

  @Test("Pasting keeps line breaks only where there are lines, and never controls")
  func paste() {
    var single = TextField()
    single.insert("a\r\nb\u{1B}[2J\tc\u{9B}")
    #expect(single.text == "a b[2J c")
    var multi = TextField(isMultiline: true)
    multi.insert("a\r\nb\rc")
    #expect(multi.text == "a\nb\nc")
  }

  @Test("Keys that are not for the field are left to others")
  func unhandled() {
    var field = TextField("x")
    for key: KeyEvent in [.enter, .escape, .up, .function(2)] {
      let handled = field.handle(key, width: 10)
      #expect(!handled)
    }
    var multi = TextField("x", isMultiline: true)
    let handled = multi.handle(.enter, width: 10)
    #expect(handled)
    #expect(multi.text == "x\n")
  }

  @Test("Long text wraps and the cursor is on it")
  func layout() {
    let field = TextField("one two three", isMultiline: true)
    let layout = field.layout(width: 8)
    #expect(layout.lines == ["one ", "two ", "three"])
    #expect(layout.cursor == Point(column: 5, row: 2))
    #expect(TextField("a\n", isMultiline: true).layout(width: 8).cursor == Point(column: 0, row: 1))
  }

  @Test("Up and down keep the column")
  func vertical() {
    let up = edit("漢字漢\nabc\nx", [.up, .end, .up], multiline: true)
    #expect(up.layout(width: 20).cursor == Point(column: 2, row: 0))
    #expect(edit("ab\ncd", [.up, .up], multiline: true).cursor == 0)
    #expect(edit("ab\ncd", [.home, .up, .down, .down], multiline: true).cursor == 5)
  }

  @Test("A single line scrolls sideways with the cursor")
  func sideways() {
    let end = TextField("0123456789").layout(width: 5)
    #expect(end.lines == ["6789"])
    #expect(end.cursor == Point(column: 4, row: 0))
    let start = edit("0123456789", [.home]).layout(width: 5)
    #expect(start.lines == ["01234"])
    #expect(start.cursor == Point(column: 0, row: 0))
  }

  @Test("Random editing keeps cursor and rows in order", arguments: 0..<100 as Range<UInt64>)
  func fuzz(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let keys: [KeyEvent] = [
      .character("a"), .character("\u{301}"), .character("漢"), .character("\u{200D}"),
      .character("👩"), .character("م"), .character(" "), .enter, .backspace, .delete, .left,
      .right, .up, .down, .home, .end, .control("w"), .alt("f"), .alt("b"),
    ]
    var field = TextField(isMultiline: seed % 2 == 0)
    for _ in 0..<200 {
      _ = field.handle(keys.randomElement(using: &random) ?? .left, width: 9)
      #expect((0...field.characters.count).contains(field.cursor))
      let layout = field.layout(width: 9)
      #expect(layout.cursor.column < 9)
      #expect(layout.lines.indices.contains(layout.cursor.row))
      #expect(layout.lines.allSatisfy { TextWidth.cells(of: $0) <= 9 })
    }
  }
}
