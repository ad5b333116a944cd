/// What a piece of the screen means; a theme says how that looks.
///
/// The raw value is the key in a theme file.
public enum Role: String, CaseIterable, Hashable, Sendable {
  /// Ordinary text, less important text, and what cannot be used now.
  case text, muted, disabled
  /// Lines around panes, the pane with the focus, pane titles.
  case border, borderFocused, title
  /// The top line, its alarming form, and the line that says what is paused.
  case header, headerAlert, banner
  /// The selected row in the focused pane and in the others, marked rows, rows crossed out.
  case selection, selectionUnfocused, marked, struck
  /// Sentiment in text.
  case negative, neutral, positive
  /// Needs a person now.
  case urgent
  /// How something went.
  case warning, ok, error
  /// A key and what it does, in the footer and in help.
  case key, keyLabel
  /// A text field and its frame.
  case input, inputBorder
  /// Links, people, our own words, times, search hits.
  case link, author, own, timestamp, searchHit
  /// The level of the desk.
  case levelCalm, levelWatch, levelIncident, levelCrisis
  /// The graph's parts.
  case graphNegative, graphNeutral, graphPositive, graphAxis, graphCursor, graphMark
}
