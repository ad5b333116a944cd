import DeskCore
import TerminalUI

/// Draws a post while a person writes it.
enum PostEditorView {
  /// The width in which the text is shown, which `PostEditor.handle` needs.
  static func textWidth(in area: Rect) -> Int { max(2, area.columns - 2) }

  /// Draws in any area of at least 5 rows; `notice` is the last refusal.
  static func render(
    _ editor: PostEditor, notice: PostEditor.Refusal? = nil, pause: Pause? = nil, now: Timestamp,
    into buffer: inout CellBuffer, in area: Rect, theme: Theme
  ) {
    guard area.columns >= 4, area.rows > 0 else { return }
    buffer.clipped(to: area) { buffer in
      let (text, foot) = area.splitBottom(min(5, max(0, area.rows - 1)))
      drawText(editor, into: &buffer, in: text, theme: theme)
      let lines = footer(editor, notice: notice, pause: pause, now: now)
      // Account, campaign, time, what the time means, what stops it: the campaign goes first.
      let fields = foot.rows > 4 ? 2 : 1
      for (row, line) in lines.enumerated() where row == 0 || row + fields < foot.rows {
        line.draw(
          into: &buffer, at: foot.origin.moved(rows: row == 0 ? 0 : row + fields),
          width: foot.columns, theme: theme)
      }
      if fields == 2 {
        FieldRow(name: Words.postTag, field: editor.tag, isOn: editor.part == .tag).draw(
          into: &buffer, at: foot.origin.moved(rows: 1), width: foot.columns, theme: theme)
      }
      guard foot.rows > fields else { return }
      FieldRow(name: Words.postTime, field: editor.time, isOn: editor.part == .time).draw(
        into: &buffer, at: foot.origin.moved(rows: fields), width: foot.columns, theme: theme)
    }
  }

  /// The lines around the time field: account, what the time means, and what stops it.
  private static func footer(
    _ editor: PostEditor, notice: PostEditor.Refusal?, pause: Pause?, now: Timestamp
  ) -> [StyledLine] {
    let isOn = editor.part == .account
    let account = StyledLine(
      (isOn ? "> " : "  ") + Words.postAccount(editor), isOn ? .key : .text)
    let limit = editor.choice?.ruler.limit
    let isTooLong = limit.map { editor.count > $0 } ?? false
    var status = StyledLine(
      "\(editor.count)/\(limit.map(String.init) ?? "–")  ", isTooLong ? .error : .text)
    if let notice {
      status = status.adding(Words.postRefusal(notice, zone: editor.zone), .warning)
    } else if let warning = editor.warnings(now: now).first {
      status = status.adding(Words.postWarning(warning, now: now, zone: editor.zone), .warning)
    } else if let pause, pause.target == .desk {
      status = status.adding(Words.postWillBeHeld(pause), .warning)
    }
    let meaning: StyledLine
    do {
      let due = try TimeEntry.read(editor.time.text, now: now, zone: editor.zone)
      meaning = StyledLine("  " + Words.postDue(due, now: now, zone: editor.zone), .timestamp)
    } catch {
      meaning = StyledLine("  " + Words.timeProblem(error, zone: editor.zone), .warning)
    }
    return [account, meaning, status]
  }

  private static func drawText(
    _ editor: PostEditor, into buffer: inout CellBuffer, in area: Rect, theme: Theme
  ) {
    guard area.rows > 0 else { return }
    buffer.fill(area, style: theme[.input])
    buffer.vline(at: area.origin, rows: area.rows, style: theme[.inputBorder])
    let layout = editor.text.layout(width: textWidth(in: area))
    let first = min(
      max(0, layout.cursor.row - area.rows + 1), max(0, layout.lines.count - area.rows))
    let origin = area.origin.moved(columns: 2)
    for (row, line) in layout.lines.dropFirst(first).prefix(area.rows).enumerated() {
      buffer.put(line, at: origin.moved(rows: row), style: theme[.input])
    }
    guard editor.part == .text else { return }
    buffer.cursor = origin.moved(columns: layout.cursor.column, rows: layout.cursor.row - first)
    buffer.showsCursor = true
  }
}
