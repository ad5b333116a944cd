import DeskUI
import Synchronization

/// What other threads have for the screen: they put actions in, the screen's thread takes them out.
final class Inbox: Sendable {
  private struct Content {
    var actions: [Action] = []
    var hasChange = false
  }

  private let content = Mutex(Content())
  private let wake: @Sendable () -> Void

  /// Makes an empty inbox; `wake` is called after each delivery.
  init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  /// Delivers an action.
  func put(_ action: Action) {
    content.withLock { content in
      if action == .dataChanged {
        content.hasChange = true
      } else {
        content.actions.append(action)
      }
    }
    wake()
  }

  /// Takes everything out; any number of changes count as one.
  func take() -> [Action] {
    content.withLock { content in
      let actions = content.actions + (content.hasChange ? [.dataChanged] : [])
      content = Content()
      return actions
    }
  }
}
