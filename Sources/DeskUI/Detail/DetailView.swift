import TerminalUI

/// Draws the detail view: lines of a mention from a scroll position on.
enum DetailView {
  /// Draws and returns how many lines there are, which moving `scroll` needs.
  @discardableResult
  static func render(
    _ model: DetailModel, scroll: Scroll, into buffer: inout CellBuffer, in area: Rect,
    theme: Theme
  ) -> Int {
    let content = DetailLines(model, width: area.columns - 1)
    render(content, scroll: scroll, into: &buffer, in: area, theme: theme)
    return content.lines.count
  }

  /// Draws lines that were laid out before, for a width one less than the area's.
  static func render(
    _ content: DetailLines, scroll: Scroll, into buffer: inout CellBuffer, in area: Rect,
    theme: Theme
  ) {
    guard area.columns > 1, area.rows > 0 else { return }
    buffer.clipped(to: area) { buffer in
      let count = content.lines.count
      let visible = scroll.visible(content: count, rows: area.rows)
      for (row, index) in visible.enumerated() {
        content.lines[index].draw(
          into: &buffer, at: Point(column: area.column, row: area.row + row),
          width: area.columns - 1, theme: theme)
      }
      let edge = area.endColumn - 1
      if visible.lowerBound > 0 {
        buffer.put("▲", at: Point(column: edge, row: area.row), style: theme[.muted])
      }
      if visible.upperBound < count {
        buffer.put("▼", at: Point(column: edge, row: area.endRow - 1), style: theme[.muted])
      }
    }
  }
}
