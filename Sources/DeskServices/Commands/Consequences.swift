import DeskCore

/// What the end of an answer means for the mention it answers.
struct Consequences {
  let tx: any DeskTransaction
  let now: Timestamp

  /// The platform has it: the mention is answered and its conversation free again.
  func sent(_ item: OutgoingItem) throws {
    guard item.content.answersPerson, let id = item.content.mention,
      let mention = try tx.mention(id)
    else { return }
    if mention.state.allows(.answered) {
      try tx.set(id, state: .answered, snoozedUntil: nil)
    }
    try answerEarlier(than: mention, by: item)
    if try tx.claim(on: mention.conversation)?.seat == item.author {
      try tx.setClaim(nil, on: mention.conversation)
    }
  }

  /// An answer is to a conversation: what its author had written there before is answered with it,
  /// unless it has an answer of its own under way.
  private func answerEarlier(than mention: Mention, by item: OutgoingItem) throws {
    for earlier in try tx.unanswered(besides: mention) where earlier.id < mention.id {
      guard try tx.answers(to: earlier.id).allSatisfy({ $0.state == .sent }) else { continue }
      try tx.set(earlier.id, state: .answered, snoozedUntil: nil)
      let note = AuditNote(
        action: "answered", subject: "mention \(earlier.id)",
        detail: "with mention \(mention.id), by item \(item.id)")
      try tx.audit(note, seat: .desk, at: now)
    }
  }

  /// The platform said no: the mention needs an answer again.
  func refused(_ item: OutgoingItem) throws {
    guard item.content.answersPerson, let id = item.content.mention,
      let mention = try tx.mention(id)
    else { return }
    if mention.state == .answered || mention.state == .snoozed {
      try tx.set(id, state: .open, snoozedUntil: nil)
    }
  }
}
