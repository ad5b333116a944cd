import DeskCore
import TerminalUI

/// Draws the posts pane: the switch in words, then a row for each post with its exact state.
enum PostsView {
  /// The rows that are left for posts, which `ListWindow` needs.
  static func listRows(in area: Rect, pause: Pause?) -> Int {
    max(0, area.rows - headRows(in: area, pause: pause) - footRows(in: area))
  }

  /// Draws in any area; the switch is the last thing to go.
  static func render(
    _ model: PostsModel, into buffer: inout CellBuffer, in area: Rect, theme: Theme
  ) {
    guard area.columns > 0, area.rows > 0 else { return }
    buffer.clipped(to: area) { buffer in
      let (head, rest) = area.splitTop(headRows(in: area, pause: model.pause))
      let (list, foot) = rest.splitBottom(footRows(in: area))
      drawSwitch(model, into: &buffer, in: head, theme: theme)
      if model.rows.isEmpty {
        buffer.put(
          Words.noPosts, at: list.origin, style: theme[.muted], maxWidth: list.columns)
      }
      for (index, row) in model.rows.dropFirst(max(0, model.offset)).prefix(list.rows).enumerated()
      {
        let place = Rect(column: list.column, row: list.row + index, columns: list.columns, rows: 1)
        draw(row, model: model, into: &buffer, in: place, theme: theme)
      }
      if foot.rows > 0, let row = model.rows.first(where: { $0.id == model.selection }) {
        buffer.put(
          Words.postExplanation(row), at: foot.origin, style: theme[.muted], maxWidth: foot.columns)
      }
    }
  }

  /// The last row says what the selected post's state means, where there is room for it.
  private static func footRows(in area: Rect) -> Int { area.rows >= 7 ? 1 : 0 }

  private static func headRows(in area: Rect, pause: Pause?) -> Int {
    guard pause != nil else { return min(1, area.rows) }
    return area.rows >= 4 ? 2 : min(1, area.rows)
  }

  private static func drawSwitch(
    _ model: PostsModel, into buffer: inout CellBuffer, in area: Rect, theme: Theme
  ) {
    guard area.rows > 0 else { return }
    let role: TerminalUI.Role = model.pause == nil ? .ok : .banner
    let words = Words.publishing(pause: model.pause, now: model.now, zone: model.zone)
    let effect = Words.pauseEffect(model)
    buffer.put(
      effect.isEmpty ? words : "\(words)  \(effect)", at: area.origin, style: theme[role],
      maxWidth: area.columns)
    guard let pause = model.pause, area.rows > 1 else { return }
    let reason = pause.reason.isEmpty ? Words.noReason : SafeText.line(pause.reason)
    buffer.put(
      "\(reason) – \(Words.pauseScope(pause.scope))", at: area.origin.moved(rows: 1),
      style: theme[.muted], maxWidth: area.columns)
  }

  private static func draw(
    _ row: PostRow, model: PostsModel, into buffer: inout CellBuffer, in area: Rect, theme: Theme
  ) {
    let (state, role) = stateWord(row)
    let due = ClockText.moment(row.dueAt, now: model.now, zone: model.zone)
    let timeWidth = model.rows.contains { !isToday($0, model) } ? 11 : 5
    var point = area.origin
    // Each field has a column of its own, so that text of uncertain width moves nothing.
    func field(_ text: String, width: Int, _ role: TerminalUI.Role) {
      let room = min(width, area.endColumn - point.column)
      if room > 0 { buffer.put(text, at: point, style: theme[role], maxWidth: room) }
      point = point.moved(columns: width + 1)
    }
    field(due, width: timeWidth, isPassed(row, model) ? .urgent : .timestamp)
    let stateWidth = model.rows.map { TextWidth.cells(of: stateWord($0).text) }.max() ?? 0
    field(state, width: area.columns >= 60 ? 10 : stateWidth, role)
    if area.columns >= 60 {
      field(number(row), width: 5, .muted)
      field(row.account.rawValue, width: 10, .author)
    }
    field(row.text, width: max(0, area.endColumn - point.column), .text)
    guard row.id == model.selection else { return }
    let selected = theme[model.isFocused ? .selection : .selectionUnfocused]
    buffer.restyle(area) { selected.over($0) }
    if model.isFocused { buffer.cursor = area.origin }
  }

  private static func number(_ row: PostRow) -> String {
    if case .own(let item) = row { return "#\(item.id)" }
    return "–"
  }

  private static func isToday(_ row: PostRow, _ model: PostsModel) -> Bool {
    model.zone.civil(row.dueAt).dateText == model.zone.civil(model.now).dateText
  }

  private static func isPassed(_ row: PostRow, _ model: PostsModel) -> Bool {
    guard case .own(let item) = row, !item.state.isFinal else { return false }
    return item.dueAt <= model.now
  }

  /// The exact word for where a row stands, and how it looks.
  static func stateWord(_ row: PostRow) -> (text: String, role: TerminalUI.Role) {
    switch row {
    case .own(let item):
      let role: TerminalUI.Role =
        switch item.state {
        case .queued, .sending: .text
        case .sent: .ok
        case .dropped: .struck
        case .held, .awaitingApproval, .approved, .draft: .warning
        case .missed, .refused, .unknown: .error
        }
      return (Words.outgoingState(item.state), role)
    case .native(let post):
      let isHeld = post.hold == .moved || post.hold == .kept
      return (Words.nativeHold(post.hold), isHeld ? .warning : .error)
    }
  }
}
