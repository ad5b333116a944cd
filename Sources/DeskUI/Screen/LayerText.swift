import DeskCore
import TerminalUI

/// The text of layers that scroll, as lines.
enum LayerText {
  /// How many lines a layer has; 0 for layers that do not scroll.
  static func height(of layer: Layer?, state: DeskState) -> Int {
    let width = ScreenLayout(state).panelColumns
    switch layer {
    case .detail(let detail):
      return state.detailModel(detail).map { DetailLines($0, width: width).lines.count } ?? 0
    case .notice(let notice): return lines(of: notice, width: width).count
    case .receipt(let receipt, _):
      return PauseReceiptView.lines(state.receiptModel(receipt), width: width).count
    case .help(let help): return Help.lines(state, filter: help.filter.text).count
    default: return 0
    }
  }

  /// A notice's lines, none wider than `width` cells.
  static func lines(of notice: Notice, width: Int) -> [String] {
    notice.lines.flatMap { TextWidth.wrap($0, to: width) }
  }
}

/// The help page, made from the table of keys.
enum Help {
  /// One line: a heading without keys, or an act with its keys and its name for the command line.
  struct Line: Equatable {
    let keys: String
    let name: String
    let words: String
    var isHeading: Bool { name.isEmpty }
  }

  /// The lines that hold `filter` in any of their parts; all for an empty one.
  static func lines(_ state: DeskState, filter: String) -> [Line] {
    let wanted = filter.lowercased()
    return Verb.Group.allCases.flatMap { group -> [Line] in
      let acts = Verb.allCases.filter { $0.group == group }.map { line($0, state.keymap) }
        .filter { line in
          wanted.isEmpty
            || [line.keys, line.name, line.words].contains {
              $0.lowercased().contains(wanted)
            }
        }
      let heading = Line(keys: "", name: "", words: Words.helpGroup(group))
      return acts.isEmpty ? [] : [heading] + acts
    }
  }

  private static func line(_ verb: Verb, _ keymap: Keymap) -> Line {
    let keys = keymap.keys(for: verb).map { Words.key($0) }.joined(separator: " ")
    return Line(keys: keys, name: ":" + verb.rawValue, words: Words.help(verb))
  }
}
