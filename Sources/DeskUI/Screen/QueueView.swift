import DeskCore
import TerminalUI

/// The queue: what still needs an answer.
struct QueueView {
  let state: DeskState

  func render(into buffer: inout CellBuffer, in area: Rect, theme: Theme) {
    MentionListView(
      state: state, list: state.queue, pane: .queue, emptyWords: Words.queueEmpty,
      hiddenWords: Words.queueAllHidden
    ).render(into: &buffer, in: area, theme: theme, row: draw)
  }

  private func draw(_ row: MentionRow, into buffer: inout CellBuffer, in line: Rect) {
    let mention = row.mention
    var fields = FieldCursor(row, in: line, into: &buffer)
    let clock = state.service.standing(of: mention, level: state.status.level, at: state.now)
    let due = Countdown.text(clock.state, left: clock.left)
    fields.add(due, dueStyle(row, clock), Countdown.width, into: &buffer)
    let waited = state.now.since(mention.seenAt)
    let total = Span(
      milliseconds: mention.urgency.headStart.milliseconds + waited.milliseconds)
    fields.add(Words.urgency(total), row.style(.muted), 6, into: &buffer)
    let sentiment = Words.sentimentMark(mention.mood.sentiment, long: false)
    fields.add(sentiment, row.sentimentStyle, 2, into: &buffer)
    let intent = Words.intentMark(mention.mood.intent, long: false)
    fields.add(intent, row.style(.muted), 1, into: &buffer)
    let head = fields.at.column - line.column - 1
    if line.columns >= 60 {
      let handle = Words.handle(mention.incoming.author.handle)
      fields.add(handle, row.style(.author), 12, into: &buffer)
    }
    row.drawText(
      into: &buffer, at: fields.at, columns: line.endColumn - fields.at.column)
    row.finish(line, head: head, into: &buffer)
  }

  private func dueStyle(
    _ row: MentionRow, _ clock: (state: ServiceReading.State, left: Span)
  ) -> Style {
    guard clock.state == .running else { return row.style(.muted) }
    let left = clock.left
    if left.milliseconds <= 0 { return row.style(.urgent) }
    return row.style(left <= ServiceTargets.soon ? .warning : .muted)
  }
}
