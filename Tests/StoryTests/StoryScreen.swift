import DeskCore
import DeskServices
import DeskStore
import DeskTesting
import TerminalUI

@testable import DeskUI

/// One person before a screen: keys in, text out, and in between the real reducer, the real handler
/// and the real store.
final class StoryScreen {
  let seat: Seat
  private(set) var state: DeskState
  /// How many keys were pressed.
  private(set) var keys = 0
  /// While this is off, nothing that others do is heard, as on a line that is down.
  var isConnected = true {
    didSet { if isConnected { hear() } }
  }

  private let store: DeskDatabase
  private unowned let desk: StoryDesk
  private let librarian: Librarian
  private let handler: CommandHandler

  init(seat: Seat, on store: DeskDatabase, desk: StoryDesk, columns: Int, rows: Int) throws {
    self.seat = seat
    self.store = store
    self.desk = desk
    let account = desk.platform.account
    handler = CommandHandler(store: store, rules: desk.rules)
    try handler.enrol(at: desk.clock.now())
    librarian = Librarian(
      reader: store, mood: LexiconMoodReader(), seat: seat, brand: "story",
      shelf: { [replies = desk.replies] in (replies, []) },
      offset: { _ in 0 }, describe: { "\($0)" })
    state = DeskState(
      size: Size(columns: columns, rows: rows), now: desk.clock.now(), seat: seat,
      role: desk.rules.team.role(of: seat),
      accounts: [
        DeskAccount(
          account: account, ruler: desk.platform.ruler, capabilities: desk.platform.capabilities)
      ], lint: desk.rules.lint, channel: desk.rules.channel,
      macros: desk.macros)
    carryOut(DeskReducer.start(&state))
  }

  deinit { store.close() }

  /// Presses keys, spelled as in keymap files, separated by blanks.
  func press(_ spellings: String) {
    for spelling in spellings.split(separator: " ") {
      guard let key = KeyEvent(spelling: String(spelling)) else {
        preconditionFailure("no key is spelled \(spelling)")
      }
      send(.key(key))
    }
  }

  /// Types text, a key for each character.
  func type(_ text: String) { for character in text { send(.key(.character(character))) } }

  /// A second passed.
  func tick() { act(.tick) }

  /// Somebody stored something.
  func hear() { if isConnected { act(.dataChanged) } }

  /// What the screen shows.
  var text: String {
    var buffer = CellBuffer(size: state.size)
    DeskScreen.render(state, into: &buffer, theme: .fallback)
    return buffer.text
  }

  /// Whether the screen shows some words.
  func shows(_ words: String) -> Bool { text.contains(words) }

  /// The mention that is open; nil when none is.
  var open: MentionID? {
    if case .detail(let detail) = state.layers.last { return detail.mention }
    return nil
  }

  private func send(_ event: TerminalEvent) {
    keys += 1
    guard let action = state.keymap.action(for: event, in: state) else { return }
    if act(action) { desk.tell() }
  }

  @discardableResult
  private func act(_ action: Action) -> Bool {
    carryOut(DeskReducer.reduce(into: &state, action, now: desk.clock.now()))
  }

  /// Does what the reducer asks for; true when something was decided.
  @discardableResult
  private func carryOut(_ effects: [Effect]) -> Bool {
    var decided = false
    var queue = effects[...]
    while let effect = queue.popFirst() {
      let now = desk.clock.now()
      switch effect {
      case .load(let request):
        let answer = librarian.answer(request, now: now)
        queue += DeskReducer.reduce(into: &state, .loaded(answer), now: now)
      case .perform(let command, let tag):
        decided = true
        queue += DeskReducer.reduce(into: &state, .performed(tag, perform(command)), now: now)
      default: break
      }
    }
    return decided
  }

  private func perform(_ command: DeskCommand) -> Result<CommandOutcome, CommandFailure> {
    do {
      return .success(try handler.execute(command, as: seat, at: desk.clock.now()))
    } catch let refusal as Refusal {
      return .failure(.refused(refusal))
    } catch {
      return .failure(.failed("\(error)"))
    }
  }
}
