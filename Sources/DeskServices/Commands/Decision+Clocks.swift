import DeskCore

extension Decision {
  /// Lets the clocks of mentions stand: we wait for their authors, who end it by writing.
  func wait(_ ids: [MentionID], _ reason: HoldReason) throws -> CommandOutcome {
    let mentions = try waiting(ids)
    for mention in mentions { try checkClaim(on: mention) }
    for mention in mentions {
      // All that they wrote here and that has no answer waits by one clock.
      for message in try tx.serviceHistory(of: mention.id).messages where !message.isSnoozed {
        try tx.hold(message.id, reason, at: now)
      }
      try tx.reclock(mention.id, by: rules.service)
      try audit("wait", subject(mention.id), reason.rawValue)
    }
    return .done(undo: [.goOn(mentions.map(\.id))])
  }

  func goOn(_ ids: [MentionID]) throws -> CommandOutcome {
    let mentions = try waiting(ids)
    for mention in mentions { try checkClaim(on: mention) }
    for mention in mentions {
      for message in try tx.serviceHistory(of: mention.id).messages where !message.isSnoozed {
        try tx.endHold(of: message.id, at: now)
      }
      try tx.reclock(mention.id, by: rules.service)
      try audit("go-on", subject(mention.id))
    }
    return .done(undo: UndoPlan.waitingAgain(mentions))
  }

  /// The mentions of a command, each once; each must stand in the queue.
  private func waiting(_ ids: [MentionID]) throws -> [Mention] {
    var seen: Set<MentionID> = []
    return try ids.filter { seen.insert($0).inserted }.map { id in
      let mention = try mention(id)
      guard mention.state == .open else { throw Refusal.state(id, mention.state) }
      return mention
    }
  }
}

extension UndoPlan {
  /// The commands that let the clocks stand again that stood in the queue.
  static func waitingAgain(_ mentions: [Mention]) -> [DeskCommand] {
    HoldReason.allCases.filter { $0 != .snoozed }.compactMap { reason in
      let ids = mentions.filter { $0.state == .open && $0.hold?.reason == reason }.map(\.id)
      return ids.isEmpty ? nil : .wait(ids, reason)
    }
  }
}
