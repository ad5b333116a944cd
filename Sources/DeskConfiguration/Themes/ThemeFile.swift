import TerminalUI

/// A theme as its file says it: colours by name, and for each role how it looks.
public struct ThemeFile: Sendable {
  /// A colour as written: a palette name, or a colour itself.
  enum Paint: Hashable, Sendable {
    case named(String)
    case fixed(ThemeColor)
  }

  /// The look of a role as written, and where.
  struct Look: Hashable, Sendable {
    var foreground: Paint?
    var background: Paint?
    var attributes: Attributes = []
    let file: String
    let line: Int
  }

  /// The name people choose it by: the file's name without `.toml`.
  public let name: String
  /// One line that says what it is for; empty when the file has none.
  public let summary: String
  /// The theme whose palette and roles it takes over; nil for none.
  public let parent: String?
  /// Where `inherits` stands, for messages.
  let parentLine: Int
  let file: String
  var palette: [String: ThemeColor]
  var looks: [Role: Look]

  /// This theme with what it does not say itself taken from `parent`; its palette also repaints
  /// what the parent says.
  func inheriting(from parent: ThemeFile) -> ThemeFile {
    var joined = self
    joined.palette = parent.palette.merging(palette) { _, own in own }
    joined.looks = parent.looks.merging(looks) { _, own in own }
    return joined
  }

  /// The styles for a terminal of a tier.
  ///
  /// A role that states no background has that of `text`, so that a theme with a background of its
  /// own leaves no holes in it. Throws when a role uses a colour name that the palette lacks.
  func theme(for tier: ColorTier) throws(ConfigurationProblem) -> Theme {
    let paper = try color(looks[.text]?.background, look: looks[.text], key: "bg", tier: tier)
    var styles: [Role: Style] = [:]
    for role in Role.allCases {
      var style = Theme.fallback[role]
      if let look = looks[role] {
        style.foreground = try color(look.foreground, look: look, key: "fg", tier: tier)
        style.background = try color(look.background, look: look, key: "bg", tier: tier)
        style.attributes = look.attributes
      }
      if style.background == .default { style.background = paper }
      styles[role] = style.degraded(to: tier)
    }
    return Theme(name: name, styles: styles)
  }

  private func color(_ paint: Paint?, look: Look?, key: String, tier: ColorTier)
    throws(ConfigurationProblem) -> Color
  {
    switch paint {
    case nil: return .default
    case .fixed(let color): return color.color(for: tier)
    case .named(let name):
      if let color = palette[name] { return color.color(for: tier) }
      let known = Array(palette.keys) + ThemeColor.names
      let hint = Suggestion.nearest(to: name, among: known).map { " (perhaps \"\($0)\")" } ?? ""
      throw ConfigurationProblem(
        file: look?.file ?? file, line: look?.line,
        fact: .wrong(key: key, found: "\"\(name)\"", expected: ThemeColor.expected + hint))
    }
  }
}
