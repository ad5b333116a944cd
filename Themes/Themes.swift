/// The themes that are part of the program, so that it finds them wherever it runs.
public enum BuiltInThemes {
  /// Their names, the default first.
  public static let names = [
    "dark", "light", "high-contrast", "colour-blind", "mono", "terminal",
  ]

  /// The text of the theme file with a name; nil when there is none.
  public static func text(named name: String) -> String? {
    bytes(named: name).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func bytes(named name: String) -> [UInt8]? {
    switch name {
    case "dark": PackageResources.dark_toml
    case "light": PackageResources.light_toml
    case "high-contrast": PackageResources.high_contrast_toml
    case "colour-blind": PackageResources.colour_blind_toml
    case "mono": PackageResources.mono_toml
    case "terminal": PackageResources.terminal_toml
    default: nil
    }
  }
}
