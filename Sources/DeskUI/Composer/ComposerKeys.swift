import TerminalUI

/// The keys that mean something else than editing while a person writes.
///
/// Function keys, because Control-S and Control-Q belong to the terminal's flow control, Control-D
/// and Control-X to editing habits, and no typed letter may ever send.
struct ComposerKeys: Hashable, Sendable {
  /// Sends.
  var send: KeyEvent = .function(5)
  /// Changes between a public and a private answer.
  var direct: KeyEvent = .function(6)
  /// Goes on in private, and says so in public.
  var move: KeyEvent = .function(7)
  /// Looks for a saved reply.
  var saved: KeyEvent = .function(3)
  /// Leaves and keeps the draft.
  var leave: KeyEvent = .escape

  /// The keys as delivered.
  static let standard = ComposerKeys()
}
