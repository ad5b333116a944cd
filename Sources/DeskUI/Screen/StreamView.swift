import DeskCore
import TerminalUI

/// The live stream, newest first.
struct StreamView {
  let state: DeskState

  func render(into buffer: inout CellBuffer, in area: Rect, theme: Theme) {
    let list = state.stream
    if list.mentions.isEmpty {
      let words = state.filter.isEmpty ? Words.streamEmpty : Words.streamAllHidden
      buffer.put(words, at: area.origin.moved(columns: 1), style: theme[.muted])
      return
    }
    let visible = list.window.visible(count: list.mentions.count, rows: area.rows)
    for (line, index) in visible.enumerated() {
      let mention = list.mentions[index]
      let row = MentionRow(
        mention: mention, state: state, theme: theme,
        isSelected: mention.id == list.window.selection, isFocused: state.focus == .stream)
      draw(row, into: &buffer, in: area.line(line), theme: theme)
    }
  }

  private func draw(
    _ row: MentionRow, into buffer: inout CellBuffer, in line: Rect, theme: Theme
  ) {
    let mention = row.mention
    let isRoomy = line.columns >= 70
    var at = line.origin
    func add(_ text: String, _ style: Style, _ width: Int) {
      buffer.put(text, at: at, style: style, maxWidth: width)
      at = at.moved(columns: width + 1)
    }
    buffer.put(row.flag, at: at, style: row.flagStyle, maxWidth: 1)
    at = at.moved(columns: 1)
    add(
      Words.rowTime(mention.occurredAt, now: state.now, zone: state.zone), row.style(.timestamp), 5)
    let tag = isRoomy ? Platform.tagWidth : 2
    add(Words.platformMark(mention.incoming.platform, width: tag), row.style(.muted), tag)
    let sentiment = Words.sentimentMark(mention.mood.sentiment, long: isRoomy)
    add(sentiment, row.sentimentStyle, isRoomy ? 4 : 2)
    let intent = Words.intentMark(mention.mood.intent, long: isRoomy)
    add(intent, row.style(mention.mood.intent == .complaint ? .urgent : .muted), isRoomy ? 5 : 1)
    let head = at.column - line.column - 1
    add(Words.followers(mention.incoming.author.followers), row.style(.muted), 4)
    let handle = min(20, max(10, line.columns / 7))
    add(Words.handle(mention.incoming.author.handle), row.style(.author), handle)
    row.drawText(into: &buffer, at: at, columns: line.endColumn - at.column, claim: true)
    row.finish(line, head: head, into: &buffer)
  }
}
