/// A token or password: it prints as dots wherever it is printed by mistake.
public struct Secret: Hashable, Sendable {
  private let value: String

  /// Keeps a secret.
  public init(_ value: String) { self.value = value }

  /// The secret itself; to be called only where it leaves for its server.
  public func reveal() -> String { value }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Dots, never the secret and never its length.
  public var description: String { "•••" }
  /// Dots, never the secret and never its length.
  public var debugDescription: String { "•••" }
  /// No children, so that `dump` finds nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
