import TerminalUI
import Testing

@Suite("Frames")
struct CellBufferTests {
  let red = Style(foreground: .ansi(1))

  func line(
    _ columns: Int, _ draw: (inout CellBuffer) -> Void
  ) -> CellBuffer {
    var buffer = CellBuffer(size: Size(columns: columns, rows: 1))
    draw(&buffer)
    return buffer
  }

  @Test(
    "A line is cut to its cells",
    arguments: [
      (0, 10, nil, "one 漢字", "one 漢字"), (0, 6, nil, "one 漢字", "one …"),
      (0, 10, 4, "abcdef", "abc…"), (0, 10, 4, "漢字漢", "漢…"), (8, 10, nil, "abc", "        a…"),
      (-1, 10, 20, "漢a", " a"), (9, 10, 2, "漢", ""), (0, 10, nil, "a\nb\tc", "a b c"),
    ] as [(Int, Int, Int?, String, String)])
  func put(column: Int, columns: Int, maxWidth: Int?, text: String, expected: String) {
    let buffer = line(columns) {
      $0.put(text, at: Point(column: column, row: 0), style: .plain, maxWidth: maxWidth)
    }
    #expect(buffer.text == expected)
  }

  @Test("The columns used are returned, clipped ones included")
  func used() {
    var buffer = CellBuffer(size: Size(columns: 10, rows: 1))
    let origin = Point(column: 0, row: 0)
    #expect(buffer.put("a漢e\u{301}", at: origin, style: .plain) == 4)
    #expect(buffer.put("abcdef", at: origin, style: .plain, maxWidth: 3) == 3)
    #expect(buffer.put("abc", at: Point(column: 0, row: 9), style: .plain) == 3)
    #expect(buffer.put("abc", at: Point(column: 12, row: 0), style: .plain) == 0)
  }

  @Test("Writing over half of a wide cell blanks the other half")
  func wideHalves() {
    let base = line(6) { $0.put("漢字漢", at: Point(column: 0, row: 0), style: .plain) }
    var buffer = base
    buffer.put("x", at: Point(column: 1, row: 0), style: red)
    #expect(buffer.text == " x字漢")
    buffer = base
    buffer.put("界", at: Point(column: 1, row: 0), style: red)
    #expect(buffer.text == " 界 漢")
    buffer = base
    buffer.fill(Rect(column: 1, row: 0, columns: 4, rows: 1), style: red, glyph: "-")
    #expect(buffer.text == " ----")
  }

  @Test("A clip keeps drawing inside")
  func clip() {
    var buffer = CellBuffer(size: Size(columns: 8, rows: 3))
    buffer.clipped(to: Rect(column: 2, row: 1, columns: 3, rows: 1)) {
      $0.fill($0.bounds, style: red, glyph: ".")
      $0.put("漢漢漢漢", at: Point(column: 1, row: 1), style: .plain, maxWidth: 8)
      $0.put("no", at: Point(column: 2, row: 0), style: .plain)
    }
    #expect(buffer.text == "\n   漢\n")
    #expect(buffer.clip == buffer.bounds)
    #expect(buffer[2, 1]?.style == .plain)
    #expect(buffer[5, 1]?.text == " ")
  }

  @Test("Styles and cursor are kept; the outside has no cells")
  func reading() {
    var buffer = CellBuffer(size: Size(columns: 4, rows: 2))
    buffer.put("漢e\u{301}", at: Point(column: 0, row: 1), style: red)
    #expect(buffer[0, 1] == .init(text: "漢", width: 2, style: red))
    #expect(buffer[1, 1] == .init(text: "", width: 0, style: red))
    #expect(buffer[2, 1]?.text == "e\u{301}")
    #expect(buffer[4, 1] == nil)
    #expect(buffer[0, 2] == nil)
    buffer.restyle(Rect(column: 0, row: 1, columns: 2, rows: 1)) { $0.adding(.reverse) }
    #expect(buffer[1, 1]?.style == red.adding(.reverse))
    #expect(buffer[2, 1]?.style == red)
    buffer.clear()
    #expect(buffer.text == "\n")
  }

  @Test("A box with a title")
  func box() {
    var buffer = CellBuffer(size: Size(columns: 12, rows: 3))
    buffer.box(buffer.bounds, title: "Stream pane", style: .plain, titleStyle: red)
    #expect(buffer.text == "┌─ Strea… ─┐\n│          │\n└──────────┘")
    #expect(buffer[3, 0]?.style == red)
  }
}
