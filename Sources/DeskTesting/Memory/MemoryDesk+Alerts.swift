public import DeskCore
import Synchronization

extension MemoryDesk: AlertStore {
  /// When the first mention at or after an instant was written; nil when there is none.
  public func firstVoice(since: Timestamp) throws -> Timestamp? {
    read { $0.mentions.map(\.occurredAt).filter { $0 >= since }.min() }
  }

  /// When the `count`th newest mention before an instant was written.
  public func time(ofVoice count: Int, before: Timestamp) throws -> Timestamp? {
    let times = read { $0.mentions.map(\.occurredAt).filter { $0 < before }.sorted(by: >) }
    return times.indices.contains(count - 1) ? times[count - 1] : nil
  }

  /// Mentions of others that were written in a range, oldest first.
  public func voices(
    from: Timestamp, to: Timestamp, after: StoredVoice?, limit: Int
  ) throws -> [StoredVoice] {
    let start = after.map { ($0.facts.at, $0.id) } ?? (from, MentionID(rawValue: 0))
    return read { state in
      let order = order(of: state)
      var low = 0
      var high = order.count
      while low < high {
        let middle = (low + high) / 2
        if start < (order[middle].at, order[middle].id) { high = middle } else { low = middle + 1 }
      }
      return order[low...].prefix { $0.at < to }.lazy
        .compactMap { state.mention($0.id) }.filter { !$0.incoming.isOwn }
        .prefix(limit).map(Self.voice)
    }
  }

  private func order(of state: MemoryState) -> [(at: Timestamp, id: MentionID)] {
    timeline.withLock { known in
      if known.count != state.mentions.count {
        known = state.mentions.map { ($0.occurredAt, $0.id) }.sorted { $0 < $1 }
      }
      return known
    }
  }

  private static func voice(_ mention: Mention) -> StoredVoice {
    let incoming = mention.incoming
    return StoredVoice(
      id: mention.id, source: incoming.key.account, text: incoming.text,
      facts: VoiceFacts(
        author: "\(incoming.platform)/\(incoming.author.handle)",
        followers: incoming.author.followers, isNegative: mention.mood.sentiment == .negative,
        platform: incoming.platform, language: mention.mood.language, at: mention.occurredAt))
  }

  /// The kept buckets of one series from an instant on, oldest first.
  public func buckets(of series: SeriesKey, from: Timestamp) throws -> [CountBucket] {
    read { ($0.buckets[series] ?? []).filter { $0.start >= from } }
  }

  /// The last snapshot of every series that has one.
  public func snapshots() throws -> [DetectorSnapshot] { read { Array($0.detectors.values) } }

  /// Alerts not older than `since`, oldest first.
  public func alerts(since: Timestamp) throws -> [Alert] {
    read { $0.alerts.filter { $0.figures.at >= since } }
  }

  /// How usual each term of a brand is, as last kept.
  public func terms(of brand: String) throws -> TermMemory? { read { $0.terms[brand] } }

  /// The topics as they were when their series began.
  public func topics() throws -> [Topic] { read { $0.topics } }

  /// Takes up other topics and forgets the series of those that changed.
  public func setTopics(_ topics: [Topic]) throws {
    try decide { transaction in
      guard let memory = transaction as? MemoryTransaction else { return }
      let kept = Set(memory.state.topics).intersection(topics).map(\.name)
      memory.state.topics = topics
      func isKept(_ series: SeriesKey) -> Bool { series.topic.map(kept.contains) ?? true }
      memory.state.detectors = memory.state.detectors.filter { isKept($0.key) }
      memory.state.buckets = memory.state.buckets.filter { isKept($0.key) }
    }
  }

  /// Keeps what a round of the watch came to.
  public func save(_ record: WatchRecord) throws {
    try decide { transaction in
      guard let memory = transaction as? MemoryTransaction else { return }
      for (series, buckets) in record.buckets {
        memory.state.buckets[series, default: []] += buckets
      }
      for snapshot in record.snapshots { memory.state.detectors[snapshot.series] = snapshot }
      if let terms = record.terms { memory.state.terms[terms.brand] = terms }
      for var alert in record.alerts {
        if memory.state.alerts.contains(where: { $0.id == alert.id && $0.kind.isAboutWaits }) {
          alert.id = memory.state.nextAlert
        }
        try memory.setAlert(alert)
      }
      let spikes = record.alerts.filter { $0.kind.isSpike }
      guard let last = spikes.map(\.figures.at).max() else { return }
      for id in memory.state.wakeOnSpike.sorted() where memory.state.mention(id)?.state == .snoozed
      {
        try memory.set(id, state: .open, snoozedUntil: nil)
        try memory.endHold(of: id, at: last)
      }
    }
  }

  /// Who will be late soon or is, and of whom nobody was told.
  public func lateWaits(now: Timestamp, limit: Int) throws -> LateWaits {
    read { state in
      let open = state.mentions.filter { $0.state == .open && $0.dueAt < .never }
        .sorted { ($0.dueAt, $0.id) < ($1.dueAt, $1.id) }
      func told(_ mention: Mention) -> Int { state.told[mention.id] ?? 0 }
      let late = open.filter {
        $0.dueAt > now.adding(.hours(-2)) && $0.dueAt <= now && told($0) < 2
      }
      let soon = open.filter { mention in
        mention.dueAt > now && told(mention) == 0
          && state.warnAt[mention.id].map { $0 <= now } ?? false
      }
      return LateWaits(
        soon: soon.prefix(limit).map(Self.wait), late: late.prefix(limit).map(Self.wait))
    }
  }

  private static func wait(_ mention: Mention) -> LateWait {
    LateWait(
      mention: mention.id, conversation: mention.conversation,
      handle: mention.incoming.author.handle, intent: mention.mood.intent, dueAt: mention.dueAt)
  }

  /// Keeps a new alert about waits and remembers of whom it tells.
  public func raise(_ alert: Alert, telling ids: [MentionID]) throws -> Bool {
    try decide { transaction in
      guard let memory = transaction as? MemoryTransaction else { return false }
      let step = alert.kind == .late ? 2 : 1
      let new = ids.filter { (memory.state.told[$0] ?? 0) < step }
      guard !new.isEmpty else { return false }
      for id in new { memory.state.told[id] = step }
      var numbered = alert
      numbered.id = memory.state.nextAlert
      try memory.setAlert(numbered)
      return true
    }
  }
}
