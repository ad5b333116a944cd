import DeskCore
import TerminalUI

/// The graph in few rows: a line of numbers, all mentions and the negative ones as two strips of
/// eighth blocks on one scale, and times.
struct GraphStrip {
  let model: GraphModel
  let area: Rect
  let theme: Theme

  func draw(into buffer: inout CellBuffer) {
    var rows = area.row..<area.endRow
    line(Words.graphSummary(model, width: area.columns), row: rows.lowerBound, .text, &buffer)
    rows = rows.lowerBound + 1..<rows.upperBound
    if rows.count >= 2 {
      line(footer, row: rows.upperBound - 1, model.cursor == nil ? .graphAxis : .text, &buffer)
      rows = rows.lowerBound..<rows.upperBound - 1
    }
    if rows.count >= 3 { rows = rows.upperBound - 2..<rows.upperBound }
    guard let first = rows.first else { return }
    if rows.count == 2 {
      strip(Words.graphAll, row: first, role: .graphNeutral, &buffer) { $0.count }
    }
    strip(Words.graphNegative, row: rows.upperBound - 1, role: .graphNegative, &buffer) {
      $0.negative
    }
  }

  private var footer: String {
    if let selected = model.selected {
      return Words.graphBar(selected, step: model.zoom.bucket, model: model, width: area.columns)
    }
    let marks = model.marks.suffix(1).map { Words.graphMark($0, model: model) }
    return ([Words.graphRange(model.range, model: model)] + marks).joined(separator: " ")
  }

  private func line(
    _ text: String, row: Int, _ role: TerminalUI.Role, _ buffer: inout CellBuffer
  ) {
    buffer.put(text, at: Point(column: area.column, row: row), style: theme[role])
  }

  /// One strip between its name and the number of its tallest bar.
  private func strip(
    _ name: String, row: Int, role: TerminalUI.Role, _ buffer: inout CellBuffer,
    count: (MoodBucket) -> Int
  ) {
    let start = Point(column: area.column, row: row)
    let left = buffer.put(name + " ", at: start, style: theme[.graphAxis])
    let room = area.columns - left - 5
    guard room > 0 else { return }
    let grid = GraphGrid(model.buckets, bucket: model.zoom.bucket, columns: room)
    let top = max(4, grid.bars.map(\.count).max() ?? 0)
    for (index, bar) in grid.bars.enumerated() where count(bar) > 0 {
      let eighth = min(8, max(1, count(bar) * 8 / top))
      let cells = Rect(
        column: area.column + left + grid.column(of: index), row: row, columns: grid.pitch, rows: 1)
      buffer.fill(cells, style: theme[role], glyph: GraphView.eighths[eighth - 1])
    }
    if let cursor = model.cursor, let bar = grid.bar(at: cursor) {
      let cells = Rect(
        column: area.column + left + grid.column(of: bar), row: row, columns: grid.pitch, rows: 1)
      buffer.restyle(cells) { theme[.graphCursor].over($0) }
    }
    let most = GraphScale.short(grid.bars.map(count).max() ?? 0)
    let right = area.column + left + min(room, grid.columns) + 1
    buffer.put("^" + most, at: Point(column: right, row: row), style: theme[.graphAxis])
  }
}
