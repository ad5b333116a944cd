import DeskCore

extension Decision {
  /// Keeps what a person says somebody is. Nothing of theirs is hidden or leaves a count; whoever need
  /// not be answered has clocks that stand.
  func judgeAuthor(_ author: AuthorKey, _ kind: AuthorKind, note: String) throws -> CommandOutcome {
    let words = trimmed(note)
    guard words.count <= Note.limit else {
      throw Refusal.tooLong(count: words.count, limit: Note.limit)
    }
    guard try tx.isKnown(author) else { throw Refusal.noAuthor(author) }
    try tx.add(AuthorVerdict(kind: kind, seat: seat, at: now, note: words), on: author)
    try audit("author", "author \(author)", kind.rawValue + (words.isEmpty ? "" : ": \(words)"))
    try reclock(author)
    return .done(undo: [.unjudgeAuthor(author)])
  }

  /// Takes the newest judgement back; the one before counts again. Both stay in the history.
  func unjudgeAuthor(_ author: AuthorKey) throws -> CommandOutcome {
    guard let verdict = try tx.takeBackVerdict(on: author, at: now) else {
      throw Refusal.noAuthor(author)
    }
    try audit("author-back", "author \(author)", verdict.kind.rawValue)
    try reclock(author)
    return .done(
      undo: [.judgeAuthor(author, verdict.kind, note: verdict.note)])
  }

  private func reclock(_ author: AuthorKey) throws {
    for mention in try tx.unanswered(by: author) { try tx.reclock(mention, by: rules.service) }
  }
}
