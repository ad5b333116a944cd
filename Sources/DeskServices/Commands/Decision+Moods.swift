import DeskCore

extension Decision {
  /// Takes a person's word on the mood of mentions.
  func correct(_ ids: [MentionID], _ correction: MoodCorrection) throws -> CommandOutcome {
    var undo: [DeskCommand] = []
    for id in ids {
      let old = try tx.correction(of: id)
      let new = correction.over(old?.correction)
      guard new != old?.correction else { continue }
      try setCorrection(new, of: id, old: old)
      undo.append(.uncorrect(id, to: old?.correction))
    }
    return .done(undo: undo)
  }

  /// Puts a correction back to what it was.
  func uncorrect(_ id: MentionID, to earlier: MoodCorrection?) throws -> CommandOutcome {
    let old = try tx.correction(of: id)
    guard earlier != old?.correction else { return .done(undo: []) }
    try setCorrection(earlier, of: id, old: old)
    return .done(undo: [.uncorrect(id, to: old?.correction)])
  }

  private func setCorrection(
    _ correction: MoodCorrection?, of id: MentionID, old: CorrectionRecord?
  ) throws {
    let mention = try mention(id)
    guard mention.state != .own, mention.state != .withdrawn else {
      throw Refusal.state(id, mention.state)
    }
    let model = old?.model ?? mention.mood
    let mood = correction.map(model.corrected(by:)) ?? model
    let record = correction.map {
      CorrectionRecord(correction: $0, model: model, seat: seat, at: now)
    }
    try tx.setCorrection(record, of: id)
    try tx.setMood(mood, of: id)
    try tx.reclock(id, by: rules.service)
    let words = "\(describe(mention.mood)) -> \(describe(mood))"
    try audit(correction == nil ? "uncorrect" : "correct", subject(id), words)
  }

  private func describe(_ mood: MoodReading) -> String {
    "\(mood.sentiment.name) \(mood.intent.name)"
  }
}
