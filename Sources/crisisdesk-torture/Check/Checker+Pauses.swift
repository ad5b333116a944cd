import DeskCore

extension Checker {
  /// By the server's log: between the word that a pause stands and the next call to resume, nothing
  /// comes that the pause stops, except what its receipt named.
  func pauses() -> [Violation] {
    var found: [Violation] = []
    for call in history.calls where call.isDone {
      guard case .pause(let everything) = call.act else { continue }
      let end = windowEnd(after: call)
      for attempt in history.attempts where attempt.at > call.ended && attempt.at < end {
        guard let message = history.message(in: attempt.text) else { continue }
        let items = lives.filter { $0.message == message }
        if items.allSatisfy(\.isReply) && !everything { continue }
        if items.contains(where: { call.inFlight.contains($0.item) }) { continue }
        let words = items.map { "item \($0.item)" }.joined(separator: ", ")
        found.append(
          broken(
            .pause,
            "\(words) came \(attempt.at.since(call.ended).milliseconds) ms after the pause stood"))
      }
    }
    return found
  }

  /// When a pause may have been over: as soon as anybody who could have ended it began to.
  private func windowEnd(after call: History.Call) -> Timestamp {
    var end = Timestamp(milliseconds: .max)
    for other in history.calls {
      guard case .resume = other.act, other.ended > call.began else { continue }
      // One that was refused changed nothing; one that was killed may have.
      if other.status == nil || other.isDone { end = min(end, other.began) }
    }
    return end
  }

  /// By the desk's own record, which has one order: nothing is admitted between a pause and its end.
  func recordedPauses() -> [Violation] {
    var found: [Violation] = []
    var standing: (entry: Int64, everything: Bool)?
    for entry in history.audit {
      switch entry.action {
      case "pause":
        let everything = entry.seat == History.everythingSeat
        standing = (standing?.entry ?? entry.sequence, everything || standing?.everything == true)
      case "resume": standing = nil
      case "gate: admit":
        guard let pause = standing, let life = lives.first(where: { $0.item == entry.item })
        else { continue }
        if life.isReply && !pause.everything { continue }
        found.append(
          broken(
            .pause,
            "entry \(entry.sequence) admits item \(life.item), paused since \(pause.entry)"))
      default: continue
      }
    }
    return found
  }
}
