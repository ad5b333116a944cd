extension TextField {
  /// What a field shows: lines of at most `width` cells and the cursor among them.
  public struct Layout: Hashable, Sendable {
    /// The lines; a single-line field has one, scrolled sideways so that the cursor is seen.
    public let lines: [String]
    /// The cursor's column and line.
    public let cursor: Point
  }

  /// Lays the text out in a width of at least 2 cells; one cell is kept for the cursor.
  public func layout(width: Int) -> Layout {
    guard isMultiline else { return singleLine(width: width) }
    let rows = rows(width: width)
    let (column, row) = place(in: rows)
    let lines = rows.map { String(characters[$0].filter { $0 != "\n" }) }
    return Layout(lines: lines, cursor: Point(column: column, row: row))
  }

  private func singleLine(width: Int) -> Layout {
    let room = max(2, width) - 1
    var start = cursor
    var before = 0
    while start > 0, before + cells(start - 1) <= room {
      start -= 1
      before += cells(start)
    }
    var end = cursor
    var after = 0
    while end < characters.count, before + after + cells(end) <= room + 1 {
      after += cells(end)
      end += 1
    }
    let cursor = Point(column: before, row: 0)
    return Layout(lines: [String(characters[start..<end])], cursor: cursor)
  }

  /// The characters of each row; every character, the line breaks too, is in exactly one.
  func rows(width: Int) -> [Range<Int>] {
    let limit = max(2, width) - 1
    var rows: [Range<Int>] = []
    var (start, used) = (0, 0)
    var chance: (index: Int, used: Int)?
    for index in characters.indices {
      if characters[index] == "\n" {
        rows.append(start..<index + 1)
        (start, used, chance) = (index + 1, 0, nil)
        continue
      }
      let width = cells(index)
      if used + width > limit, let place = chance, place.index > start {
        rows.append(start..<place.index)
        (start, used, chance) = (place.index, used - place.used, nil)
      }
      if used + width > limit, index > start {
        rows.append(start..<index)
        (start, used, chance) = (index, 0, nil)
      }
      used += width
      if characters[index].isWhitespace { chance = (index + 1, used) }
    }
    rows.append(start..<characters.count)
    return rows
  }

  func place(in rows: [Range<Int>]) -> (column: Int, row: Int) {
    let row = rows.firstIndex { $0.contains(cursor) } ?? rows.count - 1
    let column = characters[rows[row].lowerBound..<cursor].indices.reduce(0) { $0 + cells($1) }
    return (column, row)
  }

  /// The cursor's place in a row that comes nearest to a column without passing it.
  func offset(atColumn column: Int, of row: Range<Int>) -> Int {
    var used = 0
    for index in row {
      if characters[index] == "\n" { return index }
      used += cells(index)
      if used > column { return index }
    }
    // The place after the last character of a wrapped row is shown on the next row.
    return row.upperBound == characters.count
      ? row.upperBound : max(row.lowerBound, row.upperBound - 1)
  }

  private func cells(_ index: Int) -> Int {
    let character = characters[index]
    if let ascii = character.asciiValue, ascii >= 0x20 { return 1 }
    return TextWidth.cells(of: String(character))
  }
}
