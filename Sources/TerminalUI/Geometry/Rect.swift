/// A rectangle of cells; its width and height are never negative.
public struct Rect: Hashable, Sendable {
  /// First column.
  public let column: Int
  /// First row.
  public let row: Int
  /// Width in cells.
  public let columns: Int
  /// Height in cells.
  public let rows: Int

  /// Makes a rectangle; negative widths and heights become zero.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// Makes the rectangle of a whole screen.
  public init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  /// The empty rectangle at the top left.
  public static let empty = Rect(column: 0, row: 0, columns: 0, rows: 0)

  /// The top left cell.
  public var origin: Point { Point(column: column, row: row) }
  /// The width and height.
  public var size: Size { Size(columns: columns, rows: rows) }
  /// The first column right of the rectangle.
  public var endColumn: Int { column + columns }
  /// The first row below the rectangle.
  public var endRow: Int { row + rows }
  /// True when no cell lies in the rectangle.
  public var isEmpty: Bool { columns == 0 || rows == 0 }

  /// Tells whether a cell lies in the rectangle.
  public func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
  }

  /// The cells both rectangles share.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top,
      columns: min(endColumn, other.endColumn) - left, rows: min(endRow, other.endRow) - top)
  }
}

extension Rect {
  /// One row of the rectangle, counted from its top; empty when there is no such row.
  public func line(_ index: Int) -> Rect {
    Rect(
      column: column, row: row + index, columns: columns,
      rows: index >= 0 && index < rows ? 1 : 0)
  }

  /// The rectangle made smaller on all sides.
  public func inset(columns x: Int = 1, rows y: Int = 1) -> Rect {
    Rect(column: column + x, row: row + y, columns: columns - 2 * x, rows: rows - 2 * y)
  }

  /// Cuts rows off the top; the count is limited to what is there.
  public func splitTop(_ count: Int) -> (top: Rect, rest: Rect) {
    let cut = min(max(0, count), rows)
    return (
      Rect(column: column, row: row, columns: columns, rows: cut),
      Rect(column: column, row: row + cut, columns: columns, rows: rows - cut)
    )
  }

  /// Cuts rows off the bottom; the count is limited to what is there.
  public func splitBottom(_ count: Int) -> (rest: Rect, bottom: Rect) {
    let cut = min(max(0, count), rows)
    let parts = splitTop(rows - cut)
    return (parts.top, parts.rest)
  }

  /// Cuts columns off the left; the count is limited to what is there.
  public func splitLeft(_ count: Int) -> (left: Rect, rest: Rect) {
    let cut = min(max(0, count), columns)
    return (
      Rect(column: column, row: row, columns: cut, rows: rows),
      Rect(column: column + cut, row: row, columns: columns - cut, rows: rows)
    )
  }

  /// Cuts columns off the right; the count is limited to what is there.
  public func splitRight(_ count: Int) -> (rest: Rect, right: Rect) {
    let cut = min(max(0, count), columns)
    let parts = splitLeft(columns - cut)
    return (parts.left, parts.rest)
  }

  /// A rectangle of the wanted size in the middle, limited to this one: for dialogs.
  public func centered(columns width: Int, rows height: Int) -> Rect {
    let width = min(max(0, width), columns)
    let height = min(max(0, height), rows)
    return Rect(
      column: column + (columns - width) / 2, row: row + (rows - height) / 2,
      columns: width, rows: height)
  }
}
