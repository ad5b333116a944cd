import DeskCore

extension Decision {
  /// Schedules all of `posts` or none.
  func schedulePosts(_ posts: [PlannedPost]) throws -> CommandOutcome {
    .scheduled(try posts.map(schedule))
  }

  private func schedule(_ post: PlannedPost) throws -> OutgoingItem {
    try checked(post.text, on: post.account, able: .post, to: "post")
    guard post.dueAt > now else { throw Refusal.timePassed(post.dueAt) }
    var content = Outgoing(
      kind: .post, account: post.account, text: post.text, tag: PostTag.stored(post.tag))
    if let rule = post.repeats { content.series = try begin(post, rule, content.tag) }
    let item = try enqueue(content, dueAt: post.dueAt)
    try audit(
      "post", subject(item.id), "\(post.account) at \(post.dueAt.rfc3339): \(post.text)")
    return item
  }

  private func begin(_ post: PlannedPost, _ rule: RepeatRule, _ tag: String?) throws -> SeriesID {
    guard let clock = rules.zones(post.zone) else { throw Refusal.noZone(post.zone) }
    let series = try tx.addSeries(
      PostSeries(
        id: SeriesID(rawValue: 0), account: post.account, text: post.text, tag: tag, rule: rule,
        zone: post.zone, author: seat, last: clock.day(post.dueAt)))
    try audit("series", "series \(series.id)", "\(rule) \(post.zone): \(post.text)")
    return series.id
  }

  func endSeries(_ id: SeriesID) throws -> CommandOutcome {
    guard var series = try tx.series().first(where: { $0.id == id }) else {
      throw Refusal.noSeries(id)
    }
    series.isOver = true
    try tx.updateSeries(series)
    try audit("end-series", "series \(id)", "after \(series.made) occurrences")
    for item in try tx.items(in: [.draft, .awaitingApproval, .approved, .queued, .held, .missed])
    where item.content.series == id {
      try move(item, to: .dropped, "drop", why: "\(seat) ended series \(id)")
    }
    return .done(undo: [])
  }
}
