import DeskCore

/// Makes the next occurrence of a repeated post once the one before has left or can no longer leave.
struct SeriesKeeper {
  let tx: any DeskTransaction
  let now: Timestamp
  let zones: ZoneBook
  let randomBytes: @Sendable () -> [UInt8]

  /// States in which an occurrence still waits, or may still turn out to have left.
  private static let waiting: [OutgoingState] = [.queued, .sending, .unknown, .held]

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
    let item = try tx.enqueue(
      series.content, dueAt: dueAt, key: IdempotencyKey(of: randomBytes()), author: series.author,
      at: now)
    try note(series, "series", "item \(item.id) at \(dueAt.rfc3339)")
    if try tx.pause(stopping: item.content) != nil { _ = try tx.passGate(item.id, now: now) }
    return item.id
  }

  private func note(_ series: PostSeries, _ action: String, _ detail: String) throws {
    try tx.audit(
      AuditNote(action: action, subject: "series \(series.id)", detail: detail), seat: .desk,
      at: now)
  }
}
