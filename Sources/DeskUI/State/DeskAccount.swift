public import DeskCore

/// One of the brand's accounts, and what the screen must know to write for it.
public struct DeskAccount: Hashable, Sendable {
  /// The account.
  public let account: Account
  /// How its platform counts the length of a text.
  public let ruler: TextRuler
  /// What its token may do.
  public let capabilities: Capabilities
  /// How far apart its posts are to be; nil for no matter.
  public let spacing: Span?

  /// Makes an account that the screen may write for.
  public init(
    account: Account, ruler: TextRuler, capabilities: Capabilities, spacing: Span? = nil
  ) {
    self.account = account
    self.ruler = ruler
    self.capabilities = capabilities
    self.spacing = spacing
  }
}
