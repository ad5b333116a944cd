import DeskCore
import TerminalUI

extension DeskState {
  /// The alert that a key on the pane, or a typed name, is about: the selected or the newest one.
  private var alertInHand: Alert? {
    guard case .alerts(let selected) = layers.last else { return board.alerts.first }
    return board.alerts.first { $0.id == selected } ?? board.alerts.first
  }

  mutating func openAlerts() -> [Effect] {
    layers.removeAll { if case .alerts = $0 { true } else { false } }
    layers.append(.alerts(board.alerts.first?.id))
    return ask(.alerts)
  }

  /// Keys on the alerts pane.
  mutating func typeOnAlerts(_ key: KeyEvent) -> [Effect] {
    switch key {
    case .escape, .character("q"): return back()
    case .enter: return showMentions()
    case .character("a"): return acknowledgeAlert()
    case .character("s"):
      guard let alert = alertInHand else { return [] }
      layers.append(.prompt(Prompt(kind: .snoozeAlert(alert.id))))
      return []
    default:
      if let verb = keymap.verbs[key], [.level, .acceptLevel].contains(verb) { return run(verb) }
      guard let verb = keymap.verbs[key], verb.isMovement else { return [] }
      return moveOnAlerts(verb)
    }
  }

  private mutating func moveOnAlerts(_ verb: Verb) -> [Effect] {
    guard case .alerts(let selected) = layers.last, !board.alerts.isEmpty else { return [] }
    let last = board.alerts.count - 1
    let index = board.alerts.firstIndex { $0.id == selected } ?? 0
    let next =
      switch verb {
      case .down: min(last, index + 1)
      case .up: max(0, index - 1)
      case .first: 0
      case .last, .newest: last
      default: index
      }
    layers[layers.count - 1] = .alerts(board.alerts[next].id)
    return []
  }

  /// Filters the stream to what made the alert.
  private mutating func showMentions() -> [Effect] {
    guard let alert = alertInHand else { return [] }
    layers.removeAll { if case .alerts = $0 { true } else { false } }
    if alert.kind.isAboutWaits { return showWaits(from: alert) }
    focus = .stream
    return setFilter(FilterPrinter.line(alert.mentions))
  }

  /// Goes to the one who is late first, with the queue in the order of who is late.
  private mutating func showWaits(from alert: Alert) -> [Effect] {
    let effects = queueOrder == .breach ? [] : order(by: QueueOrder.breach.rawValue)
    focus = .queue
    if let first = alert.figures.late?.mention, queue.mentions.contains(where: { $0.id == first }) {
      queue.window.select(first, in: queue.ids, rows: queue.rows)
    }
    return effects + askForMore()
  }

  mutating func acknowledgeAlert() -> [Effect] {
    guard let alert = alertInHand else {
      say(Words.noAlertSelected, .refused)
      return []
    }
    return perform(.acknowledge(alert.id)) + ask(.alerts)
  }

  /// `2h the same shop again`: a time and why.
  mutating func snoozeAlert(_ id: AlertID?, _ text: String) -> [Effect]? {
    guard let id = id ?? alertInHand?.id else {
      say(Words.noAlertSelected, .refused)
      return nil
    }
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      say(Words.snoozeAlertForm, .refused)
      return nil
    }
    guard let until = readTime(parts[0]) else { return nil }
    return perform(.snoozeAlert(id, until: until, reason: parts[1])) + ask(.alerts)
  }

  /// Says once that there is a new alert; what was there when the screen opened is in the header.
  mutating func hearOfAlerts(_ status: DeskStatus) -> [Effect] {
    defer { newestAlert = status.newestAlert }
    let proposal = askForProposal()
    guard let known = newestAlert, status.newestAlert > known, status.alerts > 0 else {
      return proposal
    }
    say(Words.newAlert, .warning)
    return [.bell] + proposal + ask(.alerts)
  }

  /// What level the desk would choose is looked up once a minute, and when the level moved.
  private mutating func askForProposal() -> [Effect] {
    guard status.newestAlert > 0 || status.level != .calm else { return [] }
    let isFresh = proposedAt.map { now.since($0) < .minutes(1) } ?? false
    guard !isFresh || proposedFor != status.level else { return [] }
    (proposedAt, proposedFor) = (now, status.level)
    return ask(.alerts)
  }
}
