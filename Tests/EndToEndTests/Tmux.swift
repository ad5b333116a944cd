import Foundation

/// The real program in a real terminal: a private tmux server of its own, gone when this is.
final class Tmux {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let socket: String
  let size: (columns: Int, rows: Int)

  /// Whether the machine has tmux at all.
  static var isInstalled: Bool {
    (try? Shell.run("tmux", "-V").status) == 0
  }

  init(columns: Int = 120, rows: Int = 40) throws {
    socket = "crisisdesk-test-\(UUID().uuidString.prefix(8))"
    size = (columns, rows)
    try tmux(
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      "env LC_ALL=C.UTF-8 TERM=tmux-256color PS1='prompt> ' sh")
  }

  deinit { close() }

  /// Ends the server and all that runs in it. An async test must say so itself: what its frame holds
  /// may outlive it.
  func close() { _ = try? Shell.run("tmux", "-L", socket, "kill-server") }

  /// Types a line at the shell's prompt and presses Enter.
  func shell(_ line: String) throws {
    try tmux("send-keys", "-l", line)
    try press("Enter")
  }

  /// Presses keys by tmux's names, one after the other.
  func press(_ keys: String...) throws {
    for key in keys {
      try tmux("send-keys", key)
      Thread.sleep(forTimeInterval: 0.03)
    }
  }

  /// Types text as it is.
  func type(_ text: String) throws { try tmux("send-keys", "-l", text) }

  /// The rows of the screen, trailing blanks cut.
  func screen() throws -> String { try tmux("capture-pane", "-p") }

  /// Waits until the screen contains `text` and returns it; fails with the screen it last saw.
  @discardableResult
  func wait(for text: String, seconds: Double = 20) throws -> String {
    try wait("'\(text)' to appear", seconds: seconds) { $0.contains(text) }
  }

  /// Waits until `condition` holds for the screen.
  @discardableResult
  func wait(
    _ what: String, seconds: Double = 20, until condition: (String) -> Bool
  ) throws -> String {
    let end = Date().addingTimeInterval(seconds)
    var last = ""
    while Date() < end {
      last = try screen()
      if condition(last) { return last }
      Thread.sleep(forTimeInterval: 0.05)
    }
    throw Failure(description: "waited \(seconds) s for \(what); the screen was:\n\(last)")
  }

  /// What the terminal is left with: alternate screen, cursor and tty settings.
  func residue() throws -> (isAlternate: Bool, isCursorVisible: Bool) {
    let flags = try tmux("display-message", "-p", "#{alternate_on} #{cursor_flag}")
    let parts = flags.split(whereSeparator: \.isWhitespace)
    return (parts.first == "1", parts.last == "1")
  }

  @discardableResult
  private func tmux(_ arguments: String...) throws -> String {
    let result = try Shell.run("tmux", ["-L", socket, "-u"] + arguments)
    guard result.status == 0 else {
      throw Failure(description: "tmux \(arguments.joined(separator: " ")): \(result.error)")
    }
    return result.output
  }
}
