/// How the text of an answer names the person it is for.
///
/// Some platforms tell nobody of an answer that does not name them. The name is then part of the
/// text before it is frozen, so that what the writer sees, what is counted and what leaves are the
/// same bytes. Every other handle stays as typed: in a private answer those people read it too.
public struct Addressing: Hashable, Sendable {
  /// The handle that must be in the text, without `@`; empty when none must.
  public let recipient: String

  /// Makes the rule for an answer to `recipient` (a handle without `@`) through an account with
  /// `capabilities`.
  public init(recipient: String, by capabilities: Capabilities) {
    self.recipient = capabilities.contains(.namedRecipients) ? recipient : ""
  }

  /// What goes before `typed`, for example `@ana@example.social `; empty when nothing must.
  public func lead(for typed: String) -> String {
    let wanted = recipient.lowercased()
    guard !wanted.isEmpty, !Handles.names(in: typed).contains(where: { $0.lowercased() == wanted })
    else { return "" }
    return "@\(recipient) "
  }

  /// The exact text that is counted, frozen and sent.
  public func text(_ typed: String) -> String { lead(for: typed) + typed }

  /// Whether `typed` says anything beside naming people.
  public static func saysSomething(_ typed: String) -> Bool {
    var rest = typed
    for range in Handles.ranges(in: typed).reversed() { rest.removeSubrange(range) }
    return rest.contains { !$0.isWhitespace }
  }
}
