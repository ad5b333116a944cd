public import DeskCore
public import TerminalUI

/// Everything that can happen to the screen.
public enum Action: Equatable, Sendable {
  /// A named act, from a key or the command line; most take no argument.
  case verb(Verb, argument: String)
  /// A key for the field or dialog on top.
  case key(KeyEvent)
  /// Pasted text; only fields take it.
  case paste(String)
  /// A key that means nothing here.
  case unbound(KeyEvent)
  /// Time passed; sent once a second.
  case tick
  /// The screen has a new size.
  case resized(Size)
  /// Something was read.
  case loaded(LoadResult)
  /// The numbers of the header changed.
  case statusChanged(DeskStatus)
  /// A command was executed.
  case performed(CommandTag, Result<CommandOutcome, CommandFailure>)
  /// Something was stored by somebody.
  case dataChanged
  /// The theme was changed, or could not be; the words say why.
  case themeChanged(String, failure: String?)
  /// A word for the status line from outside the screen.
  case notice(String)
}
