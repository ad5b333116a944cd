/// The text a person types, with a cursor that moves by characters as people see them.
public struct TextField: Hashable, Sendable {
  /// Whether line breaks may be typed and pasted; elsewhere they become spaces.
  public let isMultiline: Bool
  /// The text in characters.
  public internal(set) var characters: [Character]
  /// The cursor: the number of characters before it.
  public internal(set) var cursor: Int

  /// Makes a field with the cursor at the end of the text.
  public init(_ text: String = "", isMultiline: Bool = false) {
    self.isMultiline = isMultiline
    characters = Array(text)
    cursor = characters.count
  }

  /// The text.
  public var text: String {
    get { String(characters) }
    set { self = TextField(newValue, isMultiline: isMultiline) }
  }

  /// True without a character.
  public var isEmpty: Bool { characters.isEmpty }

  /// Inserts text at the cursor, as typing and pasting do.
  public mutating func insert(_ text: String) {}

  /// Edits as a key says; false when the key means nothing here and belongs to someone else.
  ///
  /// `width` is the width the field is shown in, which up and down need. Enter breaks the line
  /// in a field of many lines and is nothing in one of a single line.
  public mutating func handle(_ key: KeyEvent, width: Int) -> Bool { false }

  /// What a field shows: lines of at most `width` cells and the cursor among them.
  public struct Layout: Hashable, Sendable {
    /// The lines; a single-line field has one, scrolled sideways so that the cursor is seen.
    public let lines: [String]
    /// The cursor's column and line.
    public let cursor: Point
  }

  /// Lays the text out in a width of at least 2 cells.
  public func layout(width: Int) -> Layout {
    Layout(lines: [text], cursor: Point(column: 0, row: 0))
  }
}
