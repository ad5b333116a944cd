import DeskCore

extension MemoryState {
  mutating func take(_ batch: IntakeBatch) -> IntakeResult {
    var result = IntakeResult()
    for event in batch.events {
      switch event {
      case .upsert(let judged): upsert(judged, &result)
      case .deleted(let key): delete(key, &result)
      case .gap(let gap):
        gaps.append(gap)
        marks.append(TimelineMark(kind: .gap, at: gap.from))
      }
    }
    if let cursor = batch.cursor { cursors[batch.account] = cursor }
    return result
  }

  private mutating func upsert(_ judged: JudgedMention, _ result: inout IntakeResult) {
    guard let index = numbers[judged.incoming.key] else {
      insert(judged)
      result.new += 1
      return
    }
    guard mentions[index].incoming.text != judged.incoming.text,
      mentions[index].state != .withdrawn
    else {
      result.duplicates += 1
      return
    }
    let id = mentions[index].id
    if !mentions[index].state.isUnanswered { waitsFrom[id] = judged.seenAt }
    endHold(of: id, at: judged.seenAt)
    clockWork.insert(id)
    mentions[index].incoming = judged.incoming
    mentions[index].mood = judged.mood
    if let old = corrections[mentions[index].id] {
      mentions[index].mood = judged.mood.corrected(by: old.correction)
      corrections[mentions[index].id] = CorrectionRecord(
        correction: old.correction, model: judged.mood, seat: old.seat, at: old.at)
    }
    mentions[index].state = mentions[index].state.afterEdit
    mentions[index].snoozedUntil = nil
    mentions[index].version += 1
    mentions[index].editedAt = judged.seenAt
    result.edited += 1
  }

  private mutating func insert(_ judged: JudgedMention) {
    let id = MentionID(rawValue: Int64(mentions.count + 1))
    let key = judged.incoming.key
    let parent = judged.incoming.inReplyTo.flatMap {
      numbers[MentionKey(account: key.account, native: $0)]
    }
    numbers[key] = mentions.count
    mentions.append(
      Mention(
        id: id, incoming: judged.incoming, seenAt: judged.seenAt,
        conversation: parent.map { mentions[$0].conversation }
          ?? ConversationID(rawValue: id.rawValue),
        mood: judged.mood, state: judged.incoming.isOwn ? .own : .open, dueAt: judged.dueAt))
    if parent != nil, !judged.incoming.isOwn { clockWork.insert(id) }
  }

  private mutating func delete(_ key: MentionKey, _ result: inout IntakeResult) {
    guard let index = numbers[key], mentions[index].state != .withdrawn else {
      result.duplicates += 1
      return
    }
    mentions[index].state = .withdrawn
    mentions[index].snoozedUntil = nil
    mentions[index].version += 1
    stateChanged(mentions[index].id)
    result.deleted += 1
  }
}
