/// How fast a stream of voices grows.
enum Growth {
  /// Minutes in which the rate doubles; nil when growth is not sure, or there are too few voices.
  ///
  /// The last hour is cut into twelve; the rate is taken as Poisson with an exponential trend, whose
  /// score test at no growth is z = sum (i - mean i) n / sqrt(mean n * sum (i - mean i)^2), and whose
  /// slope follows by least squares on ln(n + 1/2), each part weighted by n + 1/2.
  static func doublingMinutes(_ times: [Timestamp]) -> Double? {
    guard let last = times.max() else { return nil }
    let start = last.adding(.minutes(-60))
    var counts = [Double](repeating: 0, count: parts)
    for time in times where time > start {
      counts[min(Int(time.since(start).seconds * Int64(parts) / 3600), parts - 1)] += 1
    }
    let total = counts.reduce(0, +)
    guard total >= 10, isRising(counts, total: total) else { return nil }
    let slope = slope(counts)
    guard slope > 0 else { return nil }
    return 0.693_147_180_559_945_3 / slope * 60 / Double(parts)
  }

  private static func isRising(_ counts: [Double], total: Double) -> Bool {
    let middle = Double(parts - 1) / 2
    var (score, spread) = (0.0, 0.0)
    for (index, count) in counts.enumerated() {
      let distance = Double(index) - middle
      score += distance * count
      spread += distance * distance
    }
    return score > 2 * (total / Double(parts) * spread).squareRoot()
  }

  private static func slope(_ counts: [Double]) -> Double {
    var (weight, x, y) = (0.0, 0.0, 0.0)
    for (index, count) in counts.enumerated() {
      weight += count + 0.5
      x += (count + 0.5) * Double(index)
      y += (count + 0.5) * logarithm(count + 0.5)
    }
    var (xy, xx) = (0.0, 0.0)
    for (index, count) in counts.enumerated() {
      let distance = Double(index) - x / weight
      xy += (count + 0.5) * distance * (logarithm(count + 0.5) - y / weight)
      xx += (count + 0.5) * distance * distance
    }
    return xx > 0 ? xy / xx : 0
  }

  private static let parts = 12
}
