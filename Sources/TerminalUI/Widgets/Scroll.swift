/// A position in content that is taller than its place, such as a long text or help.
public struct Scroll: Hashable, Sendable {
  /// The first visible line.
  public private(set) var offset = 0

  /// Makes a scroll at the top.
  public init() {}

  /// Moves by lines, within the content.
  public mutating func move(by lines: Int, content: Int, rows: Int) {
    offset = min(max(0, offset + lines), max(0, content - rows))
  }

  /// Moves by pages, less one line so that a known one stays.
  public mutating func page(by pages: Int, content: Int, rows: Int) {
    move(by: pages * max(1, rows - 1), content: content, rows: rows)
  }

  /// Scrolls as little as needed to make a line visible.
  public mutating func reveal(_ line: Int, content: Int, rows: Int) {
    if line < offset { offset = line }
    if line >= offset + rows { offset = line - rows + 1 }
    move(by: 0, content: content, rows: rows)
  }

  /// The lines to show.
  public func visible(content: Int, rows: Int) -> Range<Int> {
    let first = min(offset, max(0, content - rows))
    return first..<min(content, first + max(0, rows))
  }
}
