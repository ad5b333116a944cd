import DeskCore
import TerminalUI

/// Draws the receipt of a pause: when the gate closed, and what is known of everything near it.
enum PauseReceiptView {
  /// The receipt in lines.
  static func lines(_ model: PauseReceiptModel, width: Int) -> [StyledLine] {
    let receipt = model.receipt
    var lines: [StyledLine] = []
    func add(_ text: String, _ role: TerminalUI.Role = .text, indent: Int = 0) {
      lines += StyledLine.wrapped(text, role, width: width, indent: indent)
    }
    add(Words.receiptClosed(model), .banner)
    add(Words.receiptReason(receipt.pause), receipt.pause.reason.isEmpty ? .warning : .text)
    let leaked = model.admittedSince
    add(Words.receiptSince(leaked.map(\.id)), leaked.isEmpty ? .ok : .error)
    add(Words.receiptInFlight(receipt.inFlight.count), .title)
    for id in receipt.inFlight { add(Words.receiptItem(id, model), indent: 2) }
    add(Words.receiptHeld(receipt.held.count), .title)
    for id in receipt.held { add(Words.receiptItem(id, model), indent: 2) }
    add(Words.receiptNative(model.native.count), .title)
    for post in model.native.sorted(by: { $0.dueAt < $1.dueAt }) {
      add(Words.receiptNativePost(post, model), post.isHeld ? .text : .error, indent: 2)
    }
    for account in receipt.outOfReach { add(Words.receiptOutOfReach(account), .warning) }
    for pause in receipt.others { add(Words.receiptOther(pause), .warning) }
    return lines
  }

  /// Draws from a scroll position on and returns how many lines there are.
  @discardableResult
  static func render(
    _ model: PauseReceiptModel, scroll: Scroll = Scroll(), into buffer: inout CellBuffer,
    in area: Rect, theme: Theme
  ) -> Int {
    let lines = lines(model, width: area.columns)
    buffer.clipped(to: area) { buffer in
      for (row, index) in scroll.visible(content: lines.count, rows: area.rows).enumerated() {
        lines[index].draw(
          into: &buffer, at: area.origin.moved(rows: row), width: area.columns, theme: theme)
      }
    }
    return lines.count
  }
}
