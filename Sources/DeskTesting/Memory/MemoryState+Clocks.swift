public import DeskCore

extension MemoryState {
  /// What the clocks of a mention's author run by in its conversation.
  func serviceHistory(of id: MentionID) -> ServiceHistory {
    guard let mention = mention(id) else { return ServiceHistory(messages: []) }
    let handle = mention.incoming.author.handle
    let theirs = mentions.filter {
      $0.conversation == mention.conversation && $0.incoming.author.handle == handle
        && !$0.incoming.isOwn
    }
    let ids = Set(theirs.map(\.id))
    let messages = theirs.filter(\.state.isUnanswered).map {
      ServiceHistory.Message(
        id: $0.id, since: waitsFrom[$0.id] ?? $0.seenAt, intent: $0.mood.intent,
        followers: $0.incoming.author.followers, isSnoozed: $0.state == .snoozed)
    }
    return ServiceHistory(
      messages: messages, holds: holds.filter { ids.contains($0.mention) },
      hasAnswered: items.contains {
        $0.state == .sent && $0.content.answersPerson
          && $0.content.mention.map(ids.contains) ?? false
      })
  }

  /// How the level moved.
  var levelHistory: LevelHistory {
    var from = Level.calm
    return LevelHistory(
      moves.enumerated().map { index, change in
        defer { from = change.level }
        return LevelMove(id: Int64(index + 1), from: from, change: change)
      })
  }

  mutating func endHold(of id: MentionID, at: Timestamp) {
    guard let index = holds.firstIndex(where: { $0.mention == id && $0.endedAt == nil }) else {
      return
    }
    let old = holds[index]
    holds[index] = ServiceHistory.Hold(
      mention: id, reason: old.reason, at: old.at, endedAt: max(old.at, at))
    mentions[Int(id.rawValue) - 1].hold = nil
  }

  mutating func reclock(_ id: MentionID, by levels: ServiceLevels) {
    let history = serviceHistory(of: id)
    let latest = history.messages.map(\.since).max()
    let dues = history.dues(by: levels, levelHistory)
    for message in history.messages {
      guard let due = dues[message.id] else { continue }
      mentions[Int(message.id.rawValue) - 1].dueAt = due.dueAt
      keep(due.hold, of: message.id)
      if due.hold == nil, !message.isSnoozed, let latest { endHold(of: message.id, at: latest) }
    }
  }

  private mutating func keep(_ hold: AnswerHold?, of id: MentionID) {
    guard let hold else { return mentions[Int(id.rawValue) - 1].hold = nil }
    let known = holds.first { $0.mention == id && $0.endedAt == nil }
    let row = known ?? ServiceHistory.Hold(mention: id, reason: hold.reason, at: hold.since)
    if known == nil { holds.append(row) }
    mentions[Int(id.rawValue) - 1].hold = AnswerHold(
      reason: row.reason, since: row.at, left: hold.left)
  }

  /// Forgets that a clock stands once nobody waits by it, as a change of the state does.
  mutating func stateChanged(_ id: MentionID) {
    clockWork.insert(id)
    guard mentions[Int(id.rawValue) - 1].state.isUnanswered == false else { return }
    holds.removeAll { $0.mention == id && $0.endedAt == nil }
    mentions[Int(id.rawValue) - 1].hold = nil
  }
}

extension MemoryTransaction {
  func serviceHistory(of id: MentionID) throws -> ServiceHistory { state.serviceHistory(of: id) }

  func levelHistory() throws -> LevelHistory { state.levelHistory }

  func hold(_ id: MentionID, _ reason: HoldReason, at: Timestamp) throws {
    state.endHold(of: id, at: at)
    state.holds.append(ServiceHistory.Hold(mention: id, reason: reason, at: at))
  }

  func endHold(of id: MentionID, at: Timestamp) throws { state.endHold(of: id, at: at) }

  func reclock(_ id: MentionID, by levels: ServiceLevels) throws { state.reclock(id, by: levels) }
}

extension MemoryDesk {
  /// What the clocks of a mention's author run by in its conversation.
  public func serviceHistory(of id: MentionID) throws -> ServiceHistory {
    read { $0.serviceHistory(of: id) }
  }

  /// How the level moved.
  public func levelHistory() throws -> LevelHistory { read { $0.levelHistory } }
}
