extension CellBuffer {
  /// What one cell shows.
  public struct CellContent: Hashable, Sendable {
    /// The base character with its marks; empty in the second half of a wide cell.
    public let text: String
    /// 1 or 2; 0 in the second half of a wide cell.
    public let width: Int
    /// How it looks.
    public let style: Style
  }

  /// The cell at a place, or nil outside the grid.
  public subscript(point: Point) -> CellContent? { nil }

  /// The cell at a column and row, or nil outside the grid.
  public subscript(column: Int, row: Int) -> CellContent? {
    self[Point(column: column, row: row)]
  }

  /// The text of one row without trailing blanks; empty outside the grid.
  public func text(row: Int) -> String { "" }

  /// The text of all rows, one a line, without trailing blanks: for snapshot tests.
  public var text: String { (0..<size.rows).map { text(row: $0) }.joined(separator: "\n") }
}
