import DeskCore
import TerminalUI

/// The graph in its pane.
struct GraphPaneView {
  let state: DeskState

  func render(into buffer: inout CellBuffer, in area: Rect, theme: Theme) {
    let inner = area.inset(columns: 1, rows: 0)
    GraphView.render(state.graphModel, into: &buffer, in: inner, theme: theme)
    if state.focus == .graph { buffer.cursor = inner.origin }
  }
}

/// The posts in their pane; where it has a single line, that line is its title.
struct PostsPaneView {
  let state: DeskState

  func render(into buffer: inout CellBuffer, in area: Rect, theme: Theme) {
    guard !area.isEmpty else { return }
    let model = PostsModel(
      rows: state.posts.list, pause: state.pause, selection: state.posts.window.selection,
      isFocused: state.focus == .posts, offset: state.posts.window.offset, now: state.now,
      zone: state.zone, calendar: calendar)
    PostsView.render(model, into: &buffer, in: area, theme: theme)
    guard state.focus == .posts, calendar == nil else { return }
    let row = state.posts.window.index - state.posts.window.offset
    buffer.cursor = area.line(max(0, min(row, area.rows - 1))).origin
  }
}

extension PostsPaneView {
  /// The calendar; nil while posts are a list.
  fileprivate var calendar: CalendarModel? {
    guard state.posts.calendar.mode != .list else { return nil }
    return CalendarModel(
      calendar: state.posts.calendar, selection: state.posts.window.selection,
      isFocused: state.focus == .posts, offset: state.posts.window.offset, now: state.now,
      zone: state.zone)
  }
}

/// What a screen that is too small says: the pause and the way out still work.
struct TooSmallView {
  let state: DeskState

  func render(into buffer: inout CellBuffer, theme: Theme) {
    let lines =
      TextWidth.wrap(Words.tooSmall(state.size, least: ScreenLayout.least), to: state.size.columns)
      + TextWidth.wrap(
        state.pause == nil ? Words.tooSmallLive : Words.tooSmallPaused, to: state.size.columns)
    for (row, line) in lines.enumerated() {
      buffer.put(line, at: Point(column: 0, row: row), style: theme[row == 0 ? .text : .warning])
    }
  }
}
