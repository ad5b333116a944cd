import DeskCore

@testable import DeskTesting

/// What must hold in every world; each check names what was broken.
extension World {
  /// Nothing is admitted after a pause that stops it was confirmed, or without the yes it needs.
  mutating func checkAdmission(_ item: OutgoingItem) {
    if let closed {
      let stops = closed == .everything || item.content.kind == .post
      if stops { broken = "admitted while paused: item \(item.id)" }
    }
    if setting.needsApproval, item.content.answersPerson, item.approvers.isEmpty {
      broken = "admitted without approval: item \(item.id)"
    }
  }

  /// Nobody reads anything twice unless a person said so, and nobody reads other words.
  mutating func checkPublished(_ request: Request) {
    let copies = published.count { $0.item == request.item }
    if copies > permits[request.item, default: 0] {
      broken = "published \(copies) times: item \(request.item)"
    }
    if words[request.item]?.contains(request.digest) != true {
      broken = "changed: item \(request.item)"
    }
  }

  /// What the desk says of an item is true: sent is there, and what may still be sent is not.
  mutating func checkStates() {
    for item in desk.items {
      let isThere = published.contains { $0.item == item.id }
      if item.state == .sent, !isThere { broken = "lost: item \(item.id) was never published" }
      let isOver = [.dropped, .refused].contains(item.state)
      if isOver, isThere { broken = "untrue: item \(item.id) is \(item.state) and published" }
    }
  }

  /// Nothing is forgotten: every item can still get somewhere by itself or by a person.
  func isForgotten(_ item: OutgoingItem) -> Bool {
    guard item.state == .sending else { return false }
    let flies = processes.contains { $0.flight?.item.id == item.id }
    // Whoever takes the lease next finds it.
    return !flies && desk.lease == nil
  }
}
