extension TextField {
  /// Edits as a key says; false when the key means nothing here and belongs to someone else.
  ///
  /// `width` is the width the field is shown in, which up and down need. Enter breaks the line
  /// in a field of many lines and is nothing in one of a single line.
  public mutating func handle(_ key: KeyEvent, width: Int) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .enter:
      guard isMultiline else { return false }
      insert("\n")
    case .backspace: if cursor > 0 { remove(cursor - 1..<cursor) }
    case .delete, .control("d"): if cursor < characters.count { remove(cursor..<cursor + 1) }
    case .control("w"), .alt("\u{7F}"): remove(wordStart..<cursor)
    case .alt("d"): remove(cursor..<wordEnd)
    case .control("u"): remove(lineStart..<cursor)
    case .control("k"): remove(cursor..<lineEnd)
    default: return move(key, width: width)
    }
    return true
  }

  private mutating func move(_ key: KeyEvent, width: Int) -> Bool {
    switch key {
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .alt("b"): cursor = wordStart
    case .alt("f"): cursor = wordEnd
    case .home, .control("a"): cursor = lineStart
    case .end, .control("e"): cursor = lineEnd
    case .up: return moveLine(by: -1, width: width)
    case .down: return moveLine(by: 1, width: width)
    default: return false
    }
    return true
  }

  private mutating func moveLine(by step: Int, width: Int) -> Bool {
    guard isMultiline else { return false }
    let rows = rows(width: width)
    let (column, row) = place(in: rows)
    guard rows.indices.contains(row + step) else {
      cursor = step < 0 ? 0 : characters.count
      return true
    }
    cursor = offset(atColumn: column, of: rows[row + step])
    return true
  }

  private var lineStart: Int {
    (characters[..<cursor].lastIndex(of: "\n") ?? -1) + 1
  }

  private var lineEnd: Int {
    characters[cursor...].firstIndex(of: "\n") ?? characters.count
  }

  private var wordStart: Int {
    var place = cursor
    while place > 0, characters[place - 1].isWhitespace { place -= 1 }
    while place > 0, !characters[place - 1].isWhitespace { place -= 1 }
    return place
  }

  private var wordEnd: Int {
    var place = cursor
    while place < characters.count, characters[place].isWhitespace { place += 1 }
    while place < characters.count, !characters[place].isWhitespace { place += 1 }
    return place
  }
}
