/// The ways to set a cell off from others without colour.
public struct Attributes: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8

  /// Makes a set from its bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Bold, or brighter on some terminals.
  public static let bold = Attributes(rawValue: 1)
  /// Fainter than the rest.
  public static let dim = Attributes(rawValue: 2)
  /// Foreground and background change places.
  public static let reverse = Attributes(rawValue: 4)
  /// Underlined.
  public static let underline = Attributes(rawValue: 8)
  /// Italic, where the terminal can.
  public static let italic = Attributes(rawValue: 16)
}
