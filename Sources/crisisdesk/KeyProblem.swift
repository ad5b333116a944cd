import DeskConfiguration
import DeskUI

/// A mistake in somebody's own keys, by file and line.
struct KeyProblem: Error, CustomStringConvertible {
  let conflicts: Keymap.Conflicts
  let keys: [DeskConfiguration.KeyOverride]
  let file: String

  var description: String {
    conflicts.list.map { "\(file):\(line(of: $0)): \(Self.words($0))" }.joined(separator: "\n")
  }

  private func line(of conflict: Keymap.Conflict) -> String {
    let act =
      switch conflict {
      case .unknownAct(let act), .unknownKey(let act, _), .reserved(_, let act),
        .mustHaveKey(let act), .shared(_, _, let act):
        act
      }
    return keys.last { $0.action == act }.map { String($0.line) } ?? "[keys]"
  }

  private static func words(_ conflict: Keymap.Conflict) -> String {
    switch conflict {
    case .unknownAct(let act): "no act is called '\(act)'; '?' in the desk lists them"
    case .unknownKey(let act, let spelling):
      "'\(spelling)' for '\(act)' is no key; write a letter, C-x, F5, Enter or Tab"
    case .shared(let key, let first, let second):
      "'\(key)' is wanted by both '\(first)' and '\(second)'; give one of them another key"
    case .reserved(let key, let act): "'\(key)' is kept for moving; give '\(act)' another key"
    case .mustHaveKey(let act): "'\(act)' must keep a key"
    }
  }
}
