import DeskCore

extension MemoryState {
  mutating func toReread(model: String, limit: Int) -> Rereading? {
    if rereading?.model != model { rereading = (model, mentions.count) }
    guard let next = rereading?.next, next > 0 else { return nil }
    let texts = mentions.prefix(next).reversed().prefix(limit).map {
      Rereading.Text(
        id: $0.id, text: $0.incoming.text, languageHint: $0.incoming.languageHint)
    }
    return Rereading(
      model: model, texts: texts, next: MentionID(rawValue: Int64(next - texts.count)))
  }
}

extension MemoryTransaction {
  func store(_ moods: [MoodReading], of step: Rereading) throws {
    guard state.rereading?.model == step.model else { return }
    for (text, mood) in zip(step.texts, moods) {
      guard let mention = state.mention(text.id), mention.incoming.text == text.text else {
        continue
      }
      let old = state.corrections[text.id]
      if let old {
        state.corrections[text.id] = CorrectionRecord(
          correction: old.correction, model: mood, seat: old.seat, at: old.at)
      }
      let counted = old.map { mood.corrected(by: $0.correction) } ?? mood
      try setMood(counted, of: text.id)
    }
    state.rereading?.next = Int(step.next.rawValue)
  }
}
