/// The mean and variance of a series over about a week, whatever the hour.
///
/// Both are exponentially weighted, with plain averages until there is a week of values. A value
/// far above the rest is counted as `cap`, so that a crisis does not become the normal.
struct SteadyLevel: Hashable, Sendable {
  private(set) var values = 0.0
  private(set) var mean = 0.0
  private(set) var variance = 0.0

  /// How far above `usual` a value counts, at most: ten standard deviations, of which a Poisson
  /// count above the floor in steps of `unit` is the least.
  func capped(_ value: Double, above usual: Double, floor: Double, unit: Double) -> Double {
    guard values >= Self.freeValues else { return value }
    // Never 0, or a constant series could not learn that it has changed.
    let poisson = (max(usual - floor, unit / 100) * unit).squareRoot()
    return min(value, usual + Self.reach * max(variance.squareRoot(), poisson))
  }

  mutating func learn(_ value: Double, rate: Double, floor: Double, unit: Double) {
    if values == 0 { mean = value }
    let share = max(1 / (values + 1), rate)
    let difference = capped(value, above: mean, floor: floor, unit: unit) - mean
    mean += share * difference
    variance = (1 - share) * (variance + share * difference * difference)
    values += 1
  }

  mutating func pass(through snapshot: inout Snapshot) {
    snapshot.pass(&values)
    snapshot.pass(&mean)
    snapshot.pass(&variance)
    snapshot.refuse(unless: values >= 0 && variance >= 0)
  }

  private static let reach = 10.0
  private static let freeValues = 24.0
}
