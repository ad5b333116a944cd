/// What some of the features of a text add up to in the tables.
struct MoodTally {
  var negative: Int32 = 0
  var positive: Int32 = 0
  /// Abuse, complaint, question, praise.
  var side = SIMD4<Int32>.zero
  var count = 0

  /// Looks every hash up; first all in one table, then all in the other, so that the processor can
  /// wait for many rows at once.
  init(_ hashes: Swift.Span<UInt64>, model: MoodModel) {
    count = hashes.count
    let sentiment = model.sentimentTable
    let shift = 64 - sentiment.bits
    for index in hashes.indices {
      let place = Int(truncatingIfNeeded: (hashes[index] &* FeatureHash.seed) &>> shift) &* 2
      negative &+= Int32(sentiment.start[place])
      positive &+= Int32(sentiment.start[place &+ 1])
    }
    let sideTable = model.sideTable
    let sideShift = 64 - sideTable.bits
    for index in hashes.indices {
      let place = Int(truncatingIfNeeded: (hashes[index] &* FeatureHash.seed) &>> sideShift) &* 4
      let row = UnsafeRawPointer(sideTable.start + place).loadUnaligned(as: SIMD4<Int8>.self)
      side &+= SIMD4<Int32>(truncatingIfNeeded: row)
    }
  }
}

/// The scores of all heads for one text, before they become probabilities.
struct MoodScores {
  /// Negative, positive, abuse, complaint, question, praise; two spare.
  var values = SIMD8<Float>(repeating: 0)

  /// Words and runs of letters each count one over the square root of their number.
  init(words: MoodTally, runs: MoodTally, model: MoodModel) {
    add(words, steps: model.steps)
    add(runs, steps: model.steps)
  }

  private mutating func add(_ tally: MoodTally, steps: [Float]) {
    let scale = 1 / Float(max(1, tally.count)).squareRoot()
    values[0] += Float(tally.negative) * steps[1] * scale
    values[1] += Float(tally.positive) * steps[1] * scale
    values[2] += Float(tally.side[0]) * steps[2] * scale
    values[3] += Float(tally.side[1]) * steps[3] * scale
    values[4] += Float(tally.side[2]) * steps[3] * scale
    values[5] += Float(tally.side[3]) * steps[3] * scale
  }
}
