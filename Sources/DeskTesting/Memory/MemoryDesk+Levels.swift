public import DeskCore

extension MemoryDesk: LevelStore {
  /// The last move of the level.
  public func lastMove() throws -> LevelMove? {
    read { state in
      guard let change = state.moves.last else { return nil }
      let from = state.moves.dropLast().last?.level ?? .calm
      return LevelMove(id: Int64(state.moves.count), from: from, change: change)
    }
  }

  /// How far moves have been carried through.
  public func levelWork() throws -> LevelWork { read { $0.work } }

  /// Remembers by which signature the open mentions are due.
  public func setApplied(_ signature: String) throws { try change { $0.work.applied = signature } }

  /// Remembers what people were told of.
  public func setTold(move: Int64, alert: Int64, problem: String) throws {
    try change { state in
      state.work.toldMove = move
      state.work.toldAlert = alert
      state.work.problem = problem
    }
  }

  /// Open or snoozed mentions first seen at `since` or later.
  public func unanswered(
    _ state: MentionState, since: Timestamp, after: UnansweredMention?, limit: Int
  ) throws -> [UnansweredMention] {
    let all = read { desk in
      desk.mentions.filter { $0.state == state && $0.seenAt >= since }
    }
    let place = after.map { ($0.seenAt, $0.id) }
    return all.sorted { ($0.seenAt, $0.id) < ($1.seenAt, $1.id) }
      .filter { mention in place.map { $0 < (mention.seenAt, mention.id) } ?? true }
      .prefix(limit).map {
        UnansweredMention(id: $0.id, intent: $0.mood.intent, seenAt: $0.seenAt, dueAt: $0.dueAt)
      }
  }

  /// Moves when answers are due.
  public func setDue(_ due: [MentionID: Timestamp]) throws {
    try change { state in
      for (id, dueAt) in due { state.mentions[Int(id.rawValue) - 1].dueAt = dueAt }
    }
  }

  private func change(_ body: (inout MemoryState) -> Void) throws {
    try decide { transaction in
      if let memory = transaction as? MemoryTransaction { body(&memory.state) }
    }
  }
}
