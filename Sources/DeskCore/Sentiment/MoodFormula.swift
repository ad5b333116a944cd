/// Turns sums into probabilities, an intent and a degree of abuse.
///
/// With p and n the sums of pulls up and down, each raised by 8 % for each of the first three
/// exclamation marks and n by 0.3 for each of the first three matters of complaint, and each bent
/// by s(x) = x / (1 + x/10) so that a long rant does not become a certainty:
///
///     z(positive) = 1.1 s(p) - 0.6 s(n)    z(negative) = 1.1 s(n) - 0.6 s(p)    z(neutral) = 1.0
///
/// and the probabilities are the softmax of the three. The constants were set by hand and looked
/// at on public development sets, not fitted: a probability orders texts, it is not calibrated.
/// Irony, quotation and whom the anger is aimed at are invisible to it.
enum MoodFormula {
  static func reading(_ sums: MoodSums, language: Language) -> MoodReading {
    let loudness = 1 + 0.08 * Double(min(3, sums.exclamations))
    let positive = bend(sums.positive * loudness)
    let negative = bend(sums.negative * loudness + 0.3 * Double(min(3, sums.issues)))
    let powers = [
      exponential(1.1 * negative - 0.6 * positive), exponential(1.0),
      exponential(1.1 * positive - 0.6 * negative),
    ]
    let total = powers[0] + powers[1] + powers[2]
    return MoodReading(
      sentiment: sentiment(powers), negative: powers[0] / total, neutral: powers[1] / total,
      positive: powers[2] / total,
      intent: intent(sums, positive: positive, negative: negative),
      abuse: 1 - exponential(-0.5 * Double(sums.insults)), language: language)
  }

  private static func bend(_ sum: Double) -> Double { sum / (1 + sum / 10) }

  private static func sentiment(_ powers: [Double]) -> Sentiment {
    if powers[0] > powers[1], powers[0] >= powers[2] { return .negative }
    return powers[2] > powers[1] ? .positive : .neutral
  }

  /// The claim with most points; none below the bar of `other`.
  private static func intent(_ sums: MoodSums, positive: Double, negative: Double) -> Intent {
    let issues = Double(min(3, sums.issues))
    let complaint = 0.6 * negative + 0.6 * issues - 0.25 * positive
    let praise = 0.7 * positive + 0.5 * Double(min(2, sums.praises)) - 0.6 * negative
    var question = 0.0
    // `??` is more often a raised voice than a question.
    if sums.questions > 0 { question += sums.questions == 1 ? 1.4 : 1.1 }
    if sums.asksFirst { question += 0.9 } else if sums.asks > 0 { question += 0.4 }
    question -= 0.3 * negative
    let best = max(complaint, praise, question)
    guard best > 0.85 else { return .other }
    if best == complaint { return .complaint }
    return best == question ? .question : .praise
  }
}
