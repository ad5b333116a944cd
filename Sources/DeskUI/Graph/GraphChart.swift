import DeskCore
import TerminalUI

/// The graph in six rows or more: numbers, bars with a scale, marks, times, the cursor's bar.
struct GraphChart {
  let model: GraphModel
  let theme: Theme
  private let area: Rect
  private let plot: Rect
  private let scale: GraphScale
  private let grid: GraphGrid
  private let gutter: Int
  private let hasNet: Bool

  init(model: GraphModel, area: Rect, theme: Theme) {
    self.model = model
    self.theme = theme
    self.area = area
    gutter = 5
    hasNet = area.rows >= 9
    let columns = area.columns - gutter
    grid = GraphGrid(model.buckets, bucket: model.zoom.bucket, columns: columns)
    scale = GraphScale(grid.bars)
    plot = Rect(
      column: area.column + gutter, row: area.row + 1, columns: columns,
      rows: area.rows - 4 - (hasNet ? 1 : 0))
  }

  func draw(into buffer: inout CellBuffer) {
    drawSummary(into: &buffer)
    drawScale(into: &buffer)
    drawUsual(into: &buffer)
    drawMoments(into: &buffer)
    for index in grid.bars.indices { drawBar(index, into: &buffer) }
    var row = plot.endRow
    if hasNet {
      drawNet(row: row, into: &buffer)
      row += 1
    }
    GraphMarks(model: model, grid: grid, plot: plot, theme: theme).draw(row: row, into: &buffer)
    drawTimes(row: row + 1, into: &buffer)
    drawCursor(row: row + 2, into: &buffer)
  }

  private func drawSummary(into buffer: inout CellBuffer) {
    let start = Point(column: area.column, row: area.row)
    let text = Words.graphSummary(model, width: area.columns)
    let used = buffer.put(text, at: start, style: theme[.title])
    let legend = StyledLine("█ ", .graphNegative).adding(Words.graphNegative + "  ", .muted)
      .adding("░ ", .graphNeutral).adding(Words.graphNeutral + "  ", .muted)
      .adding("+ ", .graphPositive).adding(Words.graphPositive, .muted)
      .adding(model.usual.contains { $0 != nil } ? "  · " + Words.graphUsual : "", .muted)
    let width = TextWidth.cells(of: legend.text)
    guard used + 2 + width <= area.columns else { return }
    legend.draw(
      into: &buffer, at: start.moved(columns: area.columns - width), width: width, theme: theme)
  }

  private func drawScale(into buffer: inout CellBuffer) {
    let style = theme[.graphAxis]
    buffer.vline(
      at: Point(column: plot.column - 1, row: plot.row), rows: plot.rows, style: style)
    label(scale.top, row: plot.row, into: &buffer)
    let half = plot.rows / 2
    // Only where the middle row stands for exactly half of the scale.
    if plot.rows >= 4, plot.rows.isMultiple(of: 2), scale.top.isMultiple(of: 2) {
      label(scale.top / 2, row: plot.row + half, into: &buffer)
    }
  }

  private func label(_ count: Int, row: Int, into buffer: inout CellBuffer) {
    let text = GraphScale.short(count)
    let column = plot.column - 1 - text.utf8.count
    buffer.put(text + "┤", at: Point(column: column, row: row), style: theme[.graphAxis])
  }

  /// The band in which counts usually lie, behind the bars.
  private func drawUsual(into buffer: inout CellBuffer) {
    guard model.usual.count == model.buckets.count else { return }
    for bar in grid.bars.indices {
      let first = bar * grid.merged
      let parts = model.usual[first..<min(first + grid.merged, model.usual.count)]
      guard !parts.contains(nil) else { continue }
      let low = parts.reduce(0) { $0 + ($1?.low ?? 0) }
      let high = parts.reduce(0) { $0 + ($1?.high ?? 0) }
      func row(_ count: Double) -> Int {
        Int(min(Double(plot.rows), (count * Double(plot.rows) / Double(scale.top)).rounded(.up)))
      }
      let (bottom, top) = (max(1, row(low)), max(1, row(high)))
      guard bottom <= plot.rows, top >= bottom else { continue }
      let band = cells(bar, row: plot.endRow - top, rows: top - bottom + 1)
      buffer.fill(band, style: theme[.graphAxis], glyph: "·")
    }
  }

  /// A line up through the plot where the level changed or a pause began or ended.
  private func drawMoments(into buffer: inout CellBuffer) {
    for mark in model.marks {
      switch mark.kind {
      case .gap, .alert: continue
      case .level, .paused, .resumed: break
      }
      guard let bar = grid.bar(at: mark.at) else { continue }
      var line = cells(bar, row: plot.row, rows: plot.rows)
      line = Rect(column: line.column, row: line.row, columns: 1, rows: line.rows)
      buffer.fill(line, style: theme[.graphMark], glyph: "┊")
    }
  }

  private func drawBar(_ index: Int, into buffer: inout CellBuffer) {
    let bar = GraphBar(grid.bars[index], rows: plot.rows, top: scale.top)
    var end = plot.endRow
    func stack(_ rows: Int, _ role: TerminalUI.Role, _ glyph: Unicode.Scalar) {
      guard rows > 0 else { return }
      end -= rows
      buffer.fill(cells(index, row: end, rows: rows), style: theme[role], glyph: glyph)
    }
    stack(bar.negative, .graphNegative, "█")
    if bar.eighths > 0 { stack(1, .graphNegative, GraphView.eighths[bar.eighths - 1]) }
    stack(bar.neutral, .graphNeutral, "░")
    stack(bar.positive, .graphPositive, "+")
  }

  private func cells(_ index: Int, row: Int, rows: Int) -> Rect {
    Rect(
      column: plot.column + grid.column(of: index), row: row, columns: grid.width, rows: rows)
  }

  private func drawNet(row: Int, into buffer: inout CellBuffer) {
    buffer.put(
      Words.graphNet, at: Point(column: area.column, row: row), style: theme[.graphAxis],
      maxWidth: gutter - 1)
    for (index, bar) in grid.bars.enumerated() {
      guard let net = bar.net else { continue }
      let role: TerminalUI.Role = net < -0.1 ? .negative : net > 0.1 ? .positive : .neutral
      let text = Words.graphNetCell(net, width: grid.width)
      buffer.put(
        text, at: Point(column: plot.column + grid.column(of: index), row: row),
        style: theme[role], maxWidth: grid.width)
    }
  }

  private func drawTimes(row: Int, into buffer: inout CellBuffer) {
    let style = theme[.graphAxis]
    let caret = model.cursor.flatMap { grid.bar(at: $0) }.map { grid.column(of: $0) }
    var free = 0
    for index in grid.bars.indices {
      let column = grid.column(of: index)
      let text = Words.graphTick(grid.bars[index].start, model: model)
      let width = TextWidth.cells(of: text)
      guard column >= free, column + width <= plot.columns else { continue }
      if let caret, (column - 1...column + width).contains(caret) { continue }
      buffer.put(text, at: Point(column: plot.column + column, row: row), style: style)
      free = column + width + 3
    }
  }

  private func drawCursor(row: Int, into buffer: inout CellBuffer) {
    let start = Point(column: area.column, row: row)
    guard let cursor = model.cursor else {
      buffer.put(Words.graphFooter(model), at: start, style: theme[.muted])
      return
    }
    if let bar = grid.bar(at: cursor) {
      let column = cells(bar, row: plot.row, rows: row - plot.row)
      buffer.restyle(column) { theme[.graphCursor].over($0) }
      let foot = Point(column: column.column, row: row - 1)
      buffer.put("^", at: foot, style: theme[.graphCursor], maxWidth: 1)
    }
    let counts = model.selected ?? MoodBucket(start: cursor)
    let line = Words.graphBar(counts, step: model.zoom.bucket, model: model, width: area.columns)
    buffer.put(line, at: start, style: theme[.text].adding(.bold))
  }
}
