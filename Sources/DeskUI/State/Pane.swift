/// The four panes; the raw value is the digit that focuses one.
enum Pane: Int, CaseIterable, Hashable, Sendable {
  case stream = 1
  case graph, queue, posts

  /// The pane so many steps further, round and round.
  func moved(by steps: Int) -> Pane {
    let count = Pane.allCases.count
    return Pane(rawValue: (rawValue - 1 + steps % count + count) % count + 1) ?? self
  }
}
