extension CellBuffer {
  /// Puts one line of text and returns how many columns it used, clipped ones included.
  ///
  /// Text that is wider than `maxWidth` (without one: than the room to the clip's right edge)
  /// ends in `…`. Line breaks and tabs become one space each.
  @discardableResult
  public mutating func put(
    _ text: String, at point: Point, style: Style, maxWidth: Int? = nil
  ) -> Int {
    let limit = max(0, maxWidth ?? clip.endColumn - point.column)
    guard limit > 0 else { return 0 }
    let number = number(of: style)
    let bytes = text.utf8.span
    var reader = ClusterReader()
    var used = 0
    var lastWidth = 0
    while let cluster = reader.next(in: bytes) {
      let width = Int(cluster.width)
      if used + width > limit {
        if used == limit { used -= lastWidth }
        let last = Cluster(base: Cluster.ellipsis)
        place(last, column: point.column + used, row: point.row, style: number)
        return used + 1
      }
      place(cluster, column: point.column + used, row: point.row, style: number)
      used += width
      lastWidth = width
    }
    return used
  }

  /// Fills a rectangle with one narrow glyph.
  public mutating func fill(_ rect: Rect, style: Style, glyph: Unicode.Scalar = " ") {
    let area = rect.intersection(clip)
    guard !area.isEmpty else { return }
    let number = number(of: style)
    let cell = Cell(content: narrow(glyph), style: number)
    for row in area.row..<area.endRow {
      // Only the edges can cut a wide cell in two.
      set(cell, column: area.column, row: row)
      set(cell, column: area.endColumn - 1, row: row)
      let start = row * size.columns
      for column in area.column..<area.endColumn { cells[start + column] = cell }
    }
  }

  /// Changes the style of what is already drawn, for a selected row or a search hit.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.intersection(clip)
    var known: (before: UInt16, after: UInt16)?
    for row in area.row..<max(area.row, area.endRow) {
      for column in area.column..<area.endColumn {
        let index = row * size.columns + column
        let before = cells[index].style
        if known?.before != before {
          known = (before, number(of: change(styles[Int(before)])))
        }
        if let known { cells[index].style = known.after }
      }
    }
  }

  /// Draws a horizontal line.
  public mutating func hline(
    at point: Point, columns: Int, style: Style, glyph: Unicode.Scalar = "─"
  ) {
    fill(
      Rect(column: point.column, row: point.row, columns: columns, rows: 1), style: style,
      glyph: glyph)
  }

  /// Draws a vertical line.
  public mutating func vline(
    at point: Point, rows: Int, style: Style, glyph: Unicode.Scalar = "│"
  ) {
    fill(
      Rect(column: point.column, row: point.row, columns: 1, rows: rows), style: style,
      glyph: glyph)
  }

  /// Draws a frame with a title in its top line; needs two columns and two rows.
  public mutating func box(
    _ rect: Rect, title: String = "", style: Style, titleStyle: Style? = nil
  ) {
    guard rect.columns >= 2, rect.rows >= 2 else { return }
    let (left, right) = (rect.column, rect.endColumn - 1)
    let (top, bottom) = (rect.row, rect.endRow - 1)
    hline(at: Point(column: left + 1, row: top), columns: rect.columns - 2, style: style)
    hline(at: Point(column: left + 1, row: bottom), columns: rect.columns - 2, style: style)
    vline(at: Point(column: left, row: top + 1), rows: rect.rows - 2, style: style)
    vline(at: Point(column: right, row: top + 1), rows: rect.rows - 2, style: style)
    put("┌", at: Point(column: left, row: top), style: style, maxWidth: 1)
    put("┐", at: Point(column: right, row: top), style: style, maxWidth: 1)
    put("└", at: Point(column: left, row: bottom), style: style, maxWidth: 1)
    put("┘", at: Point(column: right, row: bottom), style: style, maxWidth: 1)
    guard !title.isEmpty, rect.columns >= 7 else { return }
    let start = Point(column: left + 2, row: top)
    let width = put(
      title, at: start.moved(columns: 1), style: titleStyle ?? style, maxWidth: rect.columns - 6)
    put(" ", at: start, style: style, maxWidth: 1)
    put(" ", at: start.moved(columns: width + 1), style: style, maxWidth: 1)
  }

  @inline(__always)
  private mutating func place(_ cluster: Cluster, column: Int, row: Int, style: UInt16) {
    guard row >= clip.row, row < clip.endRow, column < clip.endColumn else { return }
    let end = column + Int(cluster.width)
    if column >= clip.column, end <= clip.endColumn {
      set(cell(for: cluster, style: style), column: column, row: row)
      return
    }
    // Half of a wide cell is outside: the other half is blank.
    let half = max(column, clip.column)
    if half < end, half < clip.endColumn { set(.blank(style), column: half, row: row) }
  }

  private mutating func cell(for cluster: Cluster, style: UInt16) -> Cell {
    if cluster.markCount == 0 {
      let content = cluster.isLineBreak ? 0x20 : cluster.base
      return Cell(content: content, style: style, width: cluster.width)
    }
    clusters.append(cluster)
    return Cell(
      content: UInt32(clusters.count - 1), style: style, width: cluster.width,
      flags: Cell.clusterFlag)
  }

  private func narrow(_ glyph: Unicode.Scalar) -> UInt32 {
    ScalarTable.shared[glyph.value] == .narrow ? glyph.value : 0x20
  }
}
