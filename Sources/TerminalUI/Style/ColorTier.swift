/// How many colours a terminal may be given.
public enum ColorTier: String, CaseIterable, Sendable {
  /// No colour at all: attributes only.
  case mono
  /// The sixteen colours of the user's palette.
  case ansi16
  /// The 256 colours of xterm.
  case indexed256

  /// The tier for a terminal with so many colours, unless the environment asks for none.
  ///
  /// A `NO_COLOR` that is set and not empty means `mono`.
  public static func detect(colors: Int, environment: [String: String]) -> ColorTier {
    if let wish = environment["NO_COLOR"], !wish.isEmpty { return .mono }
    return colors >= 256 ? .indexed256 : colors >= 8 ? .ansi16 : .mono
  }
}
