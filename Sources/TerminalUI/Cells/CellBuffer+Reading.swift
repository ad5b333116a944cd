extension CellBuffer {
  /// What one cell shows.
  public struct CellContent: Hashable, Sendable {
    /// The base character with its marks; empty in the second half of a wide cell.
    public let text: String
    /// 1 or 2; 0 in the second half of a wide cell.
    public let width: Int
    /// How it looks.
    public let style: Style

    /// Makes a content to compare with.
    public init(text: String, width: Int = 1, style: Style) {
      self.text = text
      self.width = width
      self.style = style
    }
  }

  /// The cell at a place, or nil outside the grid.
  public subscript(point: Point) -> CellContent? {
    guard bounds.contains(point) else { return nil }
    let cell = cells[point.row * size.columns + point.column]
    return CellContent(
      text: text(of: cell), width: Int(cell.width), style: styles[Int(cell.style)])
  }

  /// The cell at a column and row, or nil outside the grid.
  public subscript(column: Int, row: Int) -> CellContent? {
    self[Point(column: column, row: row)]
  }

  /// The text of one row without trailing blanks; empty outside the grid.
  public func text(row: Int) -> String {
    guard row >= 0, row < size.rows else { return "" }
    let line = cells[row * size.columns..<(row + 1) * size.columns]
    let end = line.lastIndex { $0.content != 0x20 || $0.isCluster } ?? line.startIndex - 1
    return line[line.startIndex..<end + 1].map { text(of: $0) }.joined()
  }

  /// The text of all rows, one a line, without trailing blanks: for snapshot tests.
  public var text: String { (0..<size.rows).map { text(row: $0) }.joined(separator: "\n") }

  private func text(of cell: Cell) -> String {
    if cell.isContinuation { return "" }
    if cell.isCluster { return clusters[Int(cell.content)].text }
    return Cluster(base: cell.content).text
  }
}
