import DeskCore
import TerminalUI

/// Draws a week of posts: a column a day where there is room, else a line a day.
enum CalendarWeekView {
  /// A column narrower than this tells too little of a text.
  private static let leastColumn = 14

  /// Draws the week's title and its days.
  static func render(
    _ model: CalendarModel, into buffer: inout CellBuffer, in area: Rect, theme: Theme
  ) {
    guard area.rows > 0 else { return }
    let (head, body) = area.splitTop(1)
    buffer.put(
      Words.calendarWeek(model), at: head.origin, style: theme[.title], maxWidth: head.columns)
    if (body.columns + 1) / 7 - 1 >= leastColumn, body.rows >= 4 {
      drawColumns(model, into: &buffer, in: body, theme: theme)
    } else {
      drawLines(model, into: &buffer, in: body, theme: theme)
    }
  }

  // MARK: A column a day

  private static func drawColumns(
    _ model: CalendarModel, into buffer: inout CellBuffer, in area: Rect, theme: Theme
  ) {
    let width = (area.columns + 1) / 7
    for (index, day) in model.calendar.week.enumerated() {
      let start = area.column + index * width
      let column = Rect(column: start, row: area.row, columns: width - 1, rows: area.rows)
      drawColumn(day, model, into: &buffer, in: column, theme: theme)
      guard index < 6 else { continue }
      buffer.vline(
        at: Point(column: start + width - 1, row: area.row), rows: area.rows, style: theme[.border])
    }
  }

  private static func drawColumn(
    _ day: CivilDay, _ model: CalendarModel, into buffer: inout CellBuffer, in area: Rect,
    theme: Theme
  ) {
    let (head, list) = area.splitTop(1)
    drawName(day, model, into: &buffer, in: head, theme: theme)
    let rows = model.calendar.rows[day] ?? []
    let isDay = day == model.calendar.day
    let fits = rows.count <= list.rows
    let shown = max(0, fits ? list.rows : list.rows - 1)
    // The day looked at keeps its selection in sight.
    let selected = isDay ? rows.firstIndex { $0.id == model.selection } ?? 0 : 0
    let first = fits ? 0 : min(max(0, selected - shown + 1), max(0, rows.count - shown))
    for (index, row) in rows.dropFirst(first).prefix(shown).enumerated() {
      CalendarRow(row: row, isWide: false).draw(
        model, into: &buffer, in: list.line(index), theme: theme)
    }
    guard !fits, list.rows > 0 else { return }
    buffer.put(
      Words.calendarMore(rows.count - shown), at: list.line(list.rows - 1).origin,
      style: theme[.muted], maxWidth: list.columns)
  }

  private static func drawName(
    _ day: CivilDay, _ model: CalendarModel, into buffer: inout CellBuffer, in area: Rect,
    theme: Theme
  ) {
    let role: TerminalUI.Role = day == model.today ? .key : .muted
    let name = Words.calendarColumn(day, model)
    buffer.put(name, at: area.origin, style: theme[role], maxWidth: area.columns)
    guard day == model.calendar.day else { return }
    let selected = theme[model.isFocused ? .selection : .selectionUnfocused]
    buffer.restyle(area) { selected.over($0) }
    if model.isFocused { buffer.cursor = area.origin }
  }

  // MARK: A line a day

  private static func drawLines(
    _ model: CalendarModel, into buffer: inout CellBuffer, in area: Rect, theme: Theme
  ) {
    let days = model.calendar.week
    let index = days.firstIndex(of: model.calendar.day) ?? 0
    let first = min(max(0, index - area.rows + 1), max(0, 7 - area.rows))
    for (row, day) in days.dropFirst(first).prefix(area.rows).enumerated() {
      let line = area.line(row)
      let (name, rest) = line.splitLeft(min(12, line.columns))
      drawName(day, model, into: &buffer, in: name, theme: theme)
      let rows = model.calendar.rows[day] ?? []
      buffer.put(
        Words.calendarLine(rows, model), at: rest.origin,
        style: theme[rows.isEmpty ? .muted : .text], maxWidth: rest.columns)
    }
  }
}
