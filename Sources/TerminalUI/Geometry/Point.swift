/// A cell's place: columns grow to the right, rows grow downwards, both from zero.
public struct Point: Hashable, Sendable {
  /// Column, from zero at the left.
  public var column: Int
  /// Row, from zero at the top.
  public var row: Int

  /// Makes a point.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// The point moved by a number of columns and rows.
  public func moved(columns: Int = 0, rows: Int = 0) -> Point {
    Point(column: column + columns, row: row + rows)
  }
}
