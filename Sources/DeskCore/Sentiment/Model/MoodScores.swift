/// The scores of all heads for one text, before they become probabilities.
struct MoodScores {
  /// Negative, positive, abuse, complaint, question, praise; two spare.
  var values = SIMD8<Float>(repeating: 0)

  /// No scores.
  init() {}

  /// Words and runs of letters each count one over the square root of their number.
  init(words: MoodTally, runs: MoodTally, steps: [Float]) {
    add(words, steps: steps)
    add(runs, steps: steps)
  }

  private mutating func add(_ tally: MoodTally, steps: [Float]) {
    let scale = 1 / Float(max(1, tally.count)).squareRoot()
    values[0] += Float(tally.even[2]) * steps[1] * scale
    values[1] += Float(tally.odd[2]) * steps[1] * scale
    values[2] += Float(tally.even[0]) * steps[2] * scale
    values[3] += Float(tally.odd[0]) * steps[3] * scale
    values[4] += Float(tally.even[1]) * steps[3] * scale
    values[5] += Float(tally.odd[1]) * steps[3] * scale
  }
}
