public import TerminalUI

extension Keymap {
  /// Keys that move or lead out of something; nobody may give them another act.
  static let reserved: Set<KeyEvent> = Set(
    ["h", "j", "k", "l", "g", "G", "<Enter>", "<Esc>", "<Tab>", "C-c", "C-z"]
      .compactMap { KeyEvent(spelling: $0) })

  /// Keys that mean something of their own while a person writes.
  static let composing: Set<KeyEvent> = [
    ComposerKeys.standard.send, ComposerKeys.standard.direct, ComposerKeys.standard.move,
    ComposerKeys.standard.saved,
  ]

  /// Acts that must keep a key.
  static let required: [Verb] = [.pause, .quit, .back, .help, .command]

  /// The rows of the table; a spelling occurs once.
  static let table: [(verb: Verb, keys: String)] = [
    (.down, "j <Down>"), (.up, "k <Up>"), (.halfDown, "C-d"), (.halfUp, "C-u"),
    (.pageDown, "<PgDn> C-f"), (.pageUp, "<PgUp> C-b"), (.first, "g <Home>"), (.last, "<End>"),
    (.newest, "G"), (.earlier, "h <Left>"), (.later, "l <Right>"), (.finer, "]"), (.wider, "["),
    (.stream, "1"), (.graph, "2"), (.queue, "3"), (.posts, "4"), (.calendar, "v"),
    (.nextPane, "<Tab>"),
    (.previousPane, "<S-Tab>"), (.zoom, "Z"), (.open, "<Enter>"), (.back, "<Esc>"),
    (.order, "S"), (.nextBreach, "B"), (.follow, "f"), (.refresh, "C-r"), (.search, "/"),
    (.command, ":"), (.help, "? F1"),
    (.claim, "c"), (.release, "C"), (.reply, "r"), (.replyPrivately, "p"),
    (.movePrivate, "F7"), (.macro, "M"), (.noAction, "d"),
    (.troll, "t"), (.duplicate, "x"), (.answered, "a"), (.handOn, "e"), (.snooze, "s"),
    (.split, "X"),
    (.wait, "H"),
    (.reopen, "o"), (.mark, "m <Space>"), (.range, "V"), (.note, "n"), (.repeat, "."),
    (.isNegative, "-"), (.isNeutral, "="), (.isPositive, "+"), (.undo, "z"), (.redo, "C-y"),
    (.unsend, "u"),
    (.why, "w"), (.copy, "y"), (.copyURL, "Y"), (.browse, "O"), (.pause, "! F8 M-!"),
    (.resume, "R"), (.level, "L"), (.acceptLevel, "U"), (.alerts, "A"), (.post, "P"), (.drop, "D"),
    (.approve, "K"), (.editText, "E"), (.sendBack, "W"), (.approvals, "Q"),
    (.redraw, "C-l"),
    (.suspend, "C-z"), (.cancel, "C-c"), (.quit, "q"),
  ]

  static let defaults: [KeyEvent: Verb] = {
    var verbs: [KeyEvent: Verb] = [:]
    for row in table {
      for spelling in row.keys.split(separator: " ") {
        if let key = KeyEvent(spelling: String(spelling)) { verbs[key] = row.verb }
      }
    }
    return verbs
  }()

  /// What an event means to the screen as it is: a field on top takes keys as text, but the pause,
  /// the redraw and the ways out work everywhere.
  public func action(for event: TerminalEvent, in state: DeskState) -> Action? {
    switch event {
    case .key(let key): action(for: key, in: state)
    case .paste(let text): .paste(text)
    case .resize(let size): .resized(size)
    case .wake: .dataChanged
    case .resume: .verb(.redraw, argument: "")
    case .focus, .terminate: nil
    }
  }

  private func action(for key: KeyEvent, in state: DeskState) -> Action {
    let verb = verbs[key]
    if ScreenLayout(state).shape == .tooSmall {
      // What cannot be seen must not be judged by a key: only the pause and the ways out work.
      let works = verb == .quit || verb.map { Keymap.everywhere.contains($0) } == true
      return works ? .verb(verb ?? .redraw, argument: "") : .unbound(key)
    }
    if state.takesText {
      guard let verb, !key.isText, Keymap.everywhere.contains(verb) else { return .key(key) }
      return .verb(verb, argument: "")
    }
    if let macro = macros[key], !state.takesKeys { return .verb(.macro, argument: macro) }
    guard let verb else { return state.layers.isEmpty ? .unbound(key) : .key(key) }
    if state.takesKeys, !Keymap.everywhere.contains(verb) { return .key(key) }
    return .verb(verb, argument: "")
  }

  /// Acts that no dialog keeps from working.
  private static let everywhere: Set<Verb> = [.pause, .redraw, .suspend, .cancel]
}

extension KeyEvent {
  /// Whether it types something, so that a field wants it for itself.
  var isText: Bool {
    if case .character = self { return true }
    return false
  }
}
