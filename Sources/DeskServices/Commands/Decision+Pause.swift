import DeskCore

extension Decision {
  /// Pausing twice is pausing once: the second may widen what is stopped, never less.
  func pause(_ scope: Pause.Scope, reason: String) throws -> CommandOutcome {
    let standing = try tx.pause()
    let pause: Pause
    if let standing {
      pause = try widen(standing, scope, reason: reason)
    } else {
      pause = try tx.beginPause(scope, reason: trimmed(reason), seat: seat, at: now)
    }
    for item in try tx.items(in: [.queued]) where pause.stops(item.content) {
      try tx.passGate(item.id, now: now)
    }
    let receipt = PauseReceipt(
      pause: pause, isNew: standing == nil, held: try tx.items(in: [.held]).map(\.id),
      inFlight: try tx.items(in: [.sending, .unknown]).map(\.id))
    try audit("pause", "pause \(pause.id)", describe(receipt))
    return .paused(receipt)
  }

  private func widen(
    _ standing: Pause, _ scope: Pause.Scope, reason: String
  ) throws -> Pause {
    var pause = standing
    if scope == .everything { pause.scope = .everything }
    if pause.reason.isEmpty { pause.reason = trimmed(reason) }
    if pause != standing { try tx.updatePause(pause) }
    return pause
  }

  private func describe(_ receipt: PauseReceipt) -> String {
    let kind = receipt.isNew ? "begins" : "stood already"
    let flight = receipt.inFlight.map(\.description).joined(separator: ", ")
    let reason = receipt.pause.reason.isEmpty ? "" : "; \(receipt.pause.reason)"
    return "\(kind), \(receipt.pause.scope.rawValue); held \(receipt.held.count); "
      + "in flight \(flight.isEmpty ? "nothing" : flight)\(reason)"
  }

  func explainPause(reason: String) throws -> CommandOutcome {
    let words = try needReason(reason)
    guard var pause = try tx.pause() else { throw Refusal.notPaused }
    pause.reason = words
    try tx.updatePause(pause)
    try audit("pause-reason", "pause \(pause.id)", words)
    return .done(undo: [])
  }

  /// Ends the pause; whatever is overdue leaves only by a person's word.
  func resume(
    reason: String, verdicts: [OutgoingID: ResumeVerdict]
  ) throws -> CommandOutcome {
    let words = try needReason(reason)
    guard let pause = try tx.pause() else { throw Refusal.notPaused }
    let stopped = try tx.items(in: [.held, .missed])
    try checkVerdicts(verdicts, stopped: stopped)
    try tx.endPause(reason: words, seat: seat, at: now)
    for item in stopped { try review(item, verdicts[item.id]) }
    try audit("resume", "pause \(pause.id)", words)
    return .done(undo: [.pause(pause.scope, reason: pause.reason)])
  }

  private func checkVerdicts(
    _ verdicts: [OutgoingID: ResumeVerdict], stopped: [OutgoingItem]
  ) throws {
    let missing = stopped.filter {
      ($0.state == .missed || $0.dueAt <= now) && verdicts[$0.id] == nil
    }
    guard missing.isEmpty else { throw Refusal.verdictsNeeded(missing.map(\.id)) }
    let known = Set(stopped.map(\.id))
    for (id, verdict) in verdicts.sorted(by: { $0.key < $1.key }) {
      if !known.contains(id) { _ = try item(id, in: [.held, .missed]) }
      if case .reschedule(let time) = verdict, time <= now { throw Refusal.timePassed(time) }
    }
  }

  private func review(_ item: OutgoingItem, _ verdict: ResumeVerdict?) throws {
    let words = verdict.map(describe) ?? "back to the schedule"
    let dueAt: Timestamp
    switch verdict {
    case .drop: return try drop(item, "review", why: "dropped by \(seat) on resuming")
    case nil: dueAt = item.dueAt
    case .send: dueAt = now
    case .reschedule(let time): dueAt = time
    }
    try move(item, to: .queued, "review", why: words, dueAt: dueAt, detail: "")
  }

  private func describe(_ verdict: ResumeVerdict) -> String {
    switch verdict {
    case .drop: "drop"
    case .send: "send now"
    case .reschedule(let time): "moved to \(time.rfc3339)"
    }
  }
}
