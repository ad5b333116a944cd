import DeskCore
import TerminalUI

/// Draws what lies on top of the panes.
struct LayerView {
  let layer: Layer
  let state: DeskState
  let layout: ScreenLayout

  func render(into buffer: inout CellBuffer, theme: Theme) {
    switch layer {
    case .detail(let detail): drawDetail(detail, into: &buffer, theme: theme)
    case .composer(let composer, _):
      let area = frame(layout.panel, Words.composerTitle, into: &buffer, theme: theme)
      ComposerView.render(composer, now: state.now, into: &buffer, in: area, theme: theme)
    case .saved(let picker, _):
      let area = frame(layout.panel, Words.savedTitle, into: &buffer, theme: theme)
      SavedPickerView.render(
        picker, level: state.status.level, now: state.now, zone: state.zone, into: &buffer,
        in: area, theme: theme)
    case .editor(let editor, _):
      let area = frame(layout.panel, Words.editorTitle, into: &buffer, theme: theme)
      PostEditorView.render(
        editor, pause: state.pause, now: state.now, into: &buffer, in: area, theme: theme)
    case .resume(let review, _):
      let area = frame(
        dialog(rows: layout.body.rows), Words.resumeDialog, into: &buffer, theme: theme)
      ResumeReviewView.render(review, now: state.now, into: &buffer, in: area, theme: theme)
    case .receipt(let receipt, let scroll):
      let area = frame(layout.panel, Words.receiptTitle, into: &buffer, theme: theme)
      let model = state.receiptModel(receipt)
      let count = PauseReceiptView.render(
        model, scroll: scroll, into: &buffer, in: area, theme: theme)
      let visible = scroll.visible(content: count, rows: area.rows)
      more(visible, of: count, layout.panel, into: &buffer, theme: theme)
    case .alerts(let selected): drawAlerts(selected, into: &buffer, theme: theme)
    case .approvals(let selected): drawApprovals(selected, into: &buffer, theme: theme)
    case .notice(let notice): drawNotice(notice, into: &buffer, theme: theme)
    case .help(let help): drawHelp(help, into: &buffer, theme: theme)
    case .menu(let menu):
      let lines = MenuText.lines(menu, state: state)
      let box = dialog(rows: lines.count + 2)
      let area = frame(box, Words.menuTitle(menu.kind), into: &buffer, theme: theme)
      MenuText.draw(lines, menu, into: &buffer, in: area, theme: theme)
    case .prompt(let prompt):
      if case .count(_, let group) = prompt.kind {
        BulkPreview(ids: state.mentions(of: group), count: group.count, state: state)
          .render(into: &buffer, above: layout.body, theme: theme)
      } else {
        drawCandidates(prompt, into: &buffer, theme: theme)
      }
    }
  }

  private func dialog(rows: Int) -> Rect {
    layout.body.centered(columns: min(layout.body.columns - 2, 90), rows: rows)
  }

  /// Draws a frame with a cleared inside and gives the inside back.
  private func frame(
    _ box: Rect, _ title: String, into buffer: inout CellBuffer, theme: Theme
  ) -> Rect {
    buffer.fill(box, style: theme[.text])
    buffer.box(box, title: title, style: theme[.borderFocused], titleStyle: theme[.title])
    return box.inset(columns: 2, rows: 1)
  }

  private func drawDetail(
    _ detail: DetailLayer, into buffer: inout CellBuffer, theme: Theme
  ) {
    let title = Words.detailTitle(detail.mention)
    let area = frame(layout.panel, title, into: &buffer, theme: theme)
    guard let model = state.detailModel(detail) else {
      buffer.put(Words.reading, at: area.origin, style: theme[.muted])
      return
    }
    DetailView.render(model, scroll: detail.scroll, into: &buffer, in: area, theme: theme)
  }

  private func drawAlerts(
    _ selected: AlertID?, into buffer: inout CellBuffer, theme: Theme
  ) {
    let text = frame(layout.body, Words.alertsTitle, into: &buffer, theme: theme)
    let board = state.board
    let keys = state.keymap.keys(for: .acceptLevel).map { Words.key($0) }
    let page = AlertLines(
      board, keys: keys, now: state.now, zone: state.zone, width: text.columns)
    let index = board.alerts.firstIndex { $0.id == selected } ?? 0
    let shown = page.ranges.indices.contains(index) ? page.ranges[index] : 0..<0
    draw(page.lines, selected: shown, into: &buffer, in: text, theme: theme)
  }

  private func drawApprovals(
    _ selected: OutgoingID?, into buffer: inout CellBuffer, theme: Theme
  ) {
    let text = frame(layout.body, Words.approvalsTitle, into: &buffer, theme: theme)
    let entries = state.awaitingMe
    let page = ApprovalLines(entries, state: state, width: text.columns)
    let index = entries?.firstIndex { $0.item.id == selected } ?? 0
    let shown = page.ranges.indices.contains(index) ? page.ranges[index] : 0..<0
    draw(page.lines, selected: shown, into: &buffer, in: text, theme: theme)
  }

  /// The whole selected entry is in view, and the page moves no further than it must.
  private func draw(
    _ lines: [StyledLine], selected shown: Range<Int>, into buffer: inout CellBuffer,
    in text: Rect, theme: Theme
  ) {
    let offset = max(0, min(shown.lowerBound, shown.upperBound - text.rows))
    for (row, line) in lines.dropFirst(offset).prefix(text.rows).enumerated() {
      let place = text.line(row).origin
      line.draw(into: &buffer, at: place, width: text.columns, theme: theme)
      if offset + row == shown.lowerBound, !shown.isEmpty {
        buffer.put("▸", at: place, style: theme[.selection])
        buffer.cursor = place
      }
    }
    let visible = offset..<min(lines.count, offset + text.rows)
    more(visible, of: lines.count, layout.body, into: &buffer, theme: theme)
  }

  private func drawNotice(_ notice: Notice, into buffer: inout CellBuffer, theme: Theme) {
    let lines = LayerText.lines(of: notice, width: layout.panelColumns)
    let panel = layout.panel
    let box = panel.centered(columns: panel.columns, rows: min(panel.rows, lines.count + 2))
    let area = frame(box, notice.title, into: &buffer, theme: theme)
    let visible = notice.scroll.visible(content: lines.count, rows: area.rows)
    for (row, index) in visible.enumerated() {
      buffer.put(
        lines[index], at: area.line(row).origin, style: theme[.text], maxWidth: area.columns)
    }
    more(visible, of: lines.count, box, into: &buffer, theme: theme)
  }

  private func drawHelp(_ help: HelpLayer, into buffer: inout CellBuffer, theme: Theme) {
    let box = layout.body
    let area = frame(box, Words.helpTitle, into: &buffer, theme: theme)
    let (top, rest) = area.splitTop(1)
    let field = help.filter.layout(width: max(2, top.columns - 12))
    let used = buffer.put(Words.helpFilter, at: top.origin, style: theme[.muted])
    let text = field.lines.first ?? ""
    buffer.put(text, at: top.origin.moved(columns: used), style: theme[.input])
    buffer.cursor = top.origin.moved(columns: used + field.cursor.column)
    buffer.showsCursor = true
    let lines = Help.lines(state, filter: help.filter.text)
    let visible = help.scroll.visible(content: lines.count, rows: rest.rows)
    for (row, index) in visible.enumerated() {
      draw(lines[index], into: &buffer, in: rest.line(row), theme: theme)
    }
    more(visible, of: lines.count, box, into: &buffer, theme: theme)
  }

  private func draw(
    _ line: Help.Line, into buffer: inout CellBuffer, in area: Rect, theme: Theme
  ) {
    if line.isHeading {
      buffer.put(line.words, at: area.origin, style: theme[.title], maxWidth: area.columns)
      return
    }
    let start = area.origin
    buffer.put(line.keys, at: start.moved(columns: 1), style: theme[.key], maxWidth: 11)
    buffer.put(line.name, at: start.moved(columns: 13), style: theme[.muted], maxWidth: 15)
    buffer.put(
      line.words, at: start.moved(columns: 29), style: theme[.text],
      maxWidth: area.columns - 29)
  }

  private func more(
    _ visible: Range<Int>, of count: Int, _ box: Rect, into buffer: inout CellBuffer,
    theme: Theme
  ) {
    guard visible.count < count else { return }
    let words = Words.linesShown(visible, of: count)
    let width = TextWidth.cells(of: words)
    let place = Point(column: box.endColumn - width - 2, row: box.endRow - 1)
    buffer.put(words, at: place, style: theme[.warning])
  }

  /// The acts that a half-typed name could mean, each with its key.
  private func drawCandidates(
    _ prompt: Prompt, into buffer: inout CellBuffer, theme: Theme
  ) {
    guard prompt.kind == .command else { return }
    let candidates = state.candidates(for: prompt)
    let (_, box) = layout.body.splitBottom(min(8, candidates.count, layout.body.rows))
    buffer.fill(box, style: theme[.text])
    let first = max(0, min((prompt.candidate ?? 0) - box.rows / 2, candidates.count - box.rows))
    for (row, name) in candidates.dropFirst(first).prefix(box.rows).enumerated() {
      let line = box.line(row)
      let verb = Verb(rawValue: name)
      let key =
        verb.map { state.keymap.keys(for: $0).map { Words.key($0) }.joined(separator: " ") } ?? ""
      buffer.put(":" + name, at: line.origin.moved(columns: 1), style: theme[.text], maxWidth: 18)
      buffer.put(key, at: line.origin.moved(columns: 20), style: theme[.key], maxWidth: 11)
      let words = verb.map { Words.help($0) } ?? ""
      buffer.put(
        words, at: line.origin.moved(columns: 32), style: theme[.muted],
        maxWidth: line.columns - 33)
      if prompt.candidate == first + row { buffer.restyle(line) { theme[.selection].over($0) } }
    }
  }
}

/// A menu's lines.
enum MenuText {
  static func lines(_ menu: Menu, state: DeskState) -> [String] {
    switch menu.kind {
    case .level:
      Level.allCases.map {
        Words.levelChoice($0, current: state.status.level, rule: state.levels[$0])
      }
    case .snooze(let ids):
      SnoozePreset.all(now: state.now, zone: state.zone).map {
        Words.snoozeChoice($0, count: ids.count, now: state.now, zone: state.zone)
      }
    case .quit:
      Words.quitQuestion(state.posts.board.outbox.filter { !$0.state.isFinal }.count)
    case .leave:
      Words.leaveQuestion(state.counting, leaving: state.leaving, now: state.now)
    case .macros: state.macros.map { Words.macroChoice($0) }
    case .runMacro(let macro):
      Words.rehearsal(
        state.rehearsal(of: macro), on: max(1, state.acting.count), name: macro.name)
    case .steal(let id): Words.stealQuestion(state.known(id)?.claim, now: state.now)
    }
  }

  static func draw(
    _ lines: [String], _ menu: Menu, into buffer: inout CellBuffer, in area: Rect, theme: Theme
  ) {
    for (row, line) in lines.enumerated() {
      let place = area.line(row)
      guard menu.isChoice else {
        buffer.put(line, at: place.origin, style: theme[.text], maxWidth: area.columns)
        continue
      }
      buffer.put("\(row + 1)", at: place.origin, style: theme[.key])
      buffer.put(
        line, at: place.origin.moved(columns: 2), style: theme[.text], maxWidth: area.columns - 2)
      guard row == menu.selected else { continue }
      buffer.restyle(place) { theme[.selection].over($0) }
      buffer.cursor = place.origin
    }
  }
}

extension Menu {
  /// Whether it offers a list; else it asks a question with yes and no.
  var isChoice: Bool {
    switch kind {
    case .level, .snooze, .macros: true
    case .quit, .leave, .steal, .runMacro: false
    }
  }

  /// Whether it shows what a macro would do.
  var isMacro: Bool { if case .runMacro = kind { true } else { false } }
}
