import TerminalUI
import Testing

@Suite("What a frame changes")
struct FrameDiffTests {
  let size = Size(columns: 10, rows: 2)

  func frame(_ first: String, _ second: String = "", style: Style = .plain) -> CellBuffer {
    var buffer = CellBuffer(size: size)
    buffer.put(first, at: Point(column: 0, row: 0), style: style)
    buffer.put(second, at: Point(column: 0, row: 1), style: style)
    return buffer
  }

  @Test("The first frame and a forgotten one change every row")
  func whole() {
    var diff = FrameDiff()
    let all = (0..<2).map { FrameDiff.ChangedSpan(row: $0, columns: 0..<10) }
    #expect(diff.update(to: frame("abc")) == all)
    #expect(diff.update(to: frame("abc")) == [])
    diff.forget()
    #expect(diff.update(to: frame("abc")) == all)
    #expect(diff.update(to: CellBuffer(size: Size(columns: 3, rows: 1))).count == 1)
  }

  @Test(
    "Spans never cut a wide cell",
    arguments: [
      ("abcdef", "abXdef", 2..<3), ("abcdef", "XbcdeX", 0..<6), ("a漢b", "axyb", 1..<3),
      ("axyb", "a漢b", 1..<3), ("漢字", "漢界", 2..<4), ("a漢字", "漢漢字", 0..<6),
      ("漢x", " 漢", 0..<3), ("e\u{301}x", "e\u{302}x", 0..<1), ("", "         z", 9..<10),
    ])
  func spans(old: String, new: String, columns: Range<Int>) {
    var diff = FrameDiff()
    _ = diff.update(to: frame(old))
    #expect(diff.update(to: frame(new)) == [.init(row: 0, columns: columns)])
  }

  @Test("Equal styles are equal whatever their numbers in the frames")
  func styles() {
    let red = Style(foreground: .ansi(1))
    let blue = Style(foreground: .ansi(4))
    var diff = FrameDiff()
    var first = CellBuffer(size: size)
    first.put("a", at: Point(column: 0, row: 0), style: red)
    first.put("b", at: Point(column: 1, row: 0), style: blue)
    var second = CellBuffer(size: size)
    second.put("b", at: Point(column: 1, row: 0), style: blue)
    second.put("a", at: Point(column: 0, row: 0), style: red)
    _ = diff.update(to: first)
    #expect(diff.update(to: second) == [])
    #expect(diff.styles[diff.glyph(column: 1, row: 0).style] == blue)
  }

  @Test("Playing spans on a model screen gives the frame", arguments: 0..<100 as Range<UInt64>)
  func replay(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var diff = FrameDiff()
    var screen: [[FrameDiff.Glyph?]] = Array(repeating: Array(repeating: nil, count: 10), count: 2)
    for _ in 0..<20 {
      var buffer = CellBuffer(size: size)
      for row in 0..<2 {
        let text = (0..<random.next() % 8).map { _ in
          ["a", "漢", "e\u{301}", "😀", " "].randomElement(using: &random) ?? ""
        }
        buffer.put(text.joined(), at: Point(column: 0, row: row), style: .plain)
      }
      for span in diff.update(to: buffer) {
        #expect(diff.glyph(column: span.columns.lowerBound, row: span.row).width > 0)
        for column in span.columns {
          screen[span.row][column] = diff.glyph(column: column, row: span.row)
        }
      }
      for row in 0..<2 {
        for column in 0..<10 {
          #expect(screen[row][column] == diff.glyph(column: column, row: row))
          #expect(screen[row][column]?.width == buffer[column, row]?.width)
        }
      }
    }
  }
}
