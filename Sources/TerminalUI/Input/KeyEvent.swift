/// One key as a person pressed it.
public enum KeyEvent: Hashable, Sendable {
  /// A printable character, the space included.
  case character(Character)
  /// Control and a letter, always in lower case.
  case control(Character)
  /// Alt (or Escape at once followed by) a character.
  case alt(Character)
  /// A function key, from 1.
  case function(Int)
  /// Keys with names.
  case enter, escape, tab, backTab, backspace, delete, insert
  /// Keys that move.
  case up, down, left, right, home, end, pageUp, pageDown
}
