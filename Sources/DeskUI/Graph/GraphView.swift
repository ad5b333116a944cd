import DeskCore
import TerminalUI

/// Draws the graph: three kinds of mentions by pattern and glyph, and every fact as a number too.
///
/// Negative is solid (`█`, in eighths at its top) at the bottom, neutral is shaded (`░`) and
/// positive is made of `+`, so that neither colour nor fine sight is needed to tell them apart.
enum GraphView {
  /// Draws in any area; from 6 rows by 24 columns on with scale, axis and marks, below as a strip.
  static func render(
    _ model: GraphModel, into buffer: inout CellBuffer, in area: Rect, theme: Theme
  ) {
    guard area.columns > 0, area.rows > 0 else { return }
    buffer.clipped(to: area) { buffer in
      guard model.total.count > 0 || !model.marks.isEmpty else {
        return renderEmpty(model, into: &buffer, in: area, theme: theme)
      }
      if area.rows >= 6, area.columns >= 24 {
        GraphChart(model: model, area: area, theme: theme).draw(into: &buffer)
      } else {
        GraphStrip(model: model, area: area, theme: theme).draw(into: &buffer)
      }
    }
  }

  private static func renderEmpty(
    _ model: GraphModel, into buffer: inout CellBuffer, in area: Rect, theme: Theme
  ) {
    let words =
      model.readAt == nil
      ? [Words.graphReading]
      : [Words.graphEmpty(model.zoom), Words.graphRange(model.range, model: model)]
    let lines = words.flatMap { TextWidth.wrap($0, to: area.columns) }.prefix(area.rows)
    let top = area.row + (area.rows - lines.count) / 2
    for (index, line) in lines.enumerated() {
      let left = area.column + (area.columns - TextWidth.cells(of: line)) / 2
      buffer.put(line, at: Point(column: left, row: top + index), style: theme[.muted])
    }
    if let cursor = model.cursor, area.rows > lines.count + 1 {
      let line = Words.graphBar(MoodBucket(start: cursor), step: model.zoom.bucket, model: model)
      buffer.put(
        line, at: Point(column: area.column, row: area.endRow - 1), style: theme[.graphCursor])
    }
  }

  /// The eighth blocks, from one eighth to a whole cell.
  static let eighths: [Unicode.Scalar] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
}
