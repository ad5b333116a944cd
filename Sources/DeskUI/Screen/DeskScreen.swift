import DeskCore
public import TerminalUI

/// The whole screen: a pure function from state to cells.
public enum DeskScreen {
  /// Draws the state into a frame of the same size.
  public static func render(_ state: DeskState, into buffer: inout CellBuffer, theme: Theme) {
    buffer.clear()
    buffer.fill(buffer.bounds, style: theme[.text])
    let layout = ScreenLayout(state)
    guard layout.shape != .tooSmall else {
      TooSmallView(state: state).render(into: &buffer, theme: theme)
      return
    }
    HeaderView(state: state).render(into: &buffer, in: layout.header, theme: theme)
    LevelBannerView(state: state).render(into: &buffer, in: layout.levelBanner, theme: theme)
    BannerView(state: state).render(into: &buffer, in: layout.banner, theme: theme)
    for pane in Pane.allCases {
      guard let area = layout.panes[pane], !area.isEmpty, !isHidden(area, layout, state) else {
        continue
      }
      PaneTitle(pane: pane, state: state, isAlone: area.rows == 1).render(
        into: &buffer, in: area.line(0), theme: theme)
      draw(pane, state, layout, into: &buffer, theme: theme)
    }
    buffer.vline(
      at: layout.divider.origin, rows: layout.divider.rows, style: theme[.border])
    for layer in state.layers {
      LayerView(layer: layer, state: state, layout: layout).render(into: &buffer, theme: theme)
    }
    StatusView(state: state).render(into: &buffer, in: layout.status, theme: theme)
    FooterView(state: state).render(into: &buffer, in: layout.footer, theme: theme)
  }

  /// Whether an open panel covers a pane wholly, so that it need not be drawn.
  private static func isHidden(_ area: Rect, _ layout: ScreenLayout, _ state: DeskState) -> Bool {
    let isCovering = state.layers.contains {
      switch $0 {
      case .detail, .composer, .help: true
      default: false
      }
    }
    return isCovering && layout.panel.intersection(area) == area
  }

  private static func draw(
    _ pane: Pane, _ state: DeskState, _ layout: ScreenLayout, into buffer: inout CellBuffer,
    theme: Theme
  ) {
    let area = layout.content(of: pane)
    buffer.clipped(to: area) { buffer in
      switch pane {
      case .stream: StreamView(state: state).render(into: &buffer, in: area, theme: theme)
      case .queue: QueueView(state: state).render(into: &buffer, in: area, theme: theme)
      case .graph: GraphPaneView(state: state).render(into: &buffer, in: area, theme: theme)
      case .posts: PostsPaneView(state: state).render(into: &buffer, in: area, theme: theme)
      }
    }
    if pane == .stream, !state.filter.isEmpty, let whole = layout.panes[pane] {
      let line = whole.line(1)
      let words = Words.filterLine(state.filterLine, state.counts, width: line.columns - 1)
      buffer.put(
        words, at: line.origin.moved(columns: 1), style: theme[.warning],
        maxWidth: line.columns - 1)
    }
  }
}
