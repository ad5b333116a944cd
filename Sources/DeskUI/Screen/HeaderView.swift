import DeskCore
import TerminalUI

/// The top lines: level, whether publishing is live, what waits, and how each source is doing.
struct HeaderView {
  let state: DeskState

  func render(into buffer: inout CellBuffer, in area: Rect, theme: Theme) {
    let base = theme[.header]
    let isWide = area.rows > 1
    buffer.fill(area, style: base)
    var line = PieceLine(area: area.line(0), base: base)
    line.addRight(Words.clock(state.zone.civil(state.now)), base, into: &buffer)
    if state.isDemo { line.add(Words.demo(short: !isWide), theme[.headerAlert], into: &buffer) }
    line.add(Words.level(state.status.level, short: !isWide), levelStyle(theme), into: &buffer)
    if let proposal = state.board.proposal {
      line.add(Words.proposed(proposal.level), theme[.headerAlert], into: &buffer)
    }
    line.add(
      Words.publishing(pause: state.pause, short: !isWide),
      state.pause == nil ? base : theme[.headerAlert], into: &buffer)
    if let count = state.status.overrides {
      line.add(Words.overrides(count, short: !isWide), theme[.headerAlert], into: &buffer)
    }
    let mine = (state.posts.board.outbox + state.posts.board.posts).count { state.isMine($0) }
    if mine > 0 {
      let key = state.keymap.keys(for: .approvals).first.map { Words.key($0) } ?? ""
      line.add(Words.waitingForYou(mine, key: key), base.adding(.bold), into: &buffer)
    }
    if state.isReminding {
      line.add(Words.reminder(short: !isWide), theme[.headerAlert], into: &buffer)
    }
    if state.status.alerts > 0 {
      line.add(Words.alertCount(state.status.alerts), theme[.headerAlert], into: &buffer)
    }
    if !state.status.tellProblem.isEmpty {
      line.add(Words.notTold, theme[.headerAlert], into: &buffer)
    }
    let isShort = !isWide || (state.isDemo && area.columns < 140)
    counts(&line, short: isShort, theme, into: &buffer)
    guard isWide else { return }
    var second = PieceLine(area: area.line(1), base: base)
    sources(&second, theme, into: &buffer)
  }

  /// The numbers, most needed first: what has no room is left out whole.
  private func counts(
    _ line: inout PieceLine, short: Bool, _ theme: Theme, into buffer: inout CellBuffer
  ) {
    let status = state.status
    let base = theme[.header]
    let age = state.now.since(status.at)
    if age > .seconds(15) { line.add(Words.stale(age), theme[.headerAlert], into: &buffer) }
    line.add(Words.unanswered(status.open, short: short), base.adding(.bold), into: &buffer)
    let soon = status.dueSoon.value > 0 ? theme[.headerAlert] : base
    line.add(Words.dueSoon(status.dueSoon, short: short), soon, into: &buffer)
    let overdue = status.overdue.value > 0 ? theme[.headerAlert] : base
    line.add(Words.overdue(status.overdue, short: short), overdue, into: &buffer)
    let down = status.sources.filter { !$0.isWell }.map(\.account)
    if !down.isEmpty, line.row == 0, state.size.columns < 100 {
      line.add(Words.sourcesDown(down), theme[.headerAlert], into: &buffer)
    }
    if let oldest = status.oldestSeenAt {
      line.add(Words.oldest(state.now.since(oldest), short: short), base, into: &buffer)
    }
    line.add(Words.outbox(status.outbox, short: short), base, into: &buffer)
  }

  private func sources(
    _ line: inout PieceLine, _ theme: Theme, into buffer: inout CellBuffer
  ) {
    if state.status.sources.isEmpty {
      line.add(Words.noSources, theme[.header], into: &buffer)
    }
    if let percent = state.status.rereadPercent {
      line.add(Words.rereading(percent), theme[.header], into: &buffer)
    }
    for source in state.status.sources {
      let style = source.isWell ? theme[.header] : theme[.headerAlert]
      line.add(Words.source(source, now: state.now), style, into: &buffer)
    }
  }

  private func levelStyle(_ theme: Theme) -> Style {
    switch state.status.level {
    case .calm: theme[.header]
    case .watch: theme[.levelWatch].over(theme[.header])
    case .incident, .crisis: theme[.headerAlert]
    }
  }
}

extension SourceHealth {
  /// Whether mentions come in.
  fileprivate var isWell: Bool { state == .live || state == .polling }
}

/// Puts pieces of text one after the other, two blanks between them, and drops what has no room.
struct PieceLine {
  private var column: Int
  private var end: Int
  let row: Int
  private let base: Style

  init(area: Rect, base: Style) {
    column = area.column
    end = area.endColumn
    row = area.row
    self.base = base
  }

  mutating func add(_ text: String, _ style: Style, into buffer: inout CellBuffer) {
    let padded = " \(text) "
    guard !text.isEmpty, TextWidth.cells(of: padded) <= end - column else { return }
    column += buffer.put(padded, at: Point(column: column, row: row), style: style)
  }

  mutating func addRight(_ text: String, _ style: Style, into buffer: inout CellBuffer) {
    let width = TextWidth.cells(of: text) + 1
    guard end - width > column else { return }
    end -= width
    buffer.put(text, at: Point(column: end, row: row), style: style)
  }
}

/// The line over the whole width that says how serious things are, since when, by whom and why.
struct LevelBannerView {
  let state: DeskState

  func render(into buffer: inout CellBuffer, in area: Rect, theme: Theme) {
    let level = state.status.level
    guard !area.isEmpty else { return }
    buffer.fill(area, style: theme[.banner])
    let text = Words.levelBanner(
      level, state.status.levelChange, rule: state.levels[level], now: state.now,
      zone: state.zone)
    buffer.put(
      text, at: area.origin.moved(columns: 1), style: theme[.banner], maxWidth: area.columns - 2)
  }
}

/// The line over the whole width that says what is paused, since when, by whom and why.
struct BannerView {
  let state: DeskState

  func render(into buffer: inout CellBuffer, in area: Rect, theme: Theme) {
    guard let pause = state.pause, !area.isEmpty else { return }
    buffer.fill(area, style: theme[.banner])
    let text = Words.banner(
      pause, others: state.status.pauses.count - 1, counts: state.pauseCounts, now: state.now)
    buffer.put(
      text, at: area.origin.moved(columns: 1), style: theme[.banner], maxWidth: area.columns - 2)
  }
}
