import TerminalUI

/// A colour as a theme file writes it: one value for every terminal, or `[full, sixteen]`.
struct ThemeColor: Hashable, Sendable {
  /// What a terminal of 256 colours shows.
  var full: Color
  /// What a terminal of 16 colours shows.
  var sixteen: Color

  /// The colour for a terminal.
  func color(for tier: ColorTier) -> Color { tier == .indexed256 ? full : sixteen }

  /// What the message says a colour may be.
  static let expected =
    "a palette name, \"default\", one of the 16 names such as \"bright-red\", \"#rrggbb\", "
    + "a number from 0 to 255, or two of them as [full, sixteen]"

  /// The sixteen colours of the terminal's own palette, in its order.
  static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black",
    "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan",
    "bright-white",
  ]

  /// Reads a colour that is not a palette name; nil when it is none.
  static func color(_ text: String) -> Color? {
    if text == "default" { return .default }
    if let index = names.firstIndex(of: text) { return .ansi(UInt8(index)) }
    guard text.utf8.count == 7, text.hasPrefix("#"), let value = Int(text.dropFirst(), radix: 16)
    else { return nil }
    return .indexed(
      PerceivedColor.nearest(red: value >> 16, green: value >> 8 & 255, blue: value & 255))
  }

  /// Reads a number of xterm's table; the first sixteen are the terminal's own.
  static func color(_ number: Int) -> Color? {
    guard let index = UInt8(exactly: number) else { return nil }
    return index < 16 ? .ansi(index) : .indexed(index)
  }
}
