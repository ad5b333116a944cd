import TerminalUI

/// A name and a text field on one row, with a mark where the keys go.
struct FieldRow {
  /// What the field is for.
  let name: String
  /// The field.
  let field: TextField
  /// Whether keys go to it.
  let isOn: Bool

  /// Draws the row; the cursor is shown in the field that keys go to.
  func draw(into buffer: inout CellBuffer, at point: Point, width: Int, theme: Theme) {
    let mark = isOn ? "> " : "  "
    let used = buffer.put(
      "\(mark)\(name): ", at: point, style: theme[isOn ? .key : .muted], maxWidth: width)
    guard width - used >= 2 else { return }
    let layout = field.layout(width: width - used)
    let start = point.moved(columns: used)
    buffer.put(
      layout.lines.first ?? "", at: start, style: theme[.input], maxWidth: width - used)
    guard isOn else { return }
    buffer.cursor = start.moved(columns: layout.cursor.column)
    buffer.showsCursor = true
  }
}
