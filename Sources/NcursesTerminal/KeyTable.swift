import CNcurses
import TerminalUI

/// From the codes of ncurses to input.
enum KeyTable {
  private static let pasteStart: Int32 = 0x600
  private static let pasteEnd: Int32 = 0x601
  private static let focusIn: Int32 = 0x602
  private static let focusOut: Int32 = 0x603

  /// Teaches ncurses the sequences that descriptions leave out: pastes, focus, and the arrow keys
  /// of terminals that did not change to application mode.
  static func define() {
    let sequences: [(String, Int32)] = [
      ("\u{1B}[200~", pasteStart), ("\u{1B}[201~", pasteEnd), ("\u{1B}[I", focusIn),
      ("\u{1B}[O", focusOut), ("\u{1B}[A", KEY_UP), ("\u{1B}[B", KEY_DOWN),
      ("\u{1B}[C", KEY_RIGHT), ("\u{1B}[D", KEY_LEFT), ("\u{1B}[H", KEY_HOME),
      ("\u{1B}[F", KEY_END), ("\u{1B}OA", KEY_UP), ("\u{1B}OB", KEY_DOWN),
      ("\u{1B}OC", KEY_RIGHT), ("\u{1B}OD", KEY_LEFT), ("\u{1B}OH", KEY_HOME),
      ("\u{1B}OF", KEY_END), ("\u{1B}[1~", KEY_HOME), ("\u{1B}[4~", KEY_END),
      ("\u{1B}[3~", KEY_DC), ("\u{1B}[5~", KEY_PPAGE), ("\u{1B}[6~", KEY_NPAGE),
      ("\u{1B}[Z", KEY_BTAB), ("\u{1B}OM", KEY_ENTER),
    ]
    for (sequence, code) in sequences { define_key(sequence, code) }
  }

  static func input(for code: Int32) -> InputAssembler.Input? {
    switch code {
    case 0...255: .byte(UInt8(code))
    case pasteStart: .pasteStart
    case pasteEnd: .pasteEnd
    case focusIn: .focus(true)
    case focusOut: .focus(false)
    case KEY_F0 + 1...KEY_F0 + 63: .key(.function(Int(code - KEY_F0)))
    default: keys[code].map { .key($0) }
    }
  }

  private static let keys: [Int32: KeyEvent] = [
    KEY_ENTER: .enter, KEY_BTAB: .backTab, KEY_BACKSPACE: .backspace, KEY_DC: .delete,
    KEY_IC: .insert, KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right,
    KEY_HOME: .home, KEY_END: .end, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown,
    KEY_FIND: .home, KEY_SELECT: .end, KEY_A1: .home, KEY_C1: .end, KEY_A3: .pageUp,
    KEY_C3: .pageDown,
  ]
}
