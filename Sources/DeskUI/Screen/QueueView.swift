import DeskCore
import TerminalUI

/// The queue: what still needs an answer, most urgent first.
struct QueueView {
  let state: DeskState

  func render(into buffer: inout CellBuffer, in area: Rect, theme: Theme) {
    let list = state.queue
    if list.mentions.isEmpty {
      let words = state.filter.isEmpty ? Words.queueEmpty : Words.queueAllHidden
      buffer.put(words, at: area.origin.moved(columns: 1), style: theme[.muted])
      return
    }
    let visible = list.window.visible(count: list.mentions.count, rows: area.rows)
    for (line, index) in visible.enumerated() {
      let mention = list.mentions[index]
      let row = MentionRow(
        mention: mention, state: state, theme: theme,
        isSelected: mention.id == list.window.selection, isFocused: state.focus == .queue)
      draw(row, into: &buffer, in: area.line(line), theme: theme)
    }
  }

  private func draw(
    _ row: MentionRow, into buffer: inout CellBuffer, in line: Rect, theme: Theme
  ) {
    let mention = row.mention
    var at = line.origin
    func add(_ text: String, _ style: Style, _ width: Int) {
      buffer.put(text, at: at, style: style, maxWidth: width)
      at = at.moved(columns: width + 1)
    }
    buffer.put(row.flag, at: at, style: row.flagStyle, maxWidth: 1)
    at = at.moved(columns: 1)
    let left = mention.dueAt.since(state.now)
    add(Words.due(left), dueStyle(row, left), 6)
    let urgency = Urgency(
      mood: mention.mood, followers: mention.incoming.author.followers,
      visibility: mention.incoming.visibility)
    let waited = state.now.since(mention.seenAt)
    let total = Span(milliseconds: urgency.headStart.milliseconds + waited.milliseconds)
    add(Words.urgency(total), row.style(.muted), 6)
    add(Words.sentimentMark(mention.mood.sentiment, long: false), row.sentimentStyle, 2)
    add(Words.intentMark(mention.mood.intent, long: false), row.style(.muted), 1)
    let head = at.column - line.column - 1
    if line.columns >= 60 {
      add(Words.handle(mention.incoming.author.handle), row.style(.author), 12)
    }
    row.drawText(into: &buffer, at: at, columns: line.endColumn - at.column, claim: true)
    row.finish(line, head: head, into: &buffer)
  }

  private func dueStyle(_ row: MentionRow, _ left: Span) -> Style {
    if left.milliseconds <= 0 { return row.style(.urgent) }
    return row.style(left <= ServiceTargets.soon ? .warning : .muted)
  }
}
