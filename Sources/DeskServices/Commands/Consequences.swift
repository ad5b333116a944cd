import DeskCore

/// What the end of an answer means for the mention it answers.
struct Consequences {
  let tx: any DeskTransaction

  /// The platform has it: the mention is answered and its conversation free again.
  func sent(_ item: OutgoingItem) throws {
    guard item.content.answersPerson, let id = item.content.mention,
      let mention = try tx.mention(id)
    else { return }
    if mention.state.allows(.answered) {
      try tx.set(id, state: .answered, snoozedUntil: nil)
    }
    if try tx.claim(on: mention.conversation)?.seat == item.author {
      try tx.setClaim(nil, on: mention.conversation)
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
