public import DeskCore

extension MemoryDesk {
  /// Counts per stretch of `bucketSeconds`, holes filled.
  public func mood(
    from: Timestamp, to: Timestamp, bucketSeconds: Int
  ) throws -> [MoodBucket] {
    let width = Int64(bucketSeconds) * 1000
    guard width > 0, from < to else { return [] }
    var buckets: [Int64: MoodBucket] = [:]
    for mention in read({ $0.mentions })
    where mention.occurredAt >= from && mention.occurredAt < to {
      let start = mention.occurredAt.milliseconds / width * width
      var bucket = buckets[start] ?? MoodBucket(start: Timestamp(milliseconds: start))
      switch mention.mood.sentiment {
      case .negative: bucket.negative += 1
      case .neutral: bucket.neutral += 1
      case .positive: bucket.positive += 1
      }
      buckets[start] = bucket
    }
    let first = from.milliseconds / width * width
    return stride(from: first, to: to.milliseconds, by: Int64.Stride(width)).map {
      buckets[$0] ?? MoodBucket(start: Timestamp(milliseconds: $0))
    }
  }

  /// Level changes, pauses and gaps in a range.
  public func marks(from: Timestamp, to: Timestamp) throws -> [TimelineMark] {
    read { $0.marks.filter { $0.at >= from && $0.at < to } }
  }

  /// Posts that have not left, and those of the last day, by time.
  public func posts(now: Timestamp, limit: Int) throws -> [OutgoingItem] {
    let day = now.adding(.days(-1))
    return items(limit: limit) {
      $0.content.kind == .post && (!$0.state.isFinal || $0.dueAt >= day)
    }
  }

  /// Posts due in a range, dropped ones left out, by time.
  public func posts(from: Timestamp, to: Timestamp, limit: Int) throws -> [OutgoingItem] {
    read { Array($0.posts(from: from, to: to).prefix(limit)) }
  }

  /// What the gate let out after an instant.
  public func admitted(since: Timestamp) throws -> [OutgoingItem] {
    read { $0.admitted(since: since) }
  }

  /// The series that have not ended.
  public func series() throws -> [PostSeries] { read { $0.series.filter { !$0.isOver } } }

  /// Answers that have not reached an end, and those of the last hour.
  public func outbox(now: Timestamp, limit: Int) throws -> [OutgoingItem] {
    let hour = now.adding(.hours(-1))
    return items(limit: limit) {
      $0.content.kind != .post && (!$0.state.isFinal || $0.dueAt >= hour)
    }
  }

  /// Posts on the platforms' own schedulers as last listed.
  public func nativePosts() throws -> [NativePost] {
    read { $0.native.values.flatMap { $0 }.sorted { $0.dueAt < $1.dueAt } }
  }

  /// Gaps not older than `since`.
  public func gaps(since: Timestamp) throws -> [Gap] {
    read { $0.gaps.filter { $0.to >= since } }
  }

  /// The draft of a seat for a mention.
  public func draft(of mention: MentionID, seat: Seat) throws -> Draft? {
    read { $0.drafts[MemoryState.DraftKey(mention: mention, seat: seat)] }
  }

  /// What a person said of a mention's mood.
  public func correction(of mention: MentionID) throws -> CorrectionRecord? {
    read { $0.corrections[mention] }
  }

  /// Corrected mentions above `after`, by number.
  public func corrections(after: MentionID, limit: Int) throws -> [CorrectedMention] {
    read { state in
      let wanted = state.corrections.filter { $0.key > after }.sorted { $0.key < $1.key }
      return wanted.compactMap { id, record in
        guard let mention = state.mention(id), mention.state != .withdrawn else { return nil }
        return CorrectedMention(id: id, text: mention.incoming.text, record: record)
      }.prefix(limit).map { $0 }
    }
  }

  /// Audit entries above `after`, in order.
  public func audit(after: Int64, limit: Int) throws -> [AuditEntry] {
    read { Array($0.audit.filter { $0.sequence > after }.prefix(limit)) }
  }

  /// How many entries were written.
  public func auditLength() throws -> Int64 { read { Int64($0.audit.count) } }

  private func items(limit: Int, where isWanted: (OutgoingItem) -> Bool) -> [OutgoingItem] {
    read { state in
      Array(
        state.items.filter(isWanted).sorted { ($0.dueAt, $0.id) < ($1.dueAt, $1.id) }
          .prefix(limit))
    }
  }
}
