/// How many cells text takes, and how it is cut to a width; the same on every terminal and host.
public enum TextWidth {
  /// The number of cells of one line of text; line breaks and tabs count as a space.
  public static func cells(of text: String) -> Int { 0 }

  /// The text cut to a number of cells; what was cut is replaced by `…`.
  public static func truncate(_ text: String, to columns: Int) -> String { text }

  /// The text in lines of at most so many cells, broken between words where that is possible.
  ///
  /// Line breaks in the text are kept. A width below 2 counts as 2, so that wide cells fit.
  public static func wrap(_ text: String, to columns: Int) -> [String] { [text] }
}
