import TerminalUI
import Testing

@Suite("Rectangles")
struct GeometryTests {
  let screen = Rect(Size(columns: 80, rows: 24))

  @Test("Splits cover the whole without overlap")
  func splits() {
    let (header, below) = screen.splitTop(1)
    let (body, footer) = below.splitBottom(2)
    let (left, rest) = body.splitLeft(30)
    let (middle, right) = rest.splitRight(10)
    #expect(header == Rect(column: 0, row: 0, columns: 80, rows: 1))
    #expect(footer == Rect(column: 0, row: 22, columns: 80, rows: 2))
    #expect(left == Rect(column: 0, row: 1, columns: 30, rows: 21))
    #expect(middle == Rect(column: 30, row: 1, columns: 40, rows: 21))
    #expect(right == Rect(column: 70, row: 1, columns: 10, rows: 21))
  }

  @Test("A split takes at most what is there", arguments: [-5, 0, 24, 99])
  func limits(count: Int) {
    let (top, rest) = screen.splitTop(count)
    #expect(top.rows == min(24, max(0, count)))
    #expect(top.rows + rest.rows == 24)
  }

  @Test("Insets and intersections are never negative")
  func empty() {
    #expect(Rect(column: 0, row: 0, columns: 1, rows: 1).inset().isEmpty)
    #expect(screen.intersection(Rect(column: 90, row: 0, columns: 5, rows: 5)).isEmpty)
    #expect(screen.line(24).isEmpty)
    #expect(screen.line(23) == Rect(column: 0, row: 23, columns: 80, rows: 1))
    #expect(
      screen.centered(columns: 20, rows: 99) == Rect(column: 30, row: 0, columns: 20, rows: 24))
  }
}
