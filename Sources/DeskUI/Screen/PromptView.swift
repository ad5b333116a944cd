import DeskCore
import TerminalUI

/// One line that a person types, with what it is for before it and what is wrong after it.
struct PromptView {
  let prompt: Prompt
  let state: DeskState

  func render(into buffer: inout CellBuffer, in area: Rect, theme: Theme) {
    buffer.fill(area, style: theme[.input])
    let label = Words.promptLabel(prompt.kind)
    let used = 1 + buffer.put(label, at: area.origin.moved(columns: 1), style: theme[.key])
    let problem = prompt.problem.isEmpty ? "" : "  " + prompt.problem
    let taken = min(TextWidth.cells(of: problem), area.columns / 2)
    let layout = prompt.field.layout(width: max(2, area.columns - used - taken - 1))
    let start = area.origin.moved(columns: used)
    buffer.put(layout.lines.first ?? "", at: start, style: theme[.input])
    buffer.put(
      problem, at: Point(column: area.endColumn - taken - 1, row: area.row),
      style: theme[.error], maxWidth: taken)
    buffer.cursor = start.moved(columns: layout.cursor.column)
    buffer.showsCursor = true
  }
}
