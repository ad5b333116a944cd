import DeskCore
import TerminalUI

extension DeskState {
  /// Puts the queue into another order, the other one where none is named.
  mutating func order(by name: String) -> [Effect] {
    let other: QueueOrder = queueOrder == .breach ? .urgency : .breach
    guard let order = name.isEmpty ? other : QueueOrder(rawValue: name) else {
      say(Words.unknownOrder(name), .refused)
      return []
    }
    return put(order)
  }

  private mutating func put(_ order: QueueOrder) -> [Effect] {
    queueOrder = order
    let selection = queue.window.selection
    queue = MentionList(follows: false)
    struck = [:]
    loading = loading.filter { if case .queue = $0 { false } else { true } }
    say(Words.ordered(order), .done)
    let effects = refresh()
    if let selection, queue.mentions.contains(where: { $0.id == selection }) {
      queue.window.select(selection, in: queue.ids, rows: queue.rows)
    }
    return effects
  }

  /// Goes to the open mention that is late next; where all that are loaded are late, to the one
  /// that has been late longest.
  mutating func goToNextBreach() -> [Effect] {
    focus = .queue
    layers.removeAll { if case .detail = $0 { true } else { false } }
    let live = queue.mentions.filter { $0.state == .open && $0.hold == nil && struck[$0.id] == nil }
    let ahead = live.filter { $0.dueAt > now }
    guard let next = (ahead.isEmpty ? live : ahead).min(by: { $0.dueAt < $1.dueAt }) else {
      say(Words.queueEmpty)
      return []
    }
    queue.window.select(next.id, in: queue.ids, rows: queue.rows)
    return askForMore()
  }
}
