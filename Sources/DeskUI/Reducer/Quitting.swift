import DeskCore
import TerminalUI

/// Leaving the program while answers wait out their countdown.
extension DeskState {
  /// Asks whether to leave, and first what becomes of answers whose countdown runs.
  mutating func askToLeave() -> [Effect] {
    let isAsking = layers.contains {
      if case .menu(let menu) = $0 { menu.kind == .leave || menu.kind == .quit } else { false }
    }
    if !isAsking { layers.append(.menu(Menu(kind: counting.isEmpty ? .quit : .leave))) }
    return []
  }

  mutating func chooseLeaving(_ key: KeyEvent) -> [Effect] {
    switch key {
    case .character("n"), .escape:
      leaving = nil
      return back()
    case _ where leaving != nil: return []
    case .character("y") where counting.isEmpty: return leave()
    case .character("s"): return leave(by: .send) { .hurry($0) }
    case .character("h"): return leave(by: .hold) { .holdBack($0) }
    case .character("d"): return leave(by: .drop) { .recall($0) }
    default:
      say(counting.isEmpty ? Words.yesOrNo : Words.leaveKeys)
      return []
    }
  }

  private mutating func leave(
    by choice: Leaving.Choice, _ command: (OutgoingID) -> DeskCommand
  ) -> [Effect] {
    let ids = counting.map(\.id)
    if ids.isEmpty { return leave() }
    leaving = Leaving(choice: choice, items: ids, since: now)
    return ids.flatMap { perform(command($0), .leaving) }
  }

  /// Ends the program once what was chosen is stored and, where it was to be sent, has left.
  mutating func leaveIfDone() -> [Effect] {
    guard let leaving, !pending.values.contains(where: { $0.purpose == .leaving }) else {
      return []
    }
    let isWaiting =
      leaving.choice == .send
      && posts.board.outbox.contains {
        leaving.items.contains($0.id) && ($0.state == .queued || $0.state == .sending)
      }
    return isWaiting && now.since(leaving.since) < Leaving.patience ? [] : leave()
  }
}
