import DeskCore

/// What the end of an answer means for the mention it answers, and for what follows it.
struct Consequences {
  let tx: any DeskTransaction
  let now: Timestamp

  /// The platform has it: the mention is answered and its conversation free again, unless a public
  /// word was to follow; then that leaves now.
  func sent(_ item: OutgoingItem) throws {
    guard item.content.answersPerson, let id = item.content.mention,
      let mention = try tx.mention(id)
    else { return }
    if let follower = try tx.follower(of: item.id), !follower.state.isFinal {
      try moved(mention)
      return try letGo(follower)
    }
    if mention.state.allows(.answered) {
      try tx.set(id, state: .answered, snoozedUntil: nil)
    }
    if try tx.claim(on: mention.conversation)?.seat == item.author {
      try tx.setClaim(nil, on: mention.conversation)
    }
  }

  /// The platform said no: the mention needs an answer again, and nothing may follow.
  func refused(_ item: OutgoingItem) throws {
    try stop(after: item, .refused)
    guard item.content.answersPerson, let id = item.content.mention,
      let mention = try tx.mention(id)
    else { return }
    if mention.state == .answered || mention.state == .snoozed {
      try tx.set(id, state: .open, snoozedUntil: nil)
    }
  }

  /// Says of what waited for `item` that it waits in vain.
  func stop(after item: OutgoingItem, _ state: OutgoingState) throws {
    guard var follower = try tx.follower(of: item.id), waits(follower, for: item.id) else { return }
    follower.detail = Gate.reason(toFollow: item.id, state)
    try tx.update(follower)
  }

  /// They have a message of ours: the clock of what they wrote in public stands until they write.
  private func moved(_ mention: Mention) throws {
    for message in try tx.serviceHistory(of: mention.id).messages where !message.isSnoozed {
      try tx.hold(message.id, .movedToPrivate, at: now)
    }
  }

  /// What was held for this alone leaves; what a person or a pause holds too stays.
  private func letGo(_ follower: OutgoingItem) throws {
    guard let leader = follower.decided.after, waits(follower, for: leader) else { return }
    var next = follower
    next.dueAt = now
    try tx.move(
      next, to: .queued, "follow", why: "#\(leader) has gone", detail: "", seat: .desk, at: now)
    if try tx.pause(stopping: follower.content) != nil { try tx.passGate(follower.id, now: now) }
  }

  private func waits(_ follower: OutgoingItem, for leader: OutgoingID) -> Bool {
    let reasons = [OutgoingState.queued, .dropped].map { Gate.reason(toFollow: leader, $0) }
    return follower.state == .held && reasons.contains(follower.detail)
  }
}
