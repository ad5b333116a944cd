import DeskCore

/// Makes the next occurrence of a repeated post once the one before has left or can no longer leave.
struct SeriesKeeper {
  let tx: any DeskTransaction
  let now: Timestamp
  let zones: ZoneBook
  let approvals: any ApprovalPolicy
  let randomBytes: @Sendable () -> [UInt8]

  /// States in which an occurrence still waits, or may still turn out to have left.
  private static let waiting: [OutgoingState] = [
    .draft, .awaitingApproval, .approved, .queued, .sending, .unknown, .held,
  ]

  /// Looks at every series once; returns the new items.
  func round() throws -> [OutgoingID] {
    let series = try tx.series()
    guard !series.isEmpty else { return [] }
    let busy = Set(try tx.items(in: Self.waiting).compactMap(\.content.series))
    return try series.filter { !busy.contains($0.id) }.compactMap(goOn)
  }

  private func goOn(_ series: PostSeries) throws -> OutgoingID? {
    // A zone that this machine does not know: another one may, and guessing would be wrong.
    guard let clock = zones(series.zone) else { return nil }
    let step = series.next(after: now, clock: clock)
    try tx.updateSeries(step.series)
    if step.passed > 0 {
      try note(series, "passed", "\(step.passed) passed while the desk was not running; never sent")
    }
    guard let dueAt = step.dueAt else {
      try note(series, "series", "over after \(step.series.made) occurrences")
      return nil
    }
    let item = try enqueue(series, dueAt: dueAt, after: clock.place(series.last, minute: 0).at)
    try note(series, "series", "item \(item.id) at \(dueAt.rfc3339)")
    if item.state == .queued, try tx.pause(stopping: item.content) != nil {
      try tx.passGate(item.id, now: now)
    }
    return item.id
  }

  /// Stores the occurrence; a yes to the one before is a yes to the same words and stands.
  private func enqueue(
    _ series: PostSeries, dueAt: Timestamp, after day: Timestamp
  ) throws -> OutgoingItem {
    let content = series.content
    let need = approvals.need(for: content)
    let before = try tx.posts(from: day.adding(.days(-1)), to: dueAt).last {
      $0.content.series == series.id && $0.content.digest == content.digest
    }
    let decided = Decided(
      digest: content.digest, role: before?.decided.role ?? .responder, need: need,
      approveBy: need.isAny ? dueAt : nil)
    let wanted = need[try tx.level()]
    let isOpen = wanted > (before?.approvers.count ?? 0)
    let item = try tx.enqueue(
      content, state: isOpen ? .awaitingApproval : .queued, dueAt: dueAt,
      key: IdempotencyKey(of: randomBytes()), author: series.author, decided: decided, at: now)
    for approval in before?.approvals ?? [] where approval.digest == content.digest {
      try tx.add(approval, to: item.id)
    }
    return item
  }

  private func note(_ series: PostSeries, _ action: String, _ detail: String) throws {
    try tx.audit(
      AuditNote(action: action, subject: "series \(series.id)", detail: detail), seat: .desk,
      at: now)
  }
}
