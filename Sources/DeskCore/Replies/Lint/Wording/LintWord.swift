/// One word of a text, by its places.
struct LintWord {
  /// Where it stands in the scalars.
  var scalars: Range<Int>
  /// Where its folded letters are.
  var letters: Range<Int>
  /// The clause, counted from 0; a comma ends one.
  var clause: Int
  /// Whether it has an apostrophe inside.
  var hasApostrophe: Bool
  /// Whether all its letters are capitals.
  var isCapitals: Bool
  /// Whether it begins with a digit.
  var isNumber: Bool
  /// Whether it belongs to a link, an e-mail address or a handle, which are not read as words.
  var isAddress: Bool
}
