import DeskCore

extension Decision {
  /// Says what this seat reads now. It decides nothing, so the audit does not tell of it.
  func look(at id: MentionID?) throws -> CommandOutcome {
    let presence = try id.map { id in
      Presence(
        seat: seat, conversation: try mention(id).conversation, until: now.adding(Presence.length))
    }
    try tx.setPresence(presence, of: seat)
    return .done(undo: [])
  }

  /// Keeps a note; a claim of somebody else does not stand in its way.
  func note(_ id: MentionID, text: String) throws -> CommandOutcome {
    _ = try mention(id)
    let words = trimmed(text)
    guard !words.isEmpty else { throw Refusal.emptyText }
    guard words.count <= Note.limit else {
      throw Refusal.tooLong(count: words.count, limit: Note.limit)
    }
    try tx.add(Note(mention: id, seat: seat, at: now, text: words))
    try audit("note", subject(id), words)
    return .done(undo: [])
  }
}
