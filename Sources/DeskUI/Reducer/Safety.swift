import DeskCore
import TerminalUI

extension DeskState {
  /// Pausing, resuming, the level, and taking things back.
  mutating func guardDesk(_ verb: Verb, _ argument: String) -> [Effect] {
    switch verb {
    case .pause: return pauseNow(.posts, argument)
    case .pauseAll: return pauseNow(.everything, argument)
    case .pauseReason:
      if !argument.isEmpty { return perform(.explainPause(reason: argument)) }
      layers.append(.prompt(Prompt(kind: .pauseReason)))
    case .resume:
      let named = PauseLine(argument).target
      if let named, !status.pauses.contains(where: { $0.target == named }) {
        say(Words.notPaused(named), .refused)
        return []
      }
      let review = ResumeReview(
        items: posts.board.posts + posts.board.outbox, pauses: status.pauses, ending: named,
        openedAt: now, zone: zone)
      layers.append(.resume(review, problem: ""))
      return ask(.posts)
    case .level: return chooseLevel(argument)
    case .acceptLevel: return acceptLevel(argument)
    case .undo: return undoLast()
    case .redo: return redoLast()
    case .unsend:
      guard let item = recallable else { return [] }
      return perform(.recall(item.id))
    default: break
    }
    return []
  }

  /// Asks for the pause at once. Asking again changes nothing on the desk, so no state of the
  /// screen, which may be old, keeps the command from being sent; only a key that repeats by
  /// itself is taken as one.
  private mutating func pauseNow(_ scope: Pause.Scope, _ argument: String) -> [Effect] {
    // The key has no argument: it always stops the whole desk, whatever else is paused.
    let line = PauseLine(argument)
    let command = DeskCommand.pause(
      scope, over: line.target ?? .desk, remindEvery: line.remindEvery, reason: line.rest)
    let isOnTheWay = pending.values.contains {
      $0.purpose == .pause && $0.command == command && now.since($0.sentAt) < .seconds(1)
    }
    return isOnTheWay ? [] : perform(command, .pause)
  }

  /// Shows what the pause did; a new pause without a reason asks for one.
  mutating func show(_ receipt: PauseReceipt) -> [Effect] {
    let others = status.pauses.filter { $0.target != receipt.pause.target }
    status.pauses = (others + [receipt.pause]).widestFirst
    // A reading that began before the pause must not take the banner away again.
    if receipt.isNew { status.at = max(status.at, receipt.pause.at) }
    let isExplaining = layers.contains {
      if case .prompt(let prompt) = $0 { prompt.kind == .pauseReason } else { false }
    }
    if receipt.isNew, receipt.pause.reason.isEmpty, !isExplaining {
      layers.append(.prompt(Prompt(kind: .pauseReason)))
      say(Words.pausedNow(receipt), .warning)
      return [.bell] + ask(.posts)
    }
    say(Words.pausedNow(receipt), .warning)
    if !receipt.isNew, !isExplaining {
      layers.removeAll { if case .receipt = $0 { true } else { false } }
      layers.append(.receipt(receipt, Scroll()))
    }
    return ask(.posts)
  }

  /// Posts held, missed and outside the desk's control.
  var pauseCounts: (held: Int, missed: Int, elsewhere: Int) {
    (posts.count(.held), posts.count(.missed), posts.elsewhere)
  }

  private mutating func chooseLevel(_ argument: String) -> [Effect] {
    let parts = argument.split(separator: " ", maxSplits: 1).map(String.init)
    guard let name = parts.first else {
      layers.append(.menu(Menu(kind: .level, selected: status.level.rawValue)))
      return []
    }
    guard let level = Level(name: name) else {
      say(Words.unknownLevel(name), .refused)
      return []
    }
    guard parts.count == 2 else {
      layers.append(.prompt(Prompt(kind: .levelReason(level))))
      return []
    }
    return perform(.setLevel(level, reason: parts[1]))
  }

  /// Asks for the reason with the desk's own reasons in view; a reason given at once moves the level.
  private mutating func acceptLevel(_ reason: String) -> [Effect] {
    guard let level = board.proposal?.level else { return [] }
    if !reason.isEmpty { return perform(.setLevel(level, reason: reason)) }
    var effects: [Effect] = []
    if case .alerts = layers.last {} else { effects = openAlerts() }
    layers.append(.prompt(Prompt(kind: .levelReason(level))))
    return effects
  }

  private mutating func undoLast() -> [Effect] {
    guard let entry = undo.popLast() else { return [] }
    redo.append(UndoEntry(label: entry.label, commands: [], mentions: entry.mentions))
    for id in entry.mentions { struck[id] = nil }
    if let id = entry.mentions.first {
      queue.window.select(id, in: queue.ids, rows: queue.rows)
      stream.window.select(id, in: stream.ids, rows: stream.rows)
    }
    return entry.commands.flatMap { perform($0, .undo(entry)) }
  }

  private mutating func redoLast() -> [Effect] {
    guard let entry = redo.popLast() else { return [] }
    undo.append(UndoEntry(label: entry.label, commands: [], mentions: entry.mentions))
    return entry.commands.flatMap { perform($0, .redo(entry)) }
  }
}
