import DeskCore

extension Decision {
  /// Pausing twice is pausing once: the second may widen what is stopped over its target, never
  /// less, and pauses over other targets stand beside it.
  func pause(
    _ scope: Pause.Scope, over target: PauseTarget, remindEvery: Span?, reason: String
  ) throws -> CommandOutcome {
    let standing = try tx.pauses().first { $0.target == target }
    let pause: Pause
    if let standing {
      pause = try widen(standing, scope, remindEvery: remindEvery, reason: reason)
    } else {
      try checkTarget(target)
      pause = try tx.beginPause(
        scope, over: target, remindEvery: remindEvery, reason: trimmed(reason), seat: seat, at: now)
    }
    for item in try tx.items(in: [.queued]) where pause.stops(item.content) {
      try tx.passGate(item.id, now: now)
    }
    let receipt = try receipt(of: pause, isNew: standing == nil)
    try audit("pause", "pause \(pause.id)", describe(receipt))
    return .paused(receipt)
  }

  /// A pause over an account that is misspelt would stop nothing and look as if it did.
  private func checkTarget(_ target: PauseTarget) throws {
    guard let account = target.account, !rules.accounts.entries.isEmpty,
      rules.accounts.entries[account] == nil
    else { return }
    throw Refusal.unable(account, why: "this desk has no account '\(account)'")
  }

  private func widen(
    _ standing: Pause, _ scope: Pause.Scope, remindEvery: Span?, reason: String
  ) throws -> Pause {
    var pause = standing
    if scope == .everything { pause.scope = .everything }
    if pause.reason.isEmpty { pause.reason = trimmed(reason) }
    pause.remindEvery = remindEvery ?? pause.remindEvery
    if pause != standing { try tx.updatePause(pause) }
    return pause
  }

  private func receipt(of pause: Pause, isNew: Bool) throws -> PauseReceipt {
    let accounts = rules.accounts.entries.filter { $0.value.capabilities.contains(.post) }
    let native = try accounts.keys.flatMap { try tx.nativePosts(of: $0) }
    return PauseReceipt(
      of: pause, isNew: isNew, items: try tx.items(in: [.held, .sending, .unknown]),
      admitted: try tx.admitted(since: pause.at), native: native,
      accounts: accounts.mapValues { $0.capabilities.contains(.nativeSchedule) },
      others: try tx.pauses().filter { $0.id != pause.id })
  }

  private func describe(_ receipt: PauseReceipt) -> String {
    let pause = receipt.pause
    let kind = receipt.isNew ? "begins" : "stood already"
    let flight = receipt.inFlight.map(\.description).joined(separator: ", ")
    let place = pause.target == .desk ? "" : " over \(pause.target)"
    let reason = pause.reason.isEmpty ? "" : "; \(pause.reason)"
    return "\(kind), \(pause.scope.rawValue)\(place); held \(receipt.held.count); "
      + "in flight \(flight.isEmpty ? "nothing" : flight)\(reason)"
  }

  /// Says why, of the widest pause that has no reason yet, else of the widest.
  func explainPause(reason: String) throws -> CommandOutcome {
    let words = try needReason(reason)
    let standing = try tx.pauses()
    guard var pause = standing.first(where: { $0.reason.isEmpty }) ?? standing.first else {
      throw Refusal.notPaused
    }
    pause.reason = words
    try tx.updatePause(pause)
    try audit("pause-reason", "pause \(pause.id)", words)
    return .done(undo: [])
  }

  /// Ends one pause or all; whatever is overdue then leaves only by a person's word.
  func resume(
    _ target: PauseTarget?, reason: String, verdicts: [OutgoingID: ResumeVerdict]
  ) throws -> CommandOutcome {
    let words = try needReason(reason)
    let standing = try tx.pauses()
    let ended = standing.filter { target == nil || $0.target == target }
    guard !ended.isEmpty else { throw Refusal.notPaused }
    let freed = try tx.items(in: [.held, .missed]).filter {
      standing.frees($0, ending: target)
    }
    try checkVerdicts(verdicts, freed: freed)
    for pause in ended {
      try tx.endPause(pause.id, reason: words, seat: seat, at: now)
      try audit("resume", "pause \(pause.id)", words)
    }
    for item in freed { try review(item, verdicts[item.id]) }
    return .done(
      undo: ended.map {
        .pause($0.scope, over: $0.target, remindEvery: $0.remindEvery, reason: $0.reason)
      })
  }

  private func checkVerdicts(
    _ verdicts: [OutgoingID: ResumeVerdict], freed: [OutgoingItem]
  ) throws {
    let missing = freed.filter {
      ($0.state == .missed || $0.dueAt <= now) && verdicts[$0.id] == nil
    }
    guard missing.isEmpty else { throw Refusal.verdictsNeeded(missing.map(\.id)) }
    let known = Set(freed.map(\.id))
    for (id, verdict) in verdicts.sorted(by: { $0.key < $1.key }) {
      guard known.contains(id) else {
        // It is something else, or another pause still stops it: no word about it counts here.
        throw Refusal.itemState(id, try item(id, in: Set(OutgoingState.allCases)).state)
      }
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
