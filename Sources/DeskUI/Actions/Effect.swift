public import DeskCore

/// Work that follows a change of the screen's state; the shell does it and answers with actions.
public enum Effect: Equatable, Sendable {
  /// Execute a command and answer `.performed` with the same tag.
  case perform(DeskCommand, tag: CommandTag)
  /// Read and answer `.loaded`.
  case load(LoadRequest)
  /// Show an address (always http or https, without control characters) in a browser.
  case openURL(String)
  /// Put text, already made safe, on the clipboard.
  case copy(String)
  /// Change the theme; answer `.themeChanged`.
  case setTheme(String)
  /// Ring the bell.
  case bell
  /// Give the terminal back until the program goes on.
  case suspend
  /// End the program.
  case quit
  /// Send the whole frame again.
  case redraw
}

/// Ties an answer to the command it answers; unique within one run of the screen.
public struct CommandTag: RawRepresentable, Hashable, Sendable {
  /// The number, from 1 up.
  public let rawValue: Int
  /// Makes a tag.
  public init(rawValue: Int) { self.rawValue = rawValue }
}

/// Why a command came to nothing.
public enum CommandFailure: Error, Hashable, Sendable {
  /// The desk refused it.
  case refused(Refusal)
  /// Something else went wrong; the words say what.
  case failed(String)
}
