public import DeskCore

/// Reads the mood of what came in and says by when it should be answered.
public struct MentionJudge: Sendable {
  private let reader: any MoodReader
  private let service: ServiceLevels
  private let gauge: LevelGauge
  private let replayed: Set<AccountID>

  /// Makes a judge.
  /// - Parameters:
  ///   - reader: what reads moods.
  ///   - service: how soon people are answered.
  ///   - gauge: shows the level.
  ///   - replayed: accounts whose past is played back, so that their own times count as the times
  ///     at which the desk saw them; every other clock runs from when a mention came in.
  public init(
    reader: any MoodReader, service: ServiceLevels = ServiceLevels(),
    gauge: LevelGauge = LevelGauge(), replayed: Set<AccountID> = []
  ) {
    self.reader = reader
    self.service = service
    self.gauge = gauge
    self.replayed = replayed
  }

  /// Judges one mention seen at `now`.
  public func judge(_ incoming: IncomingMention, at now: Timestamp) -> JudgedMention {
    let mood = reader.read(incoming.text, language: incoming.languageHint)
    let isReplayed = replayed.contains(incoming.key.account)
    let seenAt = isReplayed ? min(incoming.createdAt, now) : now
    return JudgedMention(
      incoming: incoming, mood: mood, seenAt: seenAt,
      dueAt: service.due(
        intent: mood.intent, followers: incoming.author.followers, seenAt: seenAt,
        level: gauge.level))
  }

  /// Judges a batch and cuts it into transactions; only the last has the cursor.
  func split(_ batch: SourceBatch, limit: Int, at now: Timestamp) -> [IntakeBatch] {
    guard batch.events.count > limit else {
      return [part(batch.events[...], of: batch, isLast: true, at: now)]
    }
    return stride(from: 0, to: batch.events.count, by: limit).map { start in
      let end = min(start + limit, batch.events.count)
      return part(
        batch.events[start..<end], of: batch, isLast: end == batch.events.count, at: now)
    }
  }

  private func part(
    _ events: ArraySlice<SourceEvent>, of batch: SourceBatch, isLast: Bool, at now: Timestamp
  ) -> IntakeBatch {
    let judged = events.map { event -> IntakeBatch.Event in
      switch event {
      case .upsert(let incoming): .upsert(judge(incoming, at: now))
      case .deleted(let key): .deleted(key)
      case .gap(let gap): .gap(gap)
      }
    }
    return IntakeBatch(
      account: batch.account, events: judged, cursor: isLast ? batch.cursor : nil, at: now)
  }
}
