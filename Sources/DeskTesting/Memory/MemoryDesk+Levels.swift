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

  /// Finds anew when open or snoozed mentions first seen at `since` or later are due.
  public func reclock(
    _ state: MentionState, since: Timestamp, after: ClockPosition?, limit: Int,
    by levels: ServiceLevels
  ) throws -> ClockPosition? {
    let all = read { $0.mentions.filter { $0.state == state && $0.seenAt >= since } }
    let place = after.map { ($0.seenAt, $0.id) }
    let page = all.sorted { ($0.seenAt, $0.id) < ($1.seenAt, $1.id) }
      .filter { mention in place.map { $0 < (mention.seenAt, mention.id) } ?? true }.prefix(limit)
    try decide { tx in for mention in page { try tx.reclock(mention.id, by: levels) } }
    return page.last.map { ClockPosition(seenAt: $0.seenAt, id: $0.id) }
  }

  /// Finds anew when those mentions are due whose conversation changed.
  public func reclockChanged(limit: Int, by levels: ServiceLevels) throws -> Int {
    let ids = read { Array($0.clockWork.sorted().prefix(limit)) }
    guard !ids.isEmpty else { return 0 }
    try decide { tx in for id in ids { try tx.reclock(id, by: levels) } }
    try change { $0.clockWork.subtract(ids) }
    return ids.count
  }

  private func change(_ body: (inout MemoryState) -> Void) throws {
    try decide { transaction in
      if let memory = transaction as? MemoryTransaction { body(&memory.state) }
    }
  }
}
