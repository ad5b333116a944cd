/// How many cells text takes, and how it is cut to a width; the same on every terminal and host.
public enum TextWidth {
  /// The number of cells of one line of text; line breaks and tabs count as a space.
  public static func cells(of text: String) -> Int {
    let bytes = text.utf8.span
    var reader = ClusterReader()
    var width = 0
    while let cluster = reader.next(in: bytes) { width += Int(cluster.width) }
    return width
  }

  /// The text cut to a number of cells; what was cut is replaced by `…`.
  ///
  /// The result keeps what the screen does not show; it is for drawing, not for other outputs.
  public static func truncate(_ text: String, to columns: Int) -> String {
    guard columns > 0 else { return "" }
    let bytes = text.utf8.span
    var reader = ClusterReader()
    var width = 0
    var cut = 0
    while let cluster = reader.next(in: bytes) {
      width += Int(cluster.width)
      if width > columns { return slice(text, 0, cut) + "…" }
      if width < columns { cut = reader.offset }
    }
    return text
  }

  /// The text in lines of at most so many cells, broken between words where that is possible.
  ///
  /// Line breaks in the text are kept. A width below 2 counts as 2, so that wide cells fit.
  public static func wrap(_ text: String, to columns: Int) -> [String] {
    var wrapper = LineWrapper(limit: max(2, columns))
    let bytes = text.utf8.span
    var reader = ClusterReader()
    var start = 0
    while let cluster = reader.next(in: bytes) {
      wrapper.take(cluster, from: start, to: reader.offset)
      start = reader.offset
    }
    return wrapper.finish(at: start).map { slice(text, $0.lowerBound, $0.upperBound) }
  }

  static func slice(_ text: String, _ from: Int, _ to: Int) -> String {
    let utf8 = text.utf8
    let lower = utf8.index(utf8.startIndex, offsetBy: from)
    let upper = utf8.index(lower, offsetBy: to - from)
    return String(text[lower..<upper])
  }
}
