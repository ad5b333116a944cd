/// How a cell looks: two colours and attributes.
public struct Style: Hashable, Sendable {
  /// The colour of the glyph.
  public var foreground: Color
  /// The colour behind the glyph.
  public var background: Color
  /// Bold, dim and the like.
  public var attributes: Attributes

  /// Makes a style; what is left out is the terminal's own.
  public init(
    foreground: Color = .default, background: Color = .default, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own colours, no attributes.
  public static let plain = Style()

  /// The style as a terminal of that tier can show it; in `mono` only attributes remain.
  public func degraded(to tier: ColorTier) -> Style {
    Style(
      foreground: foreground.degraded(to: tier), background: background.degraded(to: tier),
      attributes: attributes)
  }

  /// The style with more attributes.
  public func adding(_ more: Attributes) -> Style {
    Style(
      foreground: foreground, background: background, attributes: attributes.union(more))
  }

  /// The style laid over another: colours that are not `default` win, attributes are joined.
  public func over(_ base: Style) -> Style {
    Style(
      foreground: foreground == .default ? base.foreground : foreground,
      background: background == .default ? base.background : background,
      attributes: attributes.union(base.attributes))
  }
}
