import DeskCore
import TerminalUI

/// Where everything is, computed from the size, the focus and what is open; pure.
struct ScreenLayout: Equatable {
  /// The shape of the screen.
  enum Shape: Equatable { case tooSmall, compact, wide }

  /// The least size in which the desk can be worked.
  static let least = Size(columns: 60, rows: 16)

  let shape: Shape
  private(set) var header = Rect.empty
  /// The line that says what is paused; empty when nothing is.
  private(set) var banner = Rect.empty
  /// The line that says that it is an incident or a crisis; empty below.
  private(set) var levelBanner = Rect.empty
  private(set) var panes: [Pane: Rect] = [:]
  /// The column of `│` between the two halves; empty in the compact shape.
  private(set) var divider = Rect.empty
  /// Where detail, composer and dialogs go.
  private(set) var panel = Rect.empty
  private(set) var body = Rect.empty
  private(set) var status = Rect.empty
  private(set) var footer = Rect.empty
  private let isFiltered: Bool
  private let pause: Pause?
  private let hasCalendar: Bool

  init(_ state: DeskState) {
    isFiltered = !state.filter.isEmpty
    pause = state.pause
    hasCalendar = state.posts.calendar.mode != .list
    let size = state.size
    if size.columns < Self.least.columns || size.rows < Self.least.rows {
      shape = .tooSmall
      return
    }
    shape = size.columns >= 100 && size.rows >= 30 ? .wide : .compact
    var rest = Rect(size)
    (header, rest) = rest.splitTop(shape == .wide ? 2 : 1)
    if state.status.level >= .incident { (levelBanner, rest) = rest.splitTop(1) }
    if state.pause != nil { (banner, rest) = rest.splitTop(1) }
    (rest, footer) = rest.splitBottom(1)
    (body, status) = rest.splitBottom(1)
    switch shape {
    case .wide: layWide(state)
    case .compact: layCompact(state)
    case .tooSmall: break
    }
  }

  private mutating func layWide(_ state: DeskState) {
    if state.isZoomed {
      panes[state.focus] = body
      panel = body.splitRight(body.columns / 2).right
      return
    }
    let (left, rest) = body.splitLeft(body.columns * 3 / 5)
    let (line, right) = rest.splitLeft(1)
    divider = line
    panes[.stream] = left
    let (graph, below) = right.splitTop(min(10, max(8, right.rows / 4)))
    let (queue, posts) = below.splitBottom(min(8, max(6, right.rows / 5)))
    panes[.graph] = graph
    panes[.queue] = queue
    panes[.posts] = posts
    // What is open never hides the list it was opened from.
    panel = state.focus == .stream ? right : left
  }

  private mutating func layCompact(_ state: DeskState) {
    panel = body
    if state.isZoomed {
      panes[state.focus] = body
      return
    }
    let isTall = body.rows >= 18
    let graphRows = state.focus == .graph ? body.rows / 2 : isTall ? 4 : 3
    let (graph, below) = body.splitTop(graphRows)
    let postRows = state.focus == .posts ? max(4, below.rows / 2) : 1
    let (lists, posts) = below.splitBottom(postRows)
    let bigger = max(2, lists.rows * 3 / 5)
    let streamRows = state.focus == .queue ? lists.rows - bigger : bigger
    let (stream, queue) = lists.splitTop(streamRows)
    panes = [.graph: graph, .stream: stream, .queue: queue, .posts: posts]
  }

  /// The place of a pane's rows, without its title line; empty when the pane is not shown.
  func content(of pane: Pane) -> Rect {
    let area = panes[pane] ?? .empty
    let inner = area.splitTop(1).rest
    return pane == .stream && isFiltered ? inner.splitTop(1).rest : inner
  }

  /// How many rows of a list fit.
  func rows(of pane: Pane) -> Int {
    let area = content(of: pane)
    guard pane == .posts else { return area.rows }
    let rows = PostsView.listRows(in: area, pause: pause)
    return hasCalendar ? max(0, rows - 1) : rows
  }

  /// How many lines of text fit into an open panel.
  var panelRows: Int { max(1, panel.rows - 2) }
  /// How many cells a line of an open panel has.
  var panelColumns: Int { max(2, panel.columns - 4) }
}
