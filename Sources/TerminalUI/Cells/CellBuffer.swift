/// A frame: a grid of cells that views draw into and a terminal shows.
///
/// Text that is put into it is made safe on the way in: no control or direction scalar is ever
/// stored, and every row keeps exactly its number of cells.
public struct CellBuffer: Sendable {
  /// The size of the grid.
  public let size: Size
  /// Where drawing has an effect; never larger than the grid.
  public private(set) var clip: Rect
  /// Where the hardware cursor rests, for screen readers and for typing; nil leaves it at home.
  public var cursor: Point?
  /// Whether the hardware cursor is seen: true while a person types, false on a selected row.
  public var showsCursor = false

  var cells: [Cell]
  var clusters: [Cluster] = []
  var styles: [Style] = [.plain]
  private var styleNumbers: [Style: UInt16] = [.plain: 0]
  private var lastStyle = (style: Style.plain, number: UInt16(0))

  /// Makes a blank frame.
  public init(size: Size) {
    self.size = size
    clip = Rect(size)
    cells = Array(repeating: .blank(), count: size.columns * size.rows)
  }

  /// The whole grid.
  public var bounds: Rect { Rect(size) }

  /// Makes every cell blank again and keeps the memory.
  public mutating func clear() {
    for index in cells.indices { cells[index] = .blank() }
    clusters.removeAll(keepingCapacity: true)
    clip = bounds
    cursor = nil
    showsCursor = false
  }

  /// Draws with the clip narrowed to a rectangle.
  public mutating func clipped(to rect: Rect, _ draw: (inout CellBuffer) -> Void) {
    let outer = clip
    clip = outer.intersection(rect)
    draw(&self)
    clip = outer
  }

  mutating func number(of style: Style) -> UInt16 {
    if style == lastStyle.style { return lastStyle.number }
    let number: UInt16
    if let known = styleNumbers[style] {
      number = known
    } else {
      // 65,535 styles in one frame is a mistake of the caller; the plain style is a mild answer.
      guard styles.count < Int(UInt16.max) else { return 0 }
      number = UInt16(styles.count)
      styles.append(style)
      styleNumbers[style] = number
    }
    lastStyle = (style, number)
    return number
  }

  /// Writes a cell that is known to lie in the clip, and mends wide cells that it cuts.
  @inline(__always)
  mutating func set(_ cell: Cell, column: Int, row: Int) {
    let index = row * size.columns + column
    if cells[index].width != 1 { blankWide(at: index) }
    cells[index] = cell
    guard cell.width == 2 else { return }
    if cells[index + 1].width != 1 { blankWide(at: index + 1) }
    cells[index + 1] = Cell(content: 0, style: cell.style, width: 0)
  }

  private mutating func blankWide(at index: Int) {
    let head = cells[index].isContinuation ? index - 1 : index
    cells[head] = .blank(cells[head].style)
    cells[head + 1] = .blank(cells[head + 1].style)
  }
}
