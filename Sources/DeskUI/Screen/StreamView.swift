import DeskCore
import TerminalUI

/// The live stream, newest first.
struct StreamView {
  let state: DeskState

  func render(into buffer: inout CellBuffer, in area: Rect, theme: Theme) {
    MentionListView(
      state: state, list: state.stream, pane: .stream, emptyWords: Words.streamEmpty,
      hiddenWords: Words.streamAllHidden
    ).render(into: &buffer, in: area, theme: theme, row: draw)
  }

  private func draw(_ row: MentionRow, into buffer: inout CellBuffer, in line: Rect) {
    let mention = row.mention
    let author = mention.incoming.author
    let isRoomy = line.columns >= 70
    var fields = FieldCursor(row, in: line, into: &buffer)
    let time = Words.rowTime(mention.occurredAt, now: state.now, zone: state.zone)
    fields.add(time, row.style(.timestamp), 5, into: &buffer)
    let tag = isRoomy ? Platform.tagWidth : 2
    let platform = Words.platformMark(mention.incoming.platform, width: tag)
    fields.add(platform, row.style(.muted), tag, into: &buffer)
    let sentiment = Words.sentimentMark(mention.mood.sentiment, long: isRoomy)
    fields.add(sentiment, row.sentimentStyle, isRoomy ? 4 : 2, into: &buffer)
    let intent = Words.intentMark(mention.mood.intent, long: isRoomy)
    let isUrgent = mention.mood.intent == .complaint
    fields.add(intent, row.style(isUrgent ? .urgent : .muted), isRoomy ? 5 : 1, into: &buffer)
    let head = fields.at.column - line.column - 1
    fields.add(Words.followers(author.followers), row.style(.muted), 4, into: &buffer)
    let handle = min(20, max(10, line.columns / 7))
    fields.add(Words.handle(author.handle), row.style(.author), handle, into: &buffer)
    row.drawText(
      into: &buffer, at: fields.at, columns: line.endColumn - fields.at.column)
    row.finish(line, head: head, into: &buffer)
  }
}
