/// A named table from roles to styles.
public struct Theme: Hashable, Sendable {
  /// The name people choose it by.
  public let name: String
  /// The styles that the theme states itself.
  public let styles: [Role: Style]

  /// Makes a theme; a role without a style looks as it does in `Theme.fallback`.
  public init(name: String, styles: [Role: Style]) {
    self.name = name
    self.styles = styles
  }

  /// The style of a role.
  public subscript(role: Role) -> Style {
    styles[role] ?? Theme.fallbackStyles[role] ?? .plain
  }

  /// The theme that is always there: the user's own sixteen colours, told apart by attributes too.
  public static let fallback = Theme(name: "fallback", styles: fallbackStyles)

  private static let fallbackStyles: [Role: Style] = [
    .text: .plain,
    .muted: Style(attributes: .dim),
    .disabled: Style(attributes: .dim),
    .border: Style(attributes: .dim),
    .borderFocused: Style(foreground: .ansi(6), attributes: .bold),
    .title: Style(attributes: .bold),
    .header: Style(attributes: .reverse),
    .headerAlert: Style(foreground: .ansi(1), attributes: [.reverse, .bold]),
    .banner: Style(foreground: .ansi(3), attributes: [.reverse, .bold]),
    .selection: Style(attributes: .reverse),
    .selectionUnfocused: Style(attributes: .underline),
    .marked: Style(foreground: .ansi(5), attributes: .bold),
    .struck: Style(attributes: .dim),
    .negative: Style(foreground: .ansi(1)),
    .neutral: .plain,
    .positive: Style(foreground: .ansi(4)),
    .urgent: Style(foreground: .ansi(1), attributes: .bold),
    .warning: Style(foreground: .ansi(3)),
    .ok: Style(foreground: .ansi(6)),
    .error: Style(foreground: .ansi(1), attributes: .bold),
    .key: Style(foreground: .ansi(6), attributes: .bold),
    .keyLabel: .plain,
    .input: .plain,
    .inputBorder: Style(foreground: .ansi(6)),
    .link: Style(foreground: .ansi(4), attributes: .underline),
    .author: Style(attributes: .bold),
    .own: Style(foreground: .ansi(6)),
    .timestamp: Style(attributes: .dim),
    .searchHit: Style(foreground: .ansi(3), attributes: .reverse),
    .levelCalm: Style(foreground: .ansi(6)),
    .levelWatch: Style(foreground: .ansi(3)),
    .levelIncident: Style(foreground: .ansi(5), attributes: .bold),
    .levelCrisis: Style(foreground: .ansi(1), attributes: [.bold, .reverse]),
    .graphNegative: Style(foreground: .ansi(1)),
    .graphNeutral: Style(foreground: .ansi(7)),
    .graphPositive: Style(foreground: .ansi(4)),
    .graphAxis: Style(attributes: .dim),
    .graphCursor: Style(attributes: .reverse),
    .graphMark: Style(foreground: .ansi(3), attributes: .bold),
  ]
}
