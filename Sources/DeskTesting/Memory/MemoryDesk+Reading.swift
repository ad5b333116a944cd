public import DeskCore

extension MemoryDesk {
  /// The numbers of the header.
  public func status(now: Timestamp) throws -> DeskStatus {
    read { state in
      let open = state.mentions.filter { $0.state == .open }
      let soon = now.adding(ServiceTargets.soon)
      var status = DeskStatus(
        at: now, level: state.level, levelChange: state.moves.last, open: open.count,
        snoozed: state.mentions.count { $0.state == .snoozed }, total: state.mentions.count,
        dueSoon: CappedCount(open.count { $0.dueAt > now && $0.dueAt <= soon }),
        overdue: CappedCount(open.count { $0.dueAt <= now }),
        oldestSeenAt: open.map(\.seenAt).min(), pauses: state.standing,
        sources: state.health.values.sorted { $0.account.rawValue < $1.account.rawValue },
        outbox: state.items.count { $0.state == .sending || $0.state == .queued },
        newest: Int64(state.mentions.count),
        alerts: state.alerts.count { $0.isWaiting(at: now) },
        newestAlert: state.alerts.last?.id.rawValue ?? 0, tellProblem: state.work.problem)
      if state.level == .crisis, let since = state.moves.last?.at {
        let all = state.items.flatMap(\.approvals).filter { $0.isOverride && $0.at >= since }
        status.overrides = all.max { $0.at < $1.at }.map {
          OverrideCount(count: all.count, seat: $0.seat, at: $0.at)
        }
      }
      status.presence = state.presence.values.filter { $0.until > now }
        .sorted { $0.seat.rawValue < $1.seat.rawValue }
      return status
    }
  }

  /// The newest mentions below `before` that pass the filter.
  public func stream(
    _ filter: MentionFilter, before: MentionID?, limit: Int
  ) throws -> MentionPage {
    let all = passing(filter).reversed().filter { before == nil || $0.id < (before ?? $0.id) }
    return MentionPage(mentions: Array(all.prefix(limit)), hasMore: all.count > limit)
  }

  /// The oldest mentions above `after`, newest first, that pass the filter.
  public func stream(
    _ filter: MentionFilter, after: MentionID, limit: Int
  ) throws -> MentionPage {
    let all = passing(filter).filter { $0.id > after }
    return MentionPage(mentions: all.prefix(limit).reversed(), hasMore: all.count > limit)
  }

  /// How many mentions the filter shows and hides.
  public func counts(
    _ filter: MentionFilter, cap: Int
  ) throws -> (shown: CappedCount, hidden: CappedCount) {
    let shown = passing(filter).count
    let hidden = read { $0.mentions.count } - shown
    return (
      CappedCount(min(shown, cap), isCapped: shown > cap),
      CappedCount(min(hidden, cap), isCapped: hidden > cap)
    )
  }

  /// Open mentions in an order, after a position, that pass the filter.
  public func queue(
    _ filter: MentionFilter, by order: QueueOrder, after: QueuePosition?, limit: Int
  ) throws -> MentionPage {
    func place(_ position: QueuePosition) -> (Int64, Int64, MentionID) {
      (order == .breach ? position.due : 0, position.rank, position.id)
    }
    let ranked = passing(filter).filter { $0.state == .open }
      .map { (place: place(QueuePosition($0)), mention: $0) }
      .sorted { $0.place < $1.place }
      .filter { entry in after.map { entry.place > place($0) } ?? true }
    return MentionPage(
      mentions: ranked.prefix(limit).map(\.mention), hasMore: ranked.count > limit)
  }

  /// One mention.
  public func mention(_ id: MentionID) throws -> Mention? { read { $0.mention(id) } }

  /// A conversation, oldest first.
  public func conversation(_ id: ConversationID, limit: Int) throws -> [ConversationEntry] {
    read { state in
      let mentions = state.mentions.filter { $0.conversation == id }
      let ids = Set(mentions.map(\.id))
      let theirs = mentions.map { ($0.seenAt, ConversationEntry.mention($0)) }
      let ours = state.items.filter { $0.content.mention.map(ids.contains) ?? false }
        .map { ($0.createdAt, ConversationEntry.ours($0)) }
      let notes = state.notes.filter { ids.contains($0.mention) }
        .map { ($0.at, ConversationEntry.note($0)) }
      return (theirs + ours + notes).sorted { $0.0 < $1.0 }.suffix(limit).map(\.1)
    }
  }

  /// What is known of an author.
  public func author(handle: String, platform: Platform) throws -> AuthorCard? {
    read { state in
      let theirs = state.mentions.filter {
        $0.incoming.author.handle == handle && $0.incoming.platform == platform
      }
      guard let last = theirs.last, let first = theirs.map(\.seenAt).min() else { return nil }
      return AuthorCard(
        author: last.incoming.author, firstSeenAt: first,
        mentions: Dictionary(grouping: theirs, by: \.state).mapValues(\.count))
    }
  }

  private func passing(_ filter: MentionFilter) -> [Mention] {
    read { state in
      state.mentions.compactMap { state.mention($0.id) }.filter { Self.passes($0, filter) }
    }
  }

  private static func passes(_ mention: Mention, _ filter: MentionFilter) -> Bool {
    func allows<Value>(_ set: Set<Value>, _ value: Value) -> Bool {
      set.isEmpty || set.contains(value)
    }
    return allows(filter.languages, mention.mood.language)
      && allows(filter.sentiments, mention.mood.sentiment)
      && allows(filter.intents, mention.mood.intent) && allows(filter.states, mention.state)
      && allows(filter.platforms, mention.incoming.platform)
      && filter.abuseAbove.map { mention.mood.abuse > $0 } ?? true
      && (filter.author ?? mention.incoming.author.handle) == mention.incoming.author.handle
      && filter.occurred?.contains(mention.occurredAt) ?? true
      && matches(mention.incoming.text, filter.text)
      && (filter.anyOf.isEmpty || filter.anyOf.contains { matches(mention.incoming.text, $0) })
  }

  private static func matches(_ text: String, _ wanted: String) -> Bool {
    let words = Set(text.lowercased().split { !$0.isLetter && !$0.isNumber })
    return wanted.lowercased().split(separator: " ").allSatisfy { want in
      want.last == "*"
        ? words.contains { $0.hasPrefix(want.dropLast()) } : words.contains(want)
    }
  }
}
