import DeskCore
import TerminalUI

extension DeskState {
  /// Moves in the focused list, the graph, or the text on top.
  mutating func move(_ verb: Verb) -> [Effect] {
    if !layers.isEmpty {
      if case .detail = layers.last, verb == .earlier || verb == .later {
        return leaf(verb == .later ? .down : .up)
      }
      scrollTop(verb)
      return []
    }
    switch focus {
    case .stream:
      if verb == .newest { return goToNewest() }
      Self.move(&stream, verb)
      if verb == .first, stream.waiting.isEmpty, !stream.isFrozen {
        stream.window.setFollowing(true)
      }
      return askForMore()
    case .queue:
      if verb == .first { forgetStruck() }
      Self.move(&queue, verb)
      return askForMore()
    case .posts:
      movePosts(verb)
      return []
    case .graph: return moveGraph(verb)
    }
  }

  /// Opens the mention before or after the one that is open.
  private mutating func leaf(_ verb: Verb) -> [Effect] {
    switch focus {
    case .stream: Self.move(&stream, verb)
    case .queue: Self.move(&queue, verb)
    case .graph, .posts: return []
    }
    guard let selected = focusedList?.selected else { return [] }
    return openDetail(selected.id) + askForMore()
  }

  private static func move(_ list: inout MentionList, _ verb: Verb) {
    move(&list.window, verb, in: list.ids, rows: list.rows)
  }

  static func move<ID: Hashable & Sendable>(
    _ window: inout ListWindow<ID>, _ verb: Verb, in ids: some RandomAccessCollection<ID>,
    rows: Int
  ) {
    switch verb {
    case .down: window.move(by: 1, in: ids, rows: rows)
    case .up: window.move(by: -1, in: ids, rows: rows)
    case .halfDown: window.page(by: 1, half: true, in: ids, rows: rows)
    case .halfUp: window.page(by: -1, half: true, in: ids, rows: rows)
    case .pageDown: window.page(by: 1, in: ids, rows: rows)
    case .pageUp: window.page(by: -1, in: ids, rows: rows)
    case .first: window.selectFirst(in: ids, rows: rows)
    case .last, .newest: window.selectLast(in: ids, rows: rows)
    default: break
    }
  }

  /// Lets the counted mentions in, goes to the newest one and follows from there.
  private mutating func goToNewest() -> [Effect] {
    stream.isFrozen = false
    let isWhole = !stream.waitingIsCapped
    let waiting = stream.waiting
    stream.waiting = []
    stream.waitingIsCapped = false
    if isWhole { stream.prepend(waiting) }
    stream.window.selectFirst(in: stream.ids, rows: stream.rows, following: true)
    return ask(newestStream)
  }

  private mutating func moveGraph(_ verb: Verb) -> [Effect] {
    switch verb {
    case .earlier, .up: graph.state.moveCursor(by: -1, now: now, zone: zone)
    case .later, .down: graph.state.moveCursor(by: 1, now: now, zone: zone)
    case .halfUp, .pageUp: graph.state.moveCursor(by: -10, now: now, zone: zone)
    case .halfDown, .pageDown: graph.state.moveCursor(by: 10, now: now, zone: zone)
    case .finer: graph.state.zoomIn(now: now, zone: zone)
    case .wider: graph.state.zoomOut(now: now, zone: zone)
    case .newest, .last: graph.state.release()
    default: break
    }
    return askForMood()
  }

  private mutating func scrollTop(_ verb: Verb) {
    let rows = ScreenLayout(self).panelRows
    let content = LayerText.height(of: layers.last, state: self)
    changeTop { layer in
      switch layer {
      case .detail(var detail):
        Self.scroll(&detail.scroll, verb, content: content, rows: rows)
        layer = .detail(detail)
      case .notice(var notice):
        Self.scroll(&notice.scroll, verb, content: content, rows: rows)
        layer = .notice(notice)
      case .receipt(let receipt, var scroll):
        Self.scroll(&scroll, verb, content: content, rows: rows)
        layer = .receipt(receipt, scroll)
      case .help(var help):
        Self.scroll(&help.scroll, verb, content: content, rows: rows)
        layer = .help(help)
      default: break
      }
    }
  }

  static func scroll(_ scroll: inout Scroll, _ verb: Verb, content: Int, rows: Int) {
    switch verb {
    case .down: scroll.move(by: 1, content: content, rows: rows)
    case .up: scroll.move(by: -1, content: content, rows: rows)
    case .halfDown: scroll.move(by: rows / 2, content: content, rows: rows)
    case .halfUp: scroll.move(by: -rows / 2, content: content, rows: rows)
    case .pageDown: scroll.page(by: 1, content: content, rows: rows)
    case .pageUp: scroll.page(by: -1, content: content, rows: rows)
    case .first: scroll.move(by: -content, content: content, rows: rows)
    case .last, .newest: scroll.move(by: content, content: content, rows: rows)
    default: break
    }
  }
}
