import DeskCore
import TerminalUI

/// The alerts pane as lines, and where each alert begins.
struct AlertLines {
  private(set) var lines: [StyledLine] = []
  /// The lines of each alert, in the board's order.
  private(set) var ranges: [Range<Int>] = []

  /// Lays a board out in a width of at least 10 cells; `keys` accept the level it proposes.
  init(_ board: AlertBoard, keys: [String] = [], now: Timestamp, zone: DeskZone, width: Int) {
    let width = max(10, width)
    func wrapped(_ text: String, _ role: TerminalUI.Role, _ indent: Int) -> [StyledLine] {
      StyledLine.wrapped(text, role, width: width, indent: indent)
    }
    if let proposal = board.proposal {
      lines += wrapped(Words.proposal(proposal, keys: keys), .warning, 0) + [StyledLine()]
    }
    if board.alerts.isEmpty { lines += wrapped(Words.noAlerts, .muted, 0) }
    let sized = board.alerts.first { !$0.kind.isAboutWaits }?.id
    for alert in board.alerts {
      let start = lines.count
      let role: TerminalUI.Role = alert.state == .open ? .urgent : .text
      lines += wrapped(Words.alertHead(alert, now: now, zone: zone), role, 1)
      lines += wrapped(alert.figures.line, .text, 3)
      if !alert.terms.isEmpty { lines += wrapped(Words.alertTerms(alert.terms), .text, 3) }
      if alert.id == sized, let size = board.size {
        lines += wrapped(Words.alertSize(size), .text, 3)
      }
      lines += wrapped(Words.alertState(alert.state, now: now, zone: zone), .muted, 3)
      ranges.append(start..<lines.count)
    }
  }
}
