/// What a terminal reports to the program.
public enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(KeyEvent)
  /// Text was pasted; it is raw, line breaks are `\n`.
  case paste(String)
  /// The screen has a new size and wants a new frame.
  case resize(Size)
  /// The terminal's window got or lost the focus.
  case focus(Bool)
  /// Another thread has news.
  case wake
  /// The program is back after a stop and wants a new frame.
  case resume
  /// The program was asked to end.
  case terminate(TerminationSignal)
}

/// The signals that ask a program to end.
public enum TerminationSignal: String, Sendable {
  /// SIGINT.
  case interrupt
  /// SIGTERM.
  case terminate
  /// SIGHUP: the terminal is gone.
  case hangUp
  /// SIGQUIT, or Control and backslash.
  case quit
}
