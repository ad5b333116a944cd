import DeskCore

extension Decision {
  func judge(_ ids: [MentionID], _ verdict: Verdict, note: String) throws -> CommandOutcome {
    let mentions = try movable(ids, to: verdict.state)
    for mention in mentions {
      try checkClaim(on: mention)
      try checkNothingLeaving(for: mention)
    }
    for mention in mentions {
      try tx.set(mention.id, state: verdict.state, snoozedUntil: nil)
      let words = note.isEmpty ? "" : ": \(note)"
      try audit("judge", subject(mention.id), "\(mention.state) -> \(verdict.rawValue)\(words)")
    }
    return .done(undo: UndoPlan.restoring(mentions, from: verdict.state))
  }

  func reopen(_ ids: [MentionID]) throws -> CommandOutcome {
    let mentions = try movable(ids, to: .open)
    for mention in mentions {
      try tx.set(mention.id, state: .open, snoozedUntil: nil)
      try tx.endHold(of: mention.id, at: now)
      try tx.reclock(mention.id, by: rules.service)
      try audit("reopen", subject(mention.id), "\(mention.state) -> open")
    }
    return .done(undo: UndoPlan.restoring(mentions, from: .open))
  }

  func snooze(
    _ ids: [MentionID], until: Timestamp, orSpike: Bool = false
  ) throws -> CommandOutcome {
    guard until > now else { throw Refusal.timePassed(until) }
    let mentions = try movable(ids, to: .snoozed)
    for mention in mentions { try checkClaim(on: mention) }
    for mention in mentions {
      try tx.set(mention.id, state: .snoozed, snoozedUntil: until)
      try tx.hold(mention.id, .snoozed, at: now)
      try tx.reclock(mention.id, by: rules.service)
      try audit("snooze", subject(mention.id), "until \(until.rfc3339)")
    }
    return .done(undo: UndoPlan.restoring(mentions, from: .snoozed))
  }

  /// All mentions of a command, each once, or a refusal before anything is touched.
  private func movable(_ ids: [MentionID], to state: MentionState) throws -> [Mention] {
    var seen: Set<MentionID> = []
    return try ids.filter { seen.insert($0).inserted }.map { id in
      let mention = try mention(id)
      guard mention.state.allows(state) else { throw Refusal.state(id, mention.state) }
      return mention
    }
  }

  /// A verdict must not cross an answer that is still on its way.
  private func checkNothingLeaving(for mention: Mention) throws {
    if let item = try answerUnderWay(to: mention.id) {
      throw Refusal.alreadyAnswered(mention.id, item.id)
    }
  }

  /// An answer to a mention that has not been sent yet and may be; nil when there is none.
  func answerUnderWay(to id: MentionID) throws -> OutgoingItem? {
    try tx.answers(to: id).first { $0.state != .sent }
  }
}

/// The commands that put mentions, all now in one state, back into the states they were in.
enum UndoPlan {
  static func restoring(_ mentions: [Mention], from state: MentionState) -> [DeskCommand] {
    var commands: [DeskCommand] = []
    let opened = mentions.filter { needsOpening($0.state, from: state) }
    if !opened.isEmpty { commands.append(.reopen(opened.map(\.id))) }
    for until in Set(mentions.compactMap(\.snoozedUntil)).sorted() {
      let ids = mentions.filter { $0.snoozedUntil == until }.map(\.id)
      commands.append(.snooze(ids, until: until))
    }
    for verdict in Verdict.allCases {
      let ids = mentions.filter { $0.state == verdict.state }.map(\.id)
      if !ids.isEmpty { commands.append(.judge(ids, verdict, note: "undo")) }
    }
    return commands + waitingAgain(mentions)
  }

  /// Only what is open or snoozed can be snoozed, so a judged mention goes by way of open.
  private static func needsOpening(_ old: MentionState, from state: MentionState) -> Bool {
    switch old {
    case .open: state != .open
    case .snoozed: !state.isUnanswered
    default: false
    }
  }
}
