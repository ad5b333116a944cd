import DeskCore
import TerminalUI

extension DeskState {
  mutating func choose(_ key: KeyEvent, in menu: Menu) -> [Effect] {
    switch menu.kind {
    case .quit: return answer(key, yes: { $0.leave() })
    case .leave: return chooseLeaving(key)
    case .steal(let id): return answer(key, yes: { $0.perform(.steal(id)) })
    case .level:
      let levels = Level.allCases
      return pick(key, in: menu, count: levels.count) { state, index in
        state.layers.append(.prompt(Prompt(kind: .levelReason(levels[index]))))
        return []
      }
    case .macros:
      let all = macros
      return pick(key, in: menu, count: all.count) { state, index in
        state.chooseMacro(all[index].name)
      }
    case .runMacro(let macro):
      switch key {
      case .enter:
        layers.removeLast()
        return runMacro(macro)
      case .escape, .character("n"), .character("q"): return back()
      default: return []
      }
    case .snooze(let ids):
      let presets = SnoozePreset.all(now: now, zone: zone)
      return pick(key, in: menu, count: presets.count) { state, index in
        let act = GroupAct.snooze(until: presets[index].until, orSpike: false)
        return state.perform(state.command(act, to: state.group(of: ids)))
      }
    }
  }

  /// A question whose yes is a letter; Enter says nothing.
  private mutating func answer(
    _ key: KeyEvent, yes: (inout DeskState) -> [Effect]
  ) -> [Effect] {
    switch key {
    case .character("y"):
      layers.removeLast()
      return yes(&self)
    case .character("n"), .escape: return back()
    default:
      say(Words.yesOrNo)
      return []
    }
  }

  private mutating func pick(
    _ key: KeyEvent, in menu: Menu, count: Int,
    then done: (inout DeskState, Int) -> [Effect]
  ) -> [Effect] {
    var menu = menu
    switch key {
    case .escape: return back()
    case .enter:
      layers.removeLast()
      return done(&self, menu.selected)
    case .down, .character("j"): menu.selected = min(count - 1, menu.selected + 1)
    case .up, .character("k"): menu.selected = max(0, menu.selected - 1)
    case .character(let character):
      guard let digit = character.wholeNumberValue, (1...count).contains(digit) else { return [] }
      layers.removeLast()
      return done(&self, digit - 1)
    default: return []
    }
    layers[layers.count - 1] = .menu(menu)
    return []
  }
}
