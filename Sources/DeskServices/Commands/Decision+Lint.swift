import DeskCore

/// What an answer is asked before it is stored: whether it may be regretted, and whether too many
/// people have had it.
extension Decision {
  /// Refuses what the lint has something to say of that nobody has decided to send despite.
  func checkLint(
    _ text: String, to mention: Mention, isPublic: Bool, despite: [LintReason]
  ) throws {
    let account = mention.incoming.key.account
    guard let ruler = rules.accounts.entries[account]?.ruler else { return }
    let found = rules.lint.findings(in: text, to: mention, isPublic: isPublic, ruler: ruler)
    let stops = found.filter { $0.severity == .stop }
    guard stops.isEmpty else {
      throw Refusal.lint(LintRemark.remarks(on: stops, in: text), stops: true)
    }
    let open = found.filter { !despite.contains($0.reason) }
    guard open.isEmpty else {
      throw Refusal.lint(LintRemark.remarks(on: found, in: text), stops: false)
    }
  }

  /// How many other people have had these public words lately, when that is more than the desk
  /// allows without a second person's yes; nil when it may go.
  /// - Throws: `Refusal.repeated` where there is no second person to ask.
  func repeated(_ content: Outgoing, to mention: Mention) throws -> Int? {
    guard content.kind == .reply, content.visibility != .direct else { return nil }
    var memory = RepeatGuard(limit: rules.repeats)
    let said = try tx.publicAnswers(
      since: now.adding(Span(milliseconds: -memory.window.milliseconds)),
      limit: Self.remembered)
    for answer in said.reversed() {
      memory.record(answer.text, recipient: answer.recipient, name: answer.name, at: answer.at)
    }
    let author = mention.incoming.author
    let answer = memory.answer(
      to: content.text, recipient: author.handle, name: author.name, author: seat,
      secondPerson: nil, at: now)
    guard case .refused(let others, let limit) = answer else { return nil }
    guard rules.team.hasApprover(besides: seat) else {
      throw Refusal.repeated(others: others, limit: limit)
    }
    return others
  }

  /// How many of the newest public answers are looked at.
  private static let remembered = 256
}
