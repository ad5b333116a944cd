import CNcurses
import Glibc
import TerminalUI

/// Writes the changed spans of frames through ncurses.
struct Painter {
  private let tier: ColorTier
  private var diff = FrameDiff()
  private var palette: Palette
  private var cells: [cchar_t] = []
  private var cursor: Point?
  private var cursorIsShown = false

  init(tier: ColorTier) {
    self.tier = tier
    palette = Palette(tier: tier)
  }

  mutating func forget() {
    diff.forget()
    clearok(cn_curscr(), true)
  }

  mutating func showCursor() {
    curs_set(1)
    cursorIsShown = true
  }

  mutating func paint(_ buffer: CellBuffer, marksFrame: Bool) {
    let spans = diff.update(to: buffer)
    let place = buffer.cursor ?? Point(column: 0, row: max(0, buffer.size.rows - 1))
    if spans.isEmpty, place == cursor, buffer.showsCursor == cursorIsShown { return }
    for span in spans { write(span) }
    wmove(cn_stdscr(), Int32(place.row), Int32(place.column))
    wnoutrefresh(cn_stdscr())
    // A few rows arrive in one write anyway; the marks would be a tenth of a selection step.
    let isMarked = marksFrame && spans.count > 4
    if isMarked { cn_write(STDOUT_FILENO, "\u{1B}[?2026h", 8) }
    doupdate()
    if isMarked { cn_write(STDOUT_FILENO, "\u{1B}[?2026l", 8) }
    if buffer.showsCursor != cursorIsShown {
      curs_set(buffer.showsCursor ? 1 : 0)
      cursorIsShown = buffer.showsCursor
    }
    cursor = place
  }

  private mutating func write(_ span: FrameDiff.ChangedSpan) {
    palette.adopt(diff.styles, generation: diff.generation)
    cells.removeAll(keepingCapacity: true)
    // From the left edge, so that the look of a cell depends on its row and not on the span.
    var inked = 0
    for column in 0..<span.columns.upperBound {
      let glyph = diff.glyph(column: column, row: span.row)
      if glyph.width == 0 { continue }
      // A gap between words looks the same in its neighbour's style, and a change of style is up to
      // forty bytes on the line.
      if !glyph.isBlank || !palette.blanksAlike(glyph.style, inked) { inked = glyph.style }
      guard column >= span.columns.lowerBound else { continue }
      let look = palette.looks[inked]
      // Where the host's C library disagrees about a width, ncurses would shift the row.
      if glyph.base >= 0x300, Int(cn_width(glyph.base)) != glyph.width {
        append(0x25A1, SIMD4(), look)
        if glyph.width == 2 { append(0x20, SIMD4(), look) }
      } else {
        append(glyph.base, glyph.marks, look)
      }
    }
    let count = Int32(cells.count)
    mvadd_wchnstr(Int32(span.row), Int32(span.columns.lowerBound), cells, count)
  }

  private mutating func append(_ base: UInt32, _ marks: SIMD4<UInt32>, _ look: Palette.Look) {
    var cell = cchar_t()
    withUnsafeBytes(of: marks) { bytes in
      let pointer = bytes.assumingMemoryBound(to: UInt32.self).baseAddress
      cn_cell(&cell, base, pointer, look.attributes, look.pair)
    }
    cells.append(cell)
  }
}
