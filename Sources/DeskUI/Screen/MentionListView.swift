import DeskCore
import TerminalUI

/// A list of mentions, a row each, or why there is none.
struct MentionListView {
  let state: DeskState
  let list: MentionList
  let pane: Pane
  /// What an empty list says when no filter hides anything.
  let emptyWords: String
  /// What it says when a filter hides everything.
  let hiddenWords: String

  func render(
    into buffer: inout CellBuffer, in area: Rect, theme: Theme,
    row draw: (MentionRow, inout CellBuffer, Rect) -> Void
  ) {
    guard !list.mentions.isEmpty else {
      let words = state.filter.isEmpty ? emptyWords : hiddenWords
      buffer.put(words, at: area.origin.moved(columns: 1), style: theme[.muted])
      return
    }
    let visible = list.window.visible(count: list.mentions.count, rows: area.rows)
    let range = state.focus == pane ? state.range(in: list) : nil
    for (line, index) in visible.enumerated() {
      let mention = list.mentions[index]
      let row = MentionRow(
        mention: mention, state: state, theme: theme,
        isSelected: mention.id == list.window.selection, isFocused: state.focus == pane,
        isMarked: range?.contains(index) == true || state.marks.contains(mention.id),
        standsFor: pane == .queue && state.filter.cluster == nil ? mention.cluster?.open ?? 0 : 0)
      draw(row, &buffer, area.line(line))
    }
  }
}

/// Puts fields of fixed widths beside each other, a blank between them.
struct FieldCursor {
  private(set) var at: Point

  mutating func add(_ text: String, _ style: Style, _ width: Int, into buffer: inout CellBuffer) {
    buffer.put(text, at: at, style: style, maxWidth: width)
    at = at.moved(columns: width + 1)
  }

  /// Begins a row with its flag, which has no blank after it.
  init(_ row: MentionRow, in line: Rect, into buffer: inout CellBuffer) {
    buffer.put(row.flag, at: line.origin, style: row.flagStyle, maxWidth: 1)
    at = line.origin.moved(columns: 1)
  }
}
