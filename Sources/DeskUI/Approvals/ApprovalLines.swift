import DeskCore
import TerminalUI

/// The approvers' pane as lines, and where each entry begins.
struct ApprovalLines {
  private(set) var lines: [StyledLine] = []
  /// The lines of each entry, in their order.
  private(set) var ranges: [Range<Int>] = []

  /// Lays entries out in a width of at least 10 cells; nil while they are read.
  init(_ entries: [WaitingApproval]?, state: DeskState, width: Int) {
    let width = max(10, width)
    guard let entries, !entries.isEmpty else {
      lines = [StyledLine(entries == nil ? Words.reading : Words.noApprovals, .muted)]
      return
    }
    for entry in entries {
      let start = lines.count
      lines += Self.lines(of: entry, state: state).flatMap { line, role, indent in
        StyledLine.wrapped(line, role, width: width, indent: indent)
      }
      ranges.append(start..<lines.count)
      lines.append(StyledLine())
    }
  }

  private typealias Line = (text: String, role: TerminalUI.Role, indent: Int)

  private static func lines(of entry: WaitingApproval, state: DeskState) -> [Line] {
    let item = entry.item
    let (expiry, isUrgent) = Words.expiry(item, now: state.now)
    var lines: [Line] = [
      (Words.waitingHead(item, now: state.now), .author, 1),
      (expiry, isUrgent ? .urgent : .text, 3),
    ]
    if let mention = entry.mention {
      lines.append(("> " + SafeText.line(mention.incoming.text), .muted, 3))
    }
    lines.append((item.content.text, .text, 3))
    if let leader = item.decided.after {
      let message = state.posts.board.outbox.first { $0.id == leader }
      lines.append((Words.follows(leader, message?.content.text), .muted, 3))
    }
    if !item.detail.isEmpty { lines.append((SafeText.line(item.detail), .warning, 3)) }
    for remark in state.remarks(on: entry) { lines.append(("! " + remark, .warning, 3)) }
    lines += Words.diffLines(item, now: state.now, zone: state.zone).map { ($0, .own, 3) }
    if !item.approvers.isEmpty { lines.append((Words.approversSoFar(item), .text, 3)) }
    return lines
  }
}

extension DeskState {
  /// What the lint says of a text that somebody else is asked about.
  func remarks(on entry: WaitingApproval) -> [String] {
    guard let mention = entry.mention else { return [] }
    let content = entry.item.content
    let found = lint.findings(
      in: content.text, to: mention, isPublic: content.visibility != .direct,
      ruler: account(of: mention).ruler)
    return Words.lintLines(LintRemark.remarks(on: found, in: content.text))
  }
}
