public import DeskCore
import TerminalUI

/// Evolves the screen's state by one action and names the work that follows; performs none of it.
public enum DeskReducer {
  /// The work with which a screen begins.
  public static func start(_ state: inout DeskState) -> [Effect] {
    state.layOut()
    return state.refresh()
  }

  /// Takes in one action at an instant.
  public static func reduce(
    into state: inout DeskState, _ action: Action, now: Timestamp
  ) -> [Effect] {
    state.now = now
    let effects = state.take(action)
    state.layOut()
    return effects
  }
}

extension DeskState {
  fileprivate mutating func take(_ action: Action) -> [Effect] {
    switch action {
    case .verb(let verb, let argument): return run(verb, argument: argument)
    case .key(let key): return typeKey(key)
    case .paste(let text): return paste(text)
    case .unbound(let key): return sayUnbound(key)
    case .tick: return tick()
    case .resized(let size):
      self.size = size
      return []
    case .loaded(let result): return takeIn(result)
    case .statusChanged(let status): return takeIn(status)
    case .performed(let tag, let result): return finish(tag, result) + macroHeard(tag, result)
    case .dataChanged: return dataChanged()
    case .themeChanged(let name, let failure):
      if failure == nil { themeName = name }
      say(failure ?? Words.themeIs(name), failure == nil ? .done : .refused)
      return []
    case .notice(let text):
      say(text, .warning)
      return []
    }
  }

  private mutating func sayUnbound(_ key: KeyEvent) -> [Effect] {
    say(Words.unboundKey(key.spelling))
    return []
  }

  /// Fits every list to the rows it has on the screen.
  mutating func layOut() {
    let layout = ScreenLayout(self)
    stream.fit(rows: layout.rows(of: .stream))
    queue.fit(rows: layout.rows(of: .queue))
    posts.fit(rows: layout.rows(of: .posts))
  }
}
