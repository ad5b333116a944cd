extension DeskTransaction {
  /// Asks the gate about an item and stores what it says, with the audit entry: the only way into
  /// `sending`.
  @discardableResult
  public func passGate(_ id: OutgoingID, now: Timestamp) throws -> Gate.Decision {
    guard let item = try item(id) else { throw Refusal.noItem(id) }
    let decision = Gate.decide(item, given: try view(of: item), now: now)
    switch decision {
    case .admit(let admitted):
      try store(
        Transition(
          item: admitted.item, from: item.state, action: "gate: admit",
          why: "attempt \(admitted.item.attempts)", seat: .desk, at: now))
    case .hold(let why): try turn(item, .held, "gate: hold", why, now)
    case .askApproval(let why): try turn(item, .awaitingApproval, "gate: ask", why, now)
    case .miss(let why): try turn(item, .missed, "gate: miss", why, now)
    case .refuse(let why): try turn(item, .refused, "gate: REFUSE", why, now)
    case .wait, .ignore: break
    }
    return decision
  }

  /// Everything stored that the gate looks at.
  private func view(of item: OutgoingItem) throws -> Gate.View {
    var view = Gate.View(
      pause: try pause(stopping: item.content), level: try level(), team: try team())
    view.leader = try item.decided.after.flatMap { try self.item($0)?.state }
    guard item.content.answersPerson, let id = item.content.mention,
      let mention = try mention(id)
    else { return view }
    view.mention = mention
    view.conversation = try mark(of: mention, for: item.author)
    return view
  }

  private func turn(
    _ item: OutgoingItem, _ state: OutgoingState, _ action: String, _ why: String,
    _ now: Timestamp
  ) throws {
    try move(item, to: state, action, why: why, seat: .desk, at: now)
  }
}
