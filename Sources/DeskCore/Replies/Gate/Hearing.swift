extension DeskTransaction {
  /// Takes in that somebody wrote again in a conversation: what of theirs was put aside in it wakes,
  /// and an answer to them that its writer finished without having read this stops.
  ///
  /// An answer whose countdown runs is held; one that waits for approval goes back to its writer, so
  /// that nobody says yes to words that may not fit any more.
  public func hear(_ mention: Mention, now: Timestamp) throws {
    guard !mention.incoming.isOwn else { return }
    for earlier in try unanswered(besides: mention) where earlier.state == .snoozed {
      try set(earlier.id, state: .open, snoozedUntil: nil)
      try endHold(of: earlier.id, at: mention.seenAt)
      let note = AuditNote(
        action: "wake", subject: "mention \(earlier.id)",
        detail: "they wrote again: mention \(mention.id)")
      try audit(note, seat: .desk, at: now)
    }
    for item in try items(in: [.queued, .awaitingApproval])
    where try isOutdated(item, by: mention) {
      let isQueued = item.state == .queued
      try move(
        item, to: isQueued ? .held : .draft, isQueued ? "gate: hold" : "gate: back",
        why: Gate.Change.wroteAgain.rawValue, seat: .desk, at: now)
    }
  }

  private func isOutdated(_ item: OutgoingItem, by mention: Mention) throws -> Bool {
    guard item.content.answersPerson, let seen = item.decided.seen,
      item.content.recipient == mention.incoming.author.handle,
      let answered = try item.content.mention.flatMap({ try self.mention($0) })
    else { return false }
    return answered.conversation == mention.conversation && seen.theirs < mention.id.rawValue
  }
}
