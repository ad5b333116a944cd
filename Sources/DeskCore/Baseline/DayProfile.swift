/// The mean of a series for each hour of the local day, leaning on the whole day until it knows.
struct DayProfile: Hashable, Sendable {
  private var means = [Float](repeating: 0, count: 24)
  private var weights = [Float](repeating: 0, count: 24)

  /// The usual value in an hour; `level`, the mean of all hours, counts as one hour of values.
  func usual(hour: Int, level: Double, valuesPerHour: Double) -> Double {
    let weight = Double(weights[hour])
    return (weight * Double(means[hour]) + valuesPerHour * level) / (weight + valuesPerHour)
  }

  /// Learns one value, which counts for about `days` days.
  mutating func learn(_ value: Double, hour: Int, days: Double, valuesPerHour: Double) {
    let weight = min(Double(weights[hour]) + 1, max(days * valuesPerHour, 1))
    weights[hour] = Float(weight)
    means[hour] += Float((value - Double(means[hour])) / weight)
  }

  mutating func pass(through snapshot: inout Snapshot) {
    snapshot.pass(&means)
    snapshot.pass(&weights)
    snapshot.refuse(unless: weights.allSatisfy { $0 >= 0 })
  }
}
