import DeskCore
import TerminalUI

/// Draws one day of posts: each with its time and state, and how long nothing is planned between.
enum CalendarDayView {
  private enum Line {
    case post(PostRow)
    case free(Span)
  }

  /// Draws the day's title and its posts.
  static func render(
    _ model: CalendarModel, into buffer: inout CellBuffer, in area: Rect, theme: Theme
  ) {
    guard area.rows > 0 else { return }
    let (head, list) = area.splitTop(1)
    let count = model.calendar.shown.count
    buffer.put(
      Words.calendarDay(model.calendar.day, count: count, model: model), at: head.origin,
      style: theme[.title], maxWidth: head.columns)
    if count == 0 {
      buffer.put(
        Words.calendarEmpty, at: list.origin, style: theme[.muted], maxWidth: list.columns)
    }
    for (index, line) in lines(model, rows: list.rows).enumerated() {
      draw(line, model, into: &buffer, in: list.line(index), theme: theme)
    }
  }

  /// The visible lines; free time is told only where every post has room beside it.
  private static func lines(_ model: CalendarModel, rows: Int) -> [Line] {
    let posts = model.calendar.shown
    var all: [Line] = []
    for (index, post) in posts.enumerated() {
      if index > 0 {
        let free = post.dueAt.since(posts[index - 1].dueAt)
        if free >= .hours(1) { all.append(.free(free)) }
      }
      all.append(.post(post))
    }
    if all.count <= rows { return all }
    return posts.dropFirst(max(0, model.offset)).prefix(max(0, rows)).map(Line.post)
  }

  private static func draw(
    _ line: Line, _ model: CalendarModel, into buffer: inout CellBuffer, in area: Rect,
    theme: Theme
  ) {
    switch line {
    case .free(let span):
      buffer.put(
        Words.calendarFree(span), at: area.origin, style: theme[.muted], maxWidth: area.columns)
    case .post(let row):
      CalendarRow(row: row, isWide: true).draw(model, into: &buffer, in: area, theme: theme)
    }
  }
}

/// One post on one line of the calendar.
struct CalendarRow {
  let row: PostRow
  /// Whether there is room for the state in words and the account.
  let isWide: Bool

  /// Draws time, state and text in columns of their own, and marks the selected post.
  func draw(
    _ model: CalendarModel, into buffer: inout CellBuffer, in area: Rect, theme: Theme
  ) {
    guard area.columns > 0 else { return }
    let (word, role) = PostsView.stateWord(row)
    var point = area.origin
    func field(_ text: String, width: Int, _ role: TerminalUI.Role) {
      let room = min(width, area.endColumn - point.column)
      if room > 0 { buffer.put(text, at: point, style: theme[role], maxWidth: room) }
      point = point.moved(columns: width + 1)
    }
    field(model.zone.civil(row.dueAt).clockText, width: 5, .timestamp)
    if isWide {
      field(word, width: 10, role)
      if area.columns >= 60 { field(row.account.rawValue, width: 10, .author) }
    } else {
      field(Words.calendarMark(row), width: 1, role)
    }
    field(row.text, width: max(0, area.endColumn - point.column), .text)
    guard row.id == model.selection else { return }
    let selected = theme[model.isFocused ? .selection : .selectionUnfocused]
    buffer.restyle(area) { selected.over($0) }
    if model.isFocused { buffer.cursor = area.origin }
  }
}
