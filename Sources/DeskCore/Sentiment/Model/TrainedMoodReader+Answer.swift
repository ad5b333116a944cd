extension TrainedMoodReader {
  /// Makes the answer of the sums: dense signs, the desk's own words, calibration.
  func answer(
    _ sums: MoodScores, _ language: Language, _ index: Int?, in workspace: inout MoodWorkspace
  ) -> MoodReading {
    let place = index ?? 0
    DenseFeatures.collect(&workspace, language: place)
    var scores = sums.values
    for row in workspace.dense { scores += model.dense[row] }
    let own = brand.isEmpty ? BrandPull() : brand.pull(workspace, fold: fold)
    let calibration = model.calibration[place]
    let shares = MoodShares(
      negative: (Double(scores[0]) + calibration.negative) / calibration.temperature
        + own.negative,
      positive: (Double(scores[1]) + calibration.positive) / calibration.temperature
        + own.positive)
    let counted = workspace.dense.count
    DenseFeatures.collect(
      negative: shares.negative, positive: shares.positive, language: place, into: &workspace)
    for row in workspace.dense[counted...] { scores += model.dense[row] }
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
