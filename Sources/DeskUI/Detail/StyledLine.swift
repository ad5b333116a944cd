import TerminalUI

/// One line of a view before it has a place: pieces of text and what each means.
struct StyledLine: Hashable, Sendable {
  /// A run of text that looks the same.
  struct Piece: Hashable, Sendable {
    let text: String
    let role: TerminalUI.Role
  }

  /// The pieces from left to right.
  var pieces: [Piece]

  /// An empty line.
  init() { pieces = [] }

  /// A line of one piece.
  init(_ text: String, _ role: TerminalUI.Role = .text) {
    pieces = [Piece(text: text, role: role)]
  }

  /// The line with one more piece.
  func adding(_ text: String, _ role: TerminalUI.Role = .text) -> StyledLine {
    var line = self
    line.pieces.append(Piece(text: text, role: role))
    return line
  }

  /// The text alone.
  var text: String { pieces.map(\.text).joined() }

  /// A text in as many lines as a width needs, each indented by so many cells.
  static func wrapped(
    _ text: String, _ role: TerminalUI.Role = .text, width: Int, indent: Int = 0
  ) -> [StyledLine] {
    let margin = String(repeating: " ", count: indent)
    return TextWidth.wrap(text, to: width - indent).map { StyledLine(margin + $0, role) }
  }

  /// Draws the line in at most `width` cells; later pieces lose their room first.
  func draw(into buffer: inout CellBuffer, at point: Point, width: Int, theme: Theme) {
    var used = 0
    for piece in pieces where used < width {
      used += buffer.put(
        piece.text, at: point.moved(columns: used), style: theme[piece.role],
        maxWidth: width - used)
    }
  }
}
