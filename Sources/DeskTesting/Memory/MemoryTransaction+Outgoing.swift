import DeskCore

extension MemoryTransaction {
  func enqueue(
    _ content: Outgoing, state first: OutgoingState, dueAt: Timestamp, key: IdempotencyKey,
    author: Seat, decided: Decided, at: Timestamp
  ) throws -> OutgoingItem {
    let id = OutgoingID(rawValue: Int64(state.items.count + 1))
    guard [.queued, .awaitingApproval, .unknown].contains(first) else {
      throw Refusal.itemState(id, first)
    }
    let item = OutgoingItem(
      id: id, content: content, state: first, dueAt: dueAt, key: key, author: author,
      createdAt: at, decided: decided)
    state.items.append(item)
    return item
  }

  func publicAnswers(since: Timestamp, limit: Int) throws -> [PublicAnswer] {
    let gone: Set<OutgoingState> = [.draft, .awaitingApproval, .dropped, .refused]
    let found = state.items.reversed().filter { item in
      item.content.kind == .reply && item.content.visibility != .direct
        && item.createdAt >= since && !gone.contains(item.state)
    }
    return found.prefix(limit).map { item in
      let author = item.content.mention.flatMap { state.mention($0)?.incoming.author }
      return PublicAnswer(
        text: item.content.text, recipient: item.content.recipient ?? "",
        name: author?.name ?? "", at: item.createdAt)
    }
  }

  func follower(of id: OutgoingID) throws -> OutgoingItem? {
    state.items.last { $0.decided.after == id }
  }

  func update(_ item: OutgoingItem) throws {
    var stored = try existing(item.id)
    guard stored.state == item.state else { throw Refusal.itemState(item.id, stored.state) }
    stored.dueAt = item.dueAt
    stored.detail = item.detail
    stored.decided.approveBy = item.decided.approveBy
    put(stored)
  }

  func store(_ transition: Transition) throws {
    let stored = try existing(transition.item.id)
    guard stored.state == transition.from else {
      throw Refusal.itemState(stored.id, stored.state)
    }
    put(transition.item)
    try audit(transition.note, seat: transition.seat, at: transition.at)
  }

  func add(_ approval: Approval, to id: OutgoingID) throws {
    var item = try existing(id)
    let isKnown = item.approvals.contains {
      $0.seat == approval.seat && $0.digest == approval.digest
    }
    if isKnown, approval.isOverride {
      item.approvals.removeAll { $0.seat == approval.seat && $0.digest == approval.digest }
    }
    if !isKnown || approval.isOverride { item.approvals.append(approval) }
    put(item)
  }

  func revise(_ id: OutgoingID, _ revision: Revision) throws {
    var item = try existing(id)
    guard item.state == .draft || item.state == .awaitingApproval else {
      throw Refusal.itemState(id, item.state)
    }
    item.content.text = revision.after
    item.decided.digest = item.content.digest
    item.revisions.append(revision)
    put(item)
  }

  func mark(of mention: Mention, for author: Seat) throws -> ConversationMark {
    let handle = mention.incoming.author.handle
    let members = state.mentions.filter { $0.conversation == mention.conversation }
    let theirs = members.filter { !$0.incoming.isOwn && $0.incoming.author.handle == handle }
    let natives = Set(theirs.map(\.incoming.key.native))
    let ids = Set(members.map(\.id))
    let desk = state.items.filter { item in
      item.content.answersPerson && item.content.recipient == handle && item.author != author
        && [.sending, .sent, .unknown].contains(item.state)
        && item.content.mention.map(ids.contains) ?? false
    }
    let sent = Set(state.items.compactMap(\.sentNative))
    let outside = members.filter {
      $0.incoming.isOwn && $0.incoming.inReplyTo.map(natives.contains) ?? false
        && !sent.contains($0.incoming.key.native)
    }
    return ConversationMark(
      version: mention.version, theirs: theirs.map(\.id.rawValue).max() ?? 0,
      ours: desk.count + outside.count)
  }

  func team() throws -> Team? { state.team }
  func setTeam(_ team: Team) throws { state.team = team }

  private func existing(_ id: OutgoingID) throws -> OutgoingItem {
    guard let item = state.item(id) else { throw Refusal.noItem(id) }
    return item
  }

  private func put(_ item: OutgoingItem) { state.items[Int(item.id.rawValue) - 1] = item }
}
