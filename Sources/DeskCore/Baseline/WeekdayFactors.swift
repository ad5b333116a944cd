/// How much each weekday differs from the mean of all days, learned over about three of them.
///
/// A factor is what came over what the hours of the day alone let expect, both above the floor, and
/// leans on 1 with the weight of one day, so a single storm or a new series moves it little.
struct WeekdayFactors: Hashable, Sendable {
  private var came = [Float](repeating: 0, count: 7)
  private var expected = [Float](repeating: 0, count: 7)

  /// The factor of a weekday (Monday is 0), 0.05...20; `day` is what a whole day lets expect.
  func factor(_ weekday: Int, day: Double) -> Double {
    let weight = max(day, 1e-9)
    let ratio = (Double(came[weekday]) + weight) / (Double(expected[weekday]) + weight)
    return min(max(ratio, 0.05), 20)
  }

  mutating func learn(_ value: Double, expected usual: Double, weekday: Int, valuesPerDay: Double) {
    let keep = 1 - 1 / max(Self.days * valuesPerDay, 2)
    came[weekday] = Float(keep * Double(came[weekday]) + max(value, 0))
    expected[weekday] = Float(keep * Double(expected[weekday]) + max(usual, 0))
  }

  mutating func pass(through snapshot: inout Snapshot) {
    snapshot.pass(&came)
    snapshot.pass(&expected)
    snapshot.refuse(unless: came.allSatisfy { $0 >= 0 } && expected.allSatisfy { $0 >= 0 })
  }

  private static let days = 3.0
}
