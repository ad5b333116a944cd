extension TrainedMoodReader {
  /// Makes the answer of the sums: dense signs, the desk's own words, calibration.
  func answer(
    _ sums: MoodScores, _ language: Language, _ place: Int, in workspace: MoodWorkspace
  ) -> MoodReading {
    var scores = sums.values
    let own = (place + 1) * DenseFeatures.count
    DenseFeatures.visit(workspace) { scores += model.dense[$0] + model.dense[own &+ $0] }
    let pull = brand.isEmpty ? BrandPull() : brand.pull(workspace.text, fold: fold)
    let calibration = model.calibration[place]
    let shares = MoodShares(
      negative: (Double(scores[0]) + calibration.negative) / calibration.temperature
        + pull.negative,
      positive: (Double(scores[1]) + calibration.positive) / calibration.temperature
        + pull.positive)
    DenseFeatures.visit(
      negative: shares.negative, positive: shares.positive, sums: workspace.sums
    ) { scores += model.dense[$0] + model.dense[own &+ $0] }
    return MoodReading(
      sentiment: shares.sentiment, negative: shares.negative, neutral: shares.neutral,
      positive: shares.positive, intent: Self.intent(scores),
      abuse: 1 / (1 + exponential(Double(max(-30, min(30, -scores[2]))))), language: language)
  }

  /// The strongest claim, if any stands above zero, which is what `other` scores.
  static func intent(_ scores: SIMD8<Float>) -> Intent {
    let best = max(scores[3], scores[4], scores[5])
    if best <= 0 { return .other }
    if scores[3] == best { return .complaint }
    return scores[4] == best ? .question : .praise
  }
}
