public import DeskCore

/// Reads what the screen asks for; it may wait for the disk, so the shell keeps it off the way of a key.
public struct Librarian: Sendable {
  /// Reads the saved replies, and what is wrong with those that cannot be read.
  public typealias Shelf = @Sendable () -> ([SavedReply], [SavedReplyProblem])

  let reader: any DeskReader & AlertStore & ClusterReader & AuthorReader
  let mood: any MoodReader
  let seat: Seat
  let brand: String
  let shelf: Shelf
  let offset: @Sendable (Timestamp) -> Int
  let roster: Roster
  let describe: @Sendable (any Error) -> String
  let voices = VoiceMemory()

  /// Makes a librarian.
  /// - Parameters:
  ///   - seat: whose drafts are read.
  ///   - brand: the name of the series whose usual counts the graph shows.
  ///   - shelf: reads the saved replies.
  ///   - offset: seconds east of Greenwich on the desk's clocks at an instant.
  ///   - roster: who is on the desk when.
  ///   - describe: says in a sentence what went wrong.
  public init(
    reader: any DeskReader & AlertStore & ClusterReader & AuthorReader, mood: any MoodReader,
    seat: Seat,
    brand: String,
    shelf: @escaping Shelf, offset: @escaping @Sendable (Timestamp) -> Int,
    roster: Roster = Roster(),
    describe: @escaping @Sendable (any Error) -> String
  ) {
    self.reader = reader
    self.mood = mood
    self.seat = seat
    self.brand = brand
    self.shelf = shelf
    self.offset = offset
    self.roster = roster
    self.describe = describe
  }

  /// The members of a cluster that are read at once.
  private static let membersRead = 200
  /// Those that the detail view names.
  private static let membersShown = 12

  /// Answers one request; a failed read is an answer too.
  public func answer(_ request: LoadRequest, now: Timestamp) -> LoadResult {
    do {
      return LoadResult(request, try read(request, now: now))
    } catch {
      return LoadResult(request, .failed(describe(error)))
    }
  }

  private func read(_ request: LoadRequest, now: Timestamp) throws -> LoadResult.Answer {
    switch request {
    case .status: .status(try reader.status(now: now))
    case .stream(let filter, let part, let limit):
      .page(try page(filter, part, limit: limit))
    case .queue(let filter, let order, let after, let limit):
      .page(try reader.foldedQueue(filter, by: order, after: after, limit: limit))
    case .mood(let range, let seconds):
      .mood(
        try reader.mood(
          from: range.lowerBound, to: range.upperBound, bucketSeconds: seconds),
        try reader.marks(from: range.lowerBound, to: range.upperBound),
        try usual(range, seconds: seconds))
    case .handOver: .handOver(try handOverLines(now: now))
    case .alerts: .alerts(try alerts(now: now))
    case .posts:
      .posts(
        PostsBoard(
          posts: try reader.posts(now: now, limit: 500),
          outbox: try reader.outbox(now: now, limit: 500), native: try reader.nativePosts(),
          past: try reader.posts(
            from: now.adding(Span(milliseconds: -PostNeighbour.memory.milliseconds)), to: now,
            limit: 500
          ).filter { $0.state == .sent }))
    case .approvals: .approvals(try approvals(now: now))
    case .savedReplies: saved()
    case .detail(let id): .detail(try detail(id, now: now))
    case .author(let author): .author(try reader.profile(of: author, now: now))
    case .cluster(let id):
      .members(try reader.unanswered(in: id, limit: Self.membersRead))
    case .counts(let filter, let cap): .counts(try counts(filter, cap: cap, now: now))
    }
  }

  private func approvals(now: Timestamp) throws -> [WaitingApproval] {
    let items =
      try reader.outbox(now: now, limit: 500) + reader.posts(now: now, limit: 500)
    return try items.filter { $0.state == .awaitingApproval }.map { item in
      WaitingApproval(
        item: item, mention: try item.content.mention.flatMap { try reader.mention($0) })
    }
  }

  private func saved() -> LoadResult.Answer {
    let (replies, problems) = shelf()
    return .savedReplies(replies, problems)
  }

  private func page(
    _ filter: MentionFilter, _ part: StreamPart, limit: Int
  ) throws -> MentionPage {
    switch part {
    case .newest: try reader.stream(filter, before: nil, limit: limit)
    case .before(let id): try reader.stream(filter, before: id, limit: limit)
    case .after(let id): try reader.stream(filter, after: id, limit: limit)
    }
  }

  private func detail(_ id: MentionID, now: Timestamp) throws -> DetailContent? {
    guard let mention = try reader.mention(id) else { return nil }
    let incoming = mention.incoming
    var content = DetailContent(
      mention: mention,
      conversation: try reader.conversation(mention.conversation, limit: 200),
      author: try reader.author(handle: incoming.author.handle, platform: incoming.platform),
      reasons: mood.reasons(for: incoming.text, language: incoming.languageHint),
      draft: try reader.draft(of: id, seat: seat), correction: try reader.correction(of: id),
      service: try reader.serviceHistory(of: id), moves: try reader.levelHistory())
    content.profile = try reader.profile(of: AuthorKey(mention), now: now)
    if let cluster = mention.cluster?.cluster {
      content.members = try reader.unanswered(in: cluster, limit: Self.membersShown)
    }
    return content
  }

  /// What a filter hides, and how much of that is urgent: everything urgent less what is shown of it.
  private func counts(_ filter: MentionFilter, cap: Int, now: Timestamp) throws -> FilterCounts {
    let (shown, hidden) = try reader.counts(filter, cap: cap)
    let status = try reader.status(now: now)
    let all = status.dueSoon.value + status.overdue.value
    let page = try reader.queue(filter, after: nil, limit: cap)
    let horizon = now.adding(ServiceTargets.soon)
    let visible = page.mentions.count { $0.dueAt <= horizon }
    let isCapped = status.dueSoon.isCapped || status.overdue.isCapped
    return FilterCounts(
      shown: shown, hidden: hidden,
      hiddenUrgent: CappedCount(max(0, all - visible), isCapped: isCapped))
  }
}
