import DeskCore
import TerminalUI

extension DeskState {
  /// Does what a key or a typed name asks, or says why it cannot be done now.
  mutating func run(_ verb: Verb, argument: String = "") -> [Effect] {
    if let reason = reasonAgainst(verb) {
      say(reason, .refused)
      return []
    }
    if verb.group == .triage, pinsBeforeActing() { return [] }
    switch verb.group {
    case .moving: return move(verb)
    case .panes: return steer(verb, argument)
    case .triage: return triage(verb, argument)
    case .safety: return guardDesk(verb, argument)
    case .posts: return handlePost(verb, argument)
    case .program: return runProgram(verb, argument)
    }
  }

  /// While the list follows the newest, a row that has just arrived is not what the person saw:
  /// the first key only holds the list still.
  private mutating func pinsBeforeActing() -> Bool {
    guard focus == .stream, layers.isEmpty, stream.isFollowing, let shifted = stream.shiftedAt,
      now.since(shifted) < .seconds(1)
    else { return false }
    stream.window.setFollowing(false)
    say(Words.listMoved, .warning)
    return true
  }

  private mutating func runProgram(_ verb: Verb, _ argument: String) -> [Effect] {
    switch verb {
    case .refresh:
      struck.removeAll()
      loading.removeAll()
      return refresh()
    case .command:
      layers.append(.prompt(Prompt(kind: .command)))
      return []
    case .help:
      layers.append(.help(HelpLayer()))
      return []
    case .theme:
      guard !argument.isEmpty else {
        say(Words.themes(themes, current: themeName))
        return []
      }
      return [.setTheme(argument)]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend, .redraw]
    case .cancel: return cancel()
    case .quit: return quit()
    default: return []
    }
  }

  private mutating func cancel() -> [Effect] {
    if !layers.isEmpty {
      cancelledAt = nil
      return back()
    }
    if let before = cancelledAt, now.since(before) < .seconds(2) {
      cancelledAt = nil
      return askToLeave()
    }
    cancelledAt = now
    say(Words.cancelAgain)
    return []
  }

  private mutating func quit() -> [Effect] {
    if case .detail = layers.last { return back() }
    if posts.board.outbox.contains(where: { !$0.state.isFinal && $0.author == seat }) {
      return askToLeave()
    }
    return leave()
  }

  /// Ends the program; what is being written is kept first.
  mutating func leave() -> [Effect] {
    var effects: [Effect] = []
    for layer in layers {
      if case .composer(let composer, _) = layer { effects += keep(composer) }
    }
    if looked != nil { effects += perform(.look(nil), .renewal) }
    isEnding = true
    return effects + [.quit]
  }
}
