import DeskConfiguration
import DeskUI

/// A mistake in somebody's own keys, by file and line.
struct KeyProblem: Error, CustomStringConvertible {
  let conflicts: Keymap.Conflicts
  let keys: [DeskConfiguration.KeyOverride]
  let file: String

  var description: String {
    conflicts.list.map { "\(file):\(line(of: $0)): \(CommandLineWords.conflict($0))" }.joined(
      separator: "\n")
  }

  private func line(of conflict: Keymap.Conflict) -> String {
    let act =
      switch conflict {
      case .unknownAct(let act), .unknownKey(let act, _), .reserved(_, let act),
        .composer(_, let act),
        .mustHaveKey(let act), .shared(_, _, let act):
        act
      }
    return keys.last { $0.action == act }.map { String($0.line) } ?? "[keys]"
  }
}
