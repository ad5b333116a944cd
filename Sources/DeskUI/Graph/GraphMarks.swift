import DeskCore
import TerminalUI

/// The row of marks under the bars: `P` pause, `R` resume, `L2` level change, `?` gap.
struct GraphMarks {
  let model: GraphModel
  let grid: GraphGrid
  let plot: Rect
  let theme: Theme

  /// Draws each mark under its bar; marks with no room of their own become one `*` with a count.
  func draw(row: Int, into buffer: inout CellBuffer) {
    var byBar: [Int: [TimelineMark]] = [:]
    for mark in model.marks {
      guard let bar = grid.bar(at: mark.at) else { continue }
      byBar[bar, default: []].append(mark)
    }
    let bars = byBar.keys.sorted()
    var free = 0
    for (index, bar) in bars.enumerated() {
      let column = max(free, grid.column(of: bar))
      let next = index + 1 < bars.count ? grid.column(of: bars[index + 1]) : plot.columns
      let names = (byBar[bar] ?? []).map { Words.graphMarkName($0.kind) }
      let text = label(names, room: max(2, next - column))
      guard column < plot.columns else { continue }
      let point = Point(column: plot.column + column, row: row)
      buffer.put(text, at: point, style: theme[.graphMark], maxWidth: plot.columns - column)
      free = column + text.utf8.count
    }
  }

  private func label(_ names: [String], room: Int) -> String {
    let all = names.joined()
    if all.utf8.count <= room { return all }
    if names.count == 1 { return room >= all.utf8.count ? all : String(all.prefix(max(1, room))) }
    let count = "*\(names.count)"
    return count.utf8.count <= room ? count : "*"
  }
}
