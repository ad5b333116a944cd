extension CellBuffer {
  /// Puts one line of text and returns how many columns it used, clipped ones included.
  ///
  /// Text that is wider than `maxWidth` (without one: than the room to the clip's right edge)
  /// ends in `…`. Line breaks and tabs become one space each.
  @discardableResult
  public mutating func put(
    _ text: String, at point: Point, style: Style, maxWidth: Int? = nil
  ) -> Int {
    0
  }

  /// Fills a rectangle with one narrow glyph.
  public mutating func fill(_ rect: Rect, style: Style, glyph: Unicode.Scalar = " ") {}

  /// Changes the style of what is already drawn, for a selected row or a search hit.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {}

  /// Draws a horizontal line.
  public mutating func hline(
    at point: Point, columns: Int, style: Style, glyph: Unicode.Scalar = "─"
  ) {}

  /// Draws a vertical line.
  public mutating func vline(
    at point: Point, rows: Int, style: Style, glyph: Unicode.Scalar = "│"
  ) {}

  /// Draws a frame with a title in its top line; needs two columns and two rows.
  public mutating func box(
    _ rect: Rect, title: String = "", style: Style, titleStyle: Style? = nil
  ) {}
}
