import CNcurses
import Glibc
import TerminalUI

extension NcursesTerminal {
  /// Rings the bell.
  public func bell() {
    write("\u{7}")
  }

  /// Sets the window's title, on one line and at most 200 characters; it is undone at the end.
  public func setTitle(_ title: String) {
    guard hasTitle else { return }
    if !titleIsSet { write("\u{1B}[22;2t") }
    titleIsSet = true
    self.title = title
    write("\u{1B}]2;\(SafeText.line(String(title.prefix(200))))\u{7}")
  }

  /// Gives the terminal back and stops the process group; returns after it goes on.
  public func suspend() {
    leave()
    cn_stop()
    enter()
  }

  /// Gives the terminal back while the work runs.
  ///
  /// Signals stay blocked meanwhile: a child must be started with an empty signal mask.
  public func withReleasedScreen(_ work: () -> Void) {
    leave()
    work()
    enter()
  }

  func writeModes() {
    write("\u{1B}[?2004h" + (options.reportsFocus ? "\u{1B}[?1004h" : ""))
  }

  func leaveModes() {
    write("\u{1B}[?2004l" + (options.reportsFocus ? "\u{1B}[?1004l" : ""))
    if titleIsSet { write("\u{1B}[23;2t") }
    titleIsSet = false
  }

  /// Past ncurses, whose own buffer is empty between frames.
  private func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cn_write(STDOUT_FILENO, $0.baseAddress, $0.count)
      }
    }
  }

  static func setModes(input: UnsafeMutablePointer<WINDOW>) {
    raw()
    noecho()
    nonl()
    intrflush(cn_stdscr(), false)
    leaveok(cn_stdscr(), false)
    scrollok(cn_stdscr(), false)
    keypad(input, true)
    nodelay(input, true)
    KeyTable.define()
    curs_set(0)
    if has_colors() {
      start_color()
      use_default_colors()
    }
    def_prog_mode()
  }

  /// `TERM`, or a stand-in for the many terminals that speak as xterm does but are not described
  /// on this host.
  static func findDescription() throws(TerminalError) -> String {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    let name = environment("TERM") ?? ""
    guard !name.isEmpty else { throw .unknownTerminal(name) }
    let alike = ["xterm", "foot", "alacritty", "kitty", "wezterm", "ghostty", "contour", "st-"]
    var candidates = [name]
    if alike.contains(where: { name.hasPrefix($0) }) { candidates += ["xterm-256color", "xterm"] }
    if name.hasPrefix("tmux") { candidates += ["screen-256color", "screen"] }
    for candidate in candidates {
      switch cn_can_address_cursor(candidate) {
      case 1: return candidate
      case 0: throw .cannotPlaceCursor(name)
      default: continue
      }
    }
    throw .unknownTerminal(name)
  }

  /// Milliseconds to wait for the rest of a key after Escape; `ESCDELAY` in the environment wins.
  static var escapeDelay: Int32 {
    guard let text = environment("ESCDELAY"), let value = Int32(text) else { return 25 }
    return min(max(0, value), 2000)
  }

  static var colorEnvironment: [String: String] {
    environment("NO_COLOR").map { ["NO_COLOR": $0] } ?? [:]
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
