import DeskCore
import TerminalUI

/// Draws the composer: whom it goes to, the text with its cursor, the count, and what stops it.
enum ComposerView {
  /// The width in which the text is shown, which `ComposerState.handle` needs.
  static func textWidth(in area: Rect) -> Int { max(2, area.columns - 2) }

  /// Draws in any area; the count stays in sight down to one row.
  static func render(
    _ state: ComposerState, notice: ComposerRefusal? = nil, now: Timestamp,
    keys: ComposerKeys = .standard, into buffer: inout CellBuffer, in area: Rect, theme: Theme
  ) {
    guard area.columns >= 4, area.rows > 0 else { return }
    buffer.clipped(to: area) { buffer in
      var (rest, bottom) = area.splitBottom(1)
      drawStatus(state, notice: notice, now: now, into: &buffer, in: bottom, theme: theme)
      if rest.rows >= 6 {
        (rest, bottom) = rest.splitBottom(1)
        var words = Words.composerKeys(
          send: keys.send.spelling, direct: keys.direct.spelling, saved: keys.saved.spelling,
          leave: keys.leave.spelling)
        let more = Words.composerMove(
          keys.move.spelling, isMoving: state.notice != nil)
        // What has no room is left out whole; the last line of the screen names it too.
        if TextWidth.cells(of: words + more) <= bottom.columns { words += more }
        buffer.put(words, at: bottom.origin, style: theme[.keyLabel], maxWidth: bottom.columns)
      }
      if rest.rows >= 2 {
        let head: Rect
        let lines = TextWidth.wrap(Words.composerHeading(state), to: rest.columns)
        (head, rest) = rest.splitTop(min(lines.count, rest.rows - 1))
        for (row, line) in lines.prefix(head.rows).enumerated() {
          let role: TerminalUI.Role = state.isDirect ? .marked : .title
          buffer.put(line, at: head.origin.moved(rows: row), style: theme[role])
        }
      }
      if rest.rows >= 4 { rest = drawTarget(state, into: &buffer, in: rest, theme: theme) }
      if let notice = state.notice {
        let (words, answer) = rest.splitTop(max(1, rest.rows / 3))
        let said = Part(field: notice, isActive: state.editsNotice, label: Words.noticeLabel)
        draw(said, state, into: &buffer, in: words, theme: theme)
        rest = answer
      }
      let label = state.notice == nil ? "" : Words.messageLabel(state)
      let text = Part(field: state.field, isActive: !state.editsNotice, label: label)
      draw(text, state, into: &buffer, in: rest, theme: theme)
    }
  }

  private static func drawTarget(
    _ state: ComposerState, into buffer: inout CellBuffer, in area: Rect, theme: Theme
  ) -> Rect {
    let lines = TextWidth.wrap(state.target.incoming.text, to: area.columns - 2)
    let (top, rest) = area.splitTop(min(lines.count, max(1, area.rows / 3)))
    for (row, line) in lines.prefix(top.rows).enumerated() {
      let isCut = row == top.rows - 1 && lines.count > top.rows
      let point = top.origin.moved(rows: row)
      buffer.put("> ", at: point, style: theme[.muted])
      buffer.put(
        isCut ? TextWidth.truncate(line, to: area.columns - 5) + " …" : line,
        at: point.moved(columns: 2), style: theme[.muted])
    }
    return rest
  }

  /// A text and whether keys go to it.
  private struct Part {
    let field: TextField
    let isActive: Bool
    /// Who reads it; empty where the heading says so.
    let label: String
  }

  private static func draw(
    _ part: Part, _ state: ComposerState, into buffer: inout CellBuffer, in whole: Rect,
    theme: Theme
  ) {
    guard whole.rows > 0 else { return }
    var area = whole
    if !part.label.isEmpty, whole.rows > 1 {
      let top: Rect
      (top, area) = whole.splitTop(1)
      let mark = part.isActive ? "▸ " : "  "
      buffer.put(
        mark + part.label, at: top.origin, style: theme[part.isActive ? .marked : .muted],
        maxWidth: top.columns)
    }
    buffer.fill(area, style: theme[.input])
    buffer.vline(at: area.origin, rows: area.rows, style: theme[.inputBorder])
    let layout = part.field.layout(width: textWidth(in: area))
    let first = min(
      max(0, layout.cursor.row - area.rows + 1), max(0, layout.lines.count - area.rows))
    let origin = area.origin.moved(columns: 2)
    for (row, line) in layout.lines.dropFirst(first).prefix(area.rows).enumerated() {
      buffer.put(line, at: origin.moved(rows: row), style: theme[state.isTooLong ? .error : .input])
    }
    guard part.isActive else { return }
    buffer.cursor = origin.moved(columns: layout.cursor.column, rows: layout.cursor.row - first)
    buffer.showsCursor = true
  }

  private static func drawStatus(
    _ state: ComposerState, notice: ComposerRefusal?, now: Timestamp,
    into buffer: inout CellBuffer, in area: Rect, theme: Theme
  ) {
    var line = StyledLine(
      "\(state.count)/\(state.ruler.limit)", state.isTooLong ? .error : .text)
    if state.isTooLong { line = line.adding(Words.composerOver(state), .error) }
    if !state.lead.isEmpty { line = line.adding(Words.composerWith(state.lead.trimmed), .muted) }
    let others = state.otherReaders
    if !others.isEmpty { line = line.adding(Words.composerAlsoRead(others), .warning) }
    line = line.adding("  ")
    if let notice {
      line = line.adding(Words.composerRefusal(notice, now: now), .warning)
    } else if let answer = state.answer {
      line = line.adding(Words.composerRefusal(.answered(answer), now: now), .warning)
    } else if let claim = state.target.claim, claim.blocks(state.seat, at: now) {
      line = line.adding(Words.composerRefusal(.claimed(claim), now: now), .warning)
    } else if state.isStale {
      line = line.adding(Words.composerStale, .warning)
    } else if let left = state.claim.ending(now: now) {
      line = line.adding(Words.claimEnding(left), .warning)
    } else if state.claim.hasLapsed {
      line = line.adding(Words.claimLapsed, .warning)
    } else {
      line = line.adding(Words.composerDraft(isDirty: state.isDirty), .muted)
    }
    line.draw(into: &buffer, at: area.origin, width: area.columns, theme: theme)
  }
}
