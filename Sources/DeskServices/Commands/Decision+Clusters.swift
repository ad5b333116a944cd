import DeskCore

extension Decision {
  /// Does the same to mentions and to what waits of clusters. A mention that was named is refused as
  /// it would be alone; one that only its cluster names and that somebody else is answering is left
  /// to them.
  func triage(_ group: MentionGroup, _ act: GroupAct) throws -> CommandOutcome {
    var ids = group.mentions
    for reach in group.clusters { ids += try free(in: reach) }
    switch act {
    case .judge(let verdict, let note): return try judge(ids, verdict, note: note)
    case .snooze(let until, let orSpike): return try snooze(ids, until: until, orSpike: orSpike)
    case .wait(let reason): return try wait(ids, reason)
    case .goOn: return try goOn(ids)
    case .correct(let said): return try correct(ids, said)
    case .note(let text):
      for id in ids { _ = try note(id, text: text) }
      return .done(undo: [])
    }
  }

  /// What waits of a cluster and nobody else has taken.
  private func free(in reach: ClusterReach) throws -> [MentionID] {
    let open = try tx.open(in: reach.cluster, upTo: reach.upTo)
    var obstacle: Refusal?
    let free = try open.filter { mention in
      if let claim = try tx.claim(on: mention.conversation), claim.blocks(seat, at: now) {
        obstacle = .claimed(claim)
        return false
      }
      guard let item = try answerUnderWay(to: mention.id) else { return true }
      obstacle = .alreadyAnswered(mention.id, item.id)
      return false
    }
    if free.isEmpty { throw obstacle ?? .nothingWaits(reach.cluster) }
    return free.map(\.id)
  }

  func split(_ id: MentionID) throws -> CommandOutcome {
    guard let share = try mention(id).cluster else { throw Refusal.noCluster(id) }
    try tx.setCluster(nil, of: id)
    try audit("split", subject(id), "out of cluster \(share.cluster.rawValue)")
    return .done(undo: [.unsplit(id, into: share.cluster)])
  }

  func unsplit(_ id: MentionID, into cluster: ClusterID) throws -> CommandOutcome {
    _ = try mention(id)
    try tx.setCluster(cluster, of: id)
    try audit("unsplit", subject(id), "back into cluster \(cluster.rawValue)")
    return .done(undo: [.split(id)])
  }
}
