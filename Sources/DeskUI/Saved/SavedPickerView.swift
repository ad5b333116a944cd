import DeskCore
import TerminalUI

/// Draws the search: the letters typed, the replies that fit, and the text of the chosen one.
enum SavedPickerView {
  static func render(
    _ picker: SavedPicker, level: Level, now: Timestamp, zone: DeskZone,
    into buffer: inout CellBuffer, in area: Rect, theme: Theme
  ) {
    let (top, rest) = area.splitTop(1)
    let used = buffer.put(Words.savedSearch, at: top.origin, style: theme[.muted])
    let layout = picker.field.layout(width: max(2, top.columns - used))
    buffer.put(
      layout.lines.first ?? "", at: top.origin.moved(columns: used), style: theme[.input])
    buffer.cursor = top.origin.moved(columns: used + layout.cursor.column)
    buffer.showsCursor = true
    let hits = picker.hits(level: level, now: now)
    guard !hits.isEmpty else {
      draw(Words.savedNone(picker), into: &buffer, in: rest, theme: theme)
      return
    }
    let (list, preview) = rest.splitTop(min(hits.count, max(1, rest.rows * 2 / 5)))
    let first = max(0, min(picker.selected - list.rows / 2, hits.count - list.rows))
    for (row, hit) in hits.dropFirst(first).prefix(list.rows).enumerated() {
      let line = list.line(row)
      let isSelected = first + row == picker.selected
      buffer.put(isSelected ? "▸" : " ", at: line.origin, style: theme[.marked])
      let style = theme[hit.refusal == nil ? .text : .muted]
      let note = hit.refusal.map { "  " + Words.savedRefusal($0, now: now, zone: zone) } ?? ""
      buffer.put(
        hit.reply.title + note, at: line.origin.moved(columns: 2), style: style,
        maxWidth: line.columns - 2)
      if isSelected { buffer.restyle(line) { theme[.selection].over($0) } }
    }
    guard hits.indices.contains(picker.selected), preview.rows > 1 else { return }
    drawPreview(hits[picker.selected], picker, into: &buffer, in: preview, theme: theme)
  }

  private static func drawPreview(
    _ hit: SavedReplySearch.Hit, _ picker: SavedPicker, into buffer: inout CellBuffer,
    in area: Rect, theme: Theme
  ) {
    buffer.hline(at: area.origin, columns: area.columns, style: theme[.border])
    let (_, rest) = area.splitTop(1)
    let filled = picker.text(of: hit)
    var lines = TextWidth.wrap(filled.text, to: rest.columns).map { StyledLine($0, .text) }
    if !filled.unfilled.isEmpty {
      lines.append(StyledLine(Words.unfilled(filled.unfilled), .warning))
    }
    lines.append(StyledLine(Words.savedKeeper(hit.reply), .muted))
    for (row, line) in lines.prefix(rest.rows).enumerated() {
      line.draw(into: &buffer, at: rest.line(row).origin, width: rest.columns, theme: theme)
    }
  }

  private static func draw(
    _ lines: [String], into buffer: inout CellBuffer, in area: Rect, theme: Theme
  ) {
    let wrapped = lines.flatMap { TextWidth.wrap($0, to: area.columns) }
    for (row, line) in wrapped.prefix(area.rows).enumerated() {
      buffer.put(line, at: area.line(row).origin, style: theme[.muted])
    }
  }
}
