import DeskCore
import TerminalUI

/// Saying yes, changing words, giving back: in the approvers' pane, in a list and in the detail view.
extension DeskState {
  /// What waits for this seat's yes, the first to expire first; nil before it was read.
  var awaitingMe: [WaitingApproval]? {
    toApprove?.filter { isMine($0.item) }
      .sorted { ($0.item.expiry, $0.item.id) < ($1.item.expiry, $1.item.id) }
  }

  /// Whether an item waits for this very seat.
  func isMine(_ item: OutgoingItem) -> Bool {
    item.state == .awaitingApproval && item.author != seat && role >= .lead
      && !item.approvers.contains(seat)
  }

  /// The item that an act on what leaves is about: the selected one of the approvers' pane, the
  /// answer to the mention that is open or selected, or the selected row of the posts pane.
  var outgoingTarget: OutgoingItem? {
    for layer in layers.reversed() {
      if case .approvals(let selected) = layer {
        return (awaitingMe?.first { $0.item.id == selected } ?? awaitingMe?.first)?.item
      }
      if case .detail(let detail) = layer { return answer(to: detail.mention) }
    }
    switch focus {
    case .stream, .queue: return target.flatMap { answer(to: $0.id) }
    case .graph, .posts: return posts.selectedItem
    }
  }

  /// The answer to a mention that has not reached an end: the one that waits for a yes before
  /// others, and of a pair the one that goes first.
  private func answer(to id: MentionID) -> OutgoingItem? {
    let open = posts.board.outbox.filter { $0.content.mention == id && !$0.state.isFinal }
    return open.first { $0.state == .awaitingApproval } ?? open.min { $0.id < $1.id }
  }

  mutating func openApprovals() -> [Effect] {
    layers.removeAll { if case .approvals = $0 { true } else { false } }
    layers.append(.approvals(awaitingMe?.first?.item.id))
    return ask(.approvals)
  }

  /// Keys on the approvers' pane.
  mutating func typeOnApprovals(_ key: KeyEvent) -> [Effect] {
    switch key {
    case .escape, .character("q"): return back()
    case .enter:
      guard let id = outgoingTarget?.content.mention else { return [] }
      layers.removeAll { if case .approvals = $0 { true } else { false } }
      return openDetail(id)
    default:
      let acts: Set<Verb> = [.approve, .editText, .sendBack, .override, .command, .undo]
      guard let verb = keymap.verbs[key] else { return [] }
      if acts.contains(verb) { return run(verb) }
      return verb.isMovement ? moveOnApprovals(verb) : []
    }
  }

  private mutating func moveOnApprovals(_ verb: Verb) -> [Effect] {
    guard case .approvals(let selected) = layers.last, let all = awaitingMe, !all.isEmpty else {
      return []
    }
    let index = all.firstIndex { $0.item.id == selected } ?? 0
    let next =
      switch verb {
      case .down: min(all.count - 1, index + 1)
      case .up: max(0, index - 1)
      case .first: 0
      case .last, .newest: all.count - 1
      default: index
      }
    layers[layers.count - 1] = .approvals(all[next].item.id)
    return []
  }

  /// Tells a writer what others did to their words.
  mutating func tellWriter(since before: PostsBoard) {
    let old = Dictionary((before.posts + before.outbox).map { ($0.id, $0) }) { $1 }
    for item in posts.board.posts + posts.board.outbox where item.author == seat {
      guard let known = old[item.id] else { continue }
      if item.revisions.count > known.revisions.count, let change = item.revisions.last,
        change.seat != seat
      {
        say(Words.revised(item, by: change.seat), .warning)
      } else if item.state == .draft, known.state == .awaitingApproval {
        say(Words.cameBack(item), .warning)
      }
    }
  }
}

extension OutgoingItem {
  /// Until when a yes lets it leave by itself; the end of time where nothing says so.
  fileprivate var expiry: Timestamp {
    decided.approveBy ?? Timestamp(milliseconds: .max)
  }
}
