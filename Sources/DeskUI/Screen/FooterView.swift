import DeskCore
import TerminalUI

/// What happened last; above the keys.
struct StatusView {
  let state: DeskState

  func render(into buffer: inout CellBuffer, in area: Rect, theme: Theme) {
    buffer.fill(area, style: theme[.text])
    if case .prompt(let prompt) = state.layers.last {
      return PromptView(prompt: prompt, state: state)
        .render(into: &buffer, in: area, theme: theme)
    }
    if let problem = state.layers.last?.problem, !problem.isEmpty {
      buffer.put(
        problem, at: area.origin.moved(columns: 1), style: theme[.error],
        maxWidth: area.columns - 2)
      return
    }
    var text = state.line.text
    var style = theme[.text]
    switch state.line.tone {
    case .plain: break
    case .done: style = theme[.ok]
    case .warning: style = theme[.warning]
    case .refused: style = theme[.error]
    }
    if text.isEmpty { (text, style) = (standing, theme[.muted]) }
    buffer.put(
      text, at: area.origin.moved(columns: 1), style: style, maxWidth: area.columns - 2)
  }

  /// What is said while nothing has just happened.
  private var standing: String {
    if let item = state.counting.last {
      return Words.countdown(item, left: item.dueAt.since(state.now))
    }
    if let pause = state.pause, pause.reason.isEmpty, state.now.since(pause.at) > .minutes(2) {
      return Words.reasonMissing
    }
    if !state.status.tellProblem.isEmpty { return Words.tellProblem(state.status.tellProblem) }
    let missed = state.posts.count(.missed)
    if missed > 0, state.pause == nil { return Words.missed(missed) }
    if state.layers.isEmpty, let proposal = state.board.proposal {
      return Words.proposal(proposal, keys: state.keymap.keys(for: .acceptLevel).map(Words.key))
    }
    return state.isDemo ? Words.demoExplained : ""
  }
}

/// The keys that matter now; never cut silently, always with the way to all of them.
struct FooterView {
  let state: DeskState

  func render(into buffer: inout CellBuffer, in area: Rect, theme: Theme) {
    buffer.fill(area, style: theme[.text])
    let hints = Footer.hints(for: state)
    let more = Footer.more(state)
    let room = area.columns - 1 - width(more)
    var column = area.column + 1
    for hint in hints where column - area.column + width(hint) + 2 <= room {
      draw(hint, &column, area.row, into: &buffer, theme: theme)
    }
    draw(more, &column, area.row, into: &buffer, theme: theme)
  }

  private func width(_ hint: Footer.Hint) -> Int {
    TextWidth.cells(of: hint.key) + 1 + TextWidth.cells(of: hint.label)
  }

  private func draw(
    _ hint: Footer.Hint, _ column: inout Int, _ row: Int, into buffer: inout CellBuffer,
    theme: Theme
  ) {
    column += buffer.put(hint.key, at: Point(column: column, row: row), style: theme[.key])
    column += 1
    column += buffer.put(hint.label, at: Point(column: column, row: row), style: theme[.keyLabel])
    column += 2
  }
}

/// Which keys the last line names.
enum Footer {
  struct Hint: Equatable {
    let key: String
    let label: String
  }

  /// The hints for what is on top, most needed first.
  static func hints(for state: DeskState) -> [Hint] {
    switch state.layers.last {
    case .none:
      var verbs = paneVerbs(state)
      if state.board.proposal != nil { verbs.insert(.acceptLevel, at: 1) }
      return verbs.compactMap { hint($0, state) }
    case .detail:
      let verbs: [Verb] = [.pause, .back, .reply, .claim, .noAction, .troll, .why, .undo]
      return verbs.compactMap { hint($0, state) }
    case .some(let layer):
      return Words.layerKeys(layer).map { Hint(key: $0.0, label: $0.1) }
    }
  }

  static func more(_ state: DeskState) -> Hint {
    if state.takesText || state.takesKeys { return Hint(key: "F8", label: Words.label(.pause)) }
    return hint(.help, state) ?? Hint(key: "?", label: Words.label(.help))
  }

  private static func paneVerbs(_ state: DeskState) -> [Verb] {
    switch state.focus {
    case .stream: [.pause, .open, .reply, .noAction, .claim, .follow, .search, .undo]
    case .queue: [.pause, .open, .reply, .noAction, .claim, .snooze, .why, .undo]
    case .graph: [.pause, .earlier, .later, .open, .finer, .wider, .back]
    case .posts:
      state.pause == nil
        ? (state.isAwaitingSelected
          ? [.pause, .open, .approve, .editText, .sendBack]
          : [.pause, .open, .post, .drop, .calendar, .unsend, .zoom])
        : [.resume, .open, .post, .drop, .pause, .unsend]
    }
  }

  private static func hint(_ verb: Verb, _ state: DeskState) -> Hint? {
    guard let key = state.keymap.keys(for: verb).first else { return nil }
    return Hint(key: Words.key(key), label: Words.label(verb))
  }
}
