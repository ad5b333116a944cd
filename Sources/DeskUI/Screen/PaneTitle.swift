import DeskCore
import TerminalUI

/// The line above a pane: its number and name, how much it holds, and what waits to be let in.
struct PaneTitle {
  let pane: Pane
  let state: DeskState
  /// Whether the pane has this line only, so that it must say everything.
  let isAlone: Bool

  func render(into buffer: inout CellBuffer, in area: Rect, theme: Theme) {
    let isFocused = state.focus == pane
    let border = theme[isFocused ? .borderFocused : .border]
    let title = isFocused ? theme[.borderFocused].adding(.bold) : theme[.title]
    buffer.hline(at: area.origin, columns: area.columns, style: border)
    let mark = isFocused ? "▸" : " "
    let name = "\(mark)\(pane.rawValue) \(Words.pane(pane)) "
    var column = area.column + 1
    column += buffer.put(
      name, at: Point(column: column, row: area.row), style: title, maxWidth: area.columns - 2)
    for (text, style) in notes(theme) where !text.isEmpty {
      let room = area.endColumn - column - 1
      guard room > 6 else { return }
      column += buffer.put(
        " \(text) ", at: Point(column: column, row: area.row), style: style, maxWidth: room)
    }
  }

  private func notes(_ theme: Theme) -> [(String, Style)] {
    switch pane {
    case .stream: streamNotes(theme)
    case .queue:
      [(Words.queueCount(state.status.open, snoozed: state.status.snoozed), theme[.muted])]
        + (state.marked.isEmpty
          ? [] : [(Words.marked(state.group(of: state.marked).count), theme[.marked])])
        + [(Words.queueOrder(state.queueOrder), theme[.muted])]
    case .graph: []
    case .posts where !isAlone: []
    case .posts: [(Words.postsSwitch(state.pause), pauseStyle(theme)), (postCounts, theme[.muted])]
    }
  }

  private func streamNotes(_ theme: Theme) -> [(String, Style)] {
    let list = state.stream
    var notes: [(String, Style)] = []
    if !list.waiting.isEmpty {
      let count = CappedCount(list.waiting.count, isCapped: list.waitingIsCapped)
      notes.append((Words.newWaiting(count), theme[.warning]))
    }
    if list.isFrozen {
      notes.append((Words.frozenMark, theme[.warning]))
    } else if list.window.follows {
      notes.append((Words.following, theme[.muted]))
    }
    return notes
  }

  private var postCounts: String {
    Words.postCounts(
      waiting: state.posts.count(.queued), held: state.posts.count(.held),
      missed: state.posts.count(.missed), elsewhere: state.posts.elsewhere)
  }

  private func pauseStyle(_ theme: Theme) -> Style {
    state.pause == nil ? theme[.ok] : theme[.banner]
  }
}
