import DeskCore

extension DeskState {
  /// What time alone brings: drafts are kept, counts of what is due are read again.
  mutating func tick() -> [Effect] {
    var effects = tellPresence() + tickComposer()
    if !line.text.isEmpty, now.since(line.at) > .seconds(20) { line.text = "" }
    let since = refreshedAt.map { now.since($0) } ?? .days(1)
    // An answer that never came must not keep the screen from reading for ever.
    if since >= .seconds(30) {
      loading.removeAll()
      effects += refresh()
    } else if since >= .seconds(10), loading.isEmpty {
      effects += ask(.status)
    }
    let range = graph.state.range(now: now, zone: zone)
    if range != graph.range || graph.isBehind { effects += askForMood() }
    effects += leaveIfDone()
    return effects
  }
}
