import DeskCore

/// The graph's scale: the smallest round number that holds the tallest bar.
struct GraphScale: Hashable, Sendable {
  /// The count at the top of the plot; at least 4, so that a single mention does not fill it.
  let top: Int

  /// A scale for bars of these counts.
  init(_ buckets: [MoodBucket]) {
    let tallest = buckets.map(\.count).max() ?? 0
    var unit = 1
    var top = 4
    while top < tallest {
      for step in [4, 5, 8, 10, 20] where step * unit >= tallest {
        top = step * unit
        break
      }
      if top < tallest { unit *= 10 }
    }
    self.top = top
  }

  /// A count in at most four characters: `988`, `12k`, `3M`; cut, never rounded up.
  static func short(_ count: Int) -> String {
    switch count {
    case ..<10_000: String(count)
    case ..<1_000_000: "\(count / 1000)k"
    default: "\(count / 1_000_000)M"
    }
  }
}

/// One bar in cells, from the bottom: negative, then neutral, then positive.
struct GraphBar: Hashable, Sendable {
  /// Whole cells of negative mentions.
  let negative: Int
  /// Eighths of the cell above them, 0...7.
  let eighths: Int
  /// Cells of neutral mentions.
  let neutral: Int
  /// Cells of positive mentions.
  let positive: Int

  /// Measures a bucket for a plot of so many rows; what is there at all is always seen.
  init(_ bucket: MoodBucket, rows: Int, top: Int) {
    guard rows > 0, bucket.count > 0 else {
      (negative, eighths, neutral, positive) = (0, 0, 0, 0)
      return
    }
    let least = bucket.negative > 0 ? 1 : 0
    let fine = min(rows * 8, max(least, bucket.negative * rows * 8 / top))
    negative = fine / 8
    eighths = fine % 8
    let base = negative + (eighths > 0 ? 1 : 0)
    let others = bucket.neutral + bucket.positive
    var rest = min(rows - base, (bucket.count * rows * 2 + top) / (top * 2) - base)
    let kinds = (bucket.neutral > 0 ? 1 : 0) + (bucket.positive > 0 ? 1 : 0)
    if rest < kinds { rest = min(rows - base, base == 0 ? kinds : max(rest, 0)) }
    guard others > 0, rest > 0 else {
      (neutral, positive) = (0, 0)
      return
    }
    var calm = (rest * bucket.neutral * 2 + others) / (others * 2)
    if rest > 1, bucket.neutral > 0 { calm = max(1, calm) }
    if rest > 1, bucket.positive > 0 { calm = min(rest - 1, calm) }
    neutral = calm
    positive = rest - calm
  }
}
