import DeskCore
import TerminalUI

/// One line of "why is this first?", aligned so that a person can add the column up.
struct UrgencyLine: Hashable, Sendable {
  /// What the line is about.
  let name: String
  /// What it adds, as `+3:41`.
  let amount: String
  /// The cells between the two.
  let gap: Int
  /// Whether it is the sum.
  let isTotal: Bool

  /// The lines of the sum and, last, the sum; rounding never breaks the addition.
  static func lines(_ model: DetailModel) -> [UrgencyLine] {
    let parts = model.urgency
    let total = Span(milliseconds: parts.reduce(0) { $0 + $1.span.milliseconds })
    var rows = parts.map {
      (name: Words.urgencyPart($0.kind, of: model.mention), amount: ClockText.signed($0.span))
    }
    rows.append((name: Words.urgencyTotal, amount: "=" + ClockText.signed(total)))
    let names = rows.map { TextWidth.cells(of: $0.name) }
    let amounts = rows.map { TextWidth.cells(of: $0.amount) }
    let wide = (names.max() ?? 0) + 2 + (amounts.max() ?? 0)
    return rows.indices.map { index in
      UrgencyLine(
        name: rows[index].name, amount: rows[index].amount,
        gap: wide - names[index] - amounts[index], isTotal: index == rows.count - 1)
    }
  }
}
