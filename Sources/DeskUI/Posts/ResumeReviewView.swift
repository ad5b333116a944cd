import DeskCore
import TerminalUI

/// Draws the review that ends a pause.
enum ResumeReviewView {
  /// Draws in any area of at least 40 columns and 8 rows; `notice` is the last refusal.
  static func render(
    _ review: ResumeReview, notice: ResumeReview.Refusal? = nil, now: Timestamp,
    into buffer: inout CellBuffer, in area: Rect, theme: Theme
  ) {
    guard area.columns > 0, area.rows > 0 else { return }
    buffer.clipped(to: area) { buffer in
      let (head, rest) = area.splitTop(area.rows >= 10 ? 2 : 1)
      let (list, foot) = rest.splitBottom(min(4, max(0, rest.rows - 1)))
      let title = Words.resumeTitle(review, now: now)
      buffer.put(title, at: head.origin, style: theme[.banner], maxWidth: head.columns)
      if head.rows > 1 {
        buffer.put(
          Words.resumeKeys, at: head.origin.moved(rows: 1), style: theme[.keyLabel],
          maxWidth: head.columns)
      }
      drawList(review, now: now, into: &buffer, in: list, theme: theme)
      drawFields(review, notice: notice, now: now, into: &buffer, in: foot, theme: theme)
    }
  }

  private static func drawList(
    _ review: ResumeReview, now: Timestamp, into buffer: inout CellBuffer, in area: Rect,
    theme: Theme
  ) {
    let first = min(max(0, review.row - area.rows + 1), max(0, review.items.count - area.rows))
    if review.items.isEmpty {
      buffer.put(Words.resumeNothing, at: area.origin, style: theme[.muted])
    }
    for (index, item) in review.items.enumerated().dropFirst(first).prefix(area.rows) {
      let place = Rect(
        column: area.column, row: area.row + index - first, columns: area.columns, rows: 1)
      let choice = review.choice(for: item, now: now)
      let isSelected = index == review.row && review.part == .posts
      var point = place.origin
      func field(_ text: String, width: Int, _ role: TerminalUI.Role) {
        let room = min(width, place.endColumn - point.column)
        if room > 0 { buffer.put(text, at: point, style: theme[role], maxWidth: room) }
        point = point.moved(columns: width + 1)
      }
      field(isSelected ? ">" : "", width: 1, .key)
      field(
        Words.resumeChoice(choice, now: now, zone: review.zone), width: 14,
        choice == nil ? .error : .ok)
      field(Words.outgoingState(item.state), width: 6, .warning)
      field(
        ClockText.moment(item.dueAt, now: now, zone: review.zone), width: 11,
        review.needsVerdict(item, now: now) ? .urgent : .timestamp)
      field("#\(item.id)", width: 5, .muted)
      field(item.content.text, width: max(0, place.endColumn - point.column), .text)
      if isSelected {
        buffer.restyle(place) { theme[.selection].over($0) }
        buffer.cursor = place.origin
      }
    }
  }

  private static func drawFields(
    _ review: ResumeReview, notice: ResumeReview.Refusal?, now: Timestamp,
    into buffer: inout CellBuffer, in area: Rect, theme: Theme
  ) {
    let fields: [(String, TextField, Bool)] = [
      (Words.resumeReason, review.reason, review.part == .reason),
      (Words.resumeWord, review.typed, review.part == .word),
    ]
    for (row, (name, field, isActive)) in fields.enumerated() where row < area.rows {
      let isOn = isActive && review.time == nil
      draw(field, name: name, isOn: isOn, row: row, into: &buffer, in: area, theme: theme)
    }
    if area.rows > 2, let time = review.time {
      draw(time, name: Words.resumeTime, isOn: true, row: 2, into: &buffer, in: area, theme: theme)
    }
    guard area.rows > 3 else { return }
    let point = area.origin.moved(rows: area.rows - 1)
    if let refusal = notice ?? review.refusal(now: now) {
      let words = Words.resumeRefusal(refusal, zone: review.zone)
      buffer.put(words, at: point, style: theme[.warning], maxWidth: area.columns)
    } else {
      buffer.put(Words.resumeReady, at: point, style: theme[.ok], maxWidth: area.columns)
    }
  }

  private static func draw(
    _ field: TextField, name: String, isOn: Bool, row: Int, into buffer: inout CellBuffer,
    in area: Rect, theme: Theme
  ) {
    FieldRow(name: name, field: field, isOn: isOn).draw(
      into: &buffer, at: area.origin.moved(rows: row), width: area.columns, theme: theme)
  }
}
