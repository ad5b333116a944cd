/// Why a screen cannot be opened.
public enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Standard input or output is no terminal.
  case notATerminal
  /// No description of the terminal named by `TERM` is installed.
  case unknownTerminal(String)
  /// The terminal cannot place the cursor, as `TERM=dumb`.
  case cannotPlaceCursor(String)
  /// Neither the user's locale nor C.UTF-8 offers UTF-8.
  case noUTF8
  /// A system call failed that the screen needs.
  case systemFailure

  /// What to tell a person, in one line.
  public var description: String {
    switch self {
    case .notATerminal: "standard input and output must be a terminal"
    case .unknownTerminal(let name): "no description of the terminal \"\(name)\" is installed"
    case .cannotPlaceCursor(let name): "the terminal \"\(name)\" cannot place the cursor"
    case .noUTF8: "no UTF-8 locale is available, not even C.UTF-8"
    case .systemFailure: "the system has no descriptors left for a screen"
    }
  }
}
