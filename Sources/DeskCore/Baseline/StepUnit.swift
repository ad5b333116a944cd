/// The grain of a series: the smallest step it ever made from one value to the next.
///
/// Counts have grain 1, counts of which every one stands for twenty have grain 20. Measured in
/// grains a series and its multiple are the same, so nothing that follows depends on the scale.
struct StepUnit: Hashable, Sendable {
  private var smallest = 0.0
  private var previous = -1.0

  /// The grain, never below a thousandth of the level, so that noise in the last digit of a
  /// measured quantity does not pass for one.
  func grain(level: Double) -> Double {
    let step = smallest > 0 ? smallest : 1
    return max(step, level / 1000)
  }

  mutating func learn(_ value: Double) {
    let step = abs(value - previous)
    if previous >= 0, step > 0, smallest == 0 || step < smallest { smallest = step }
    previous = value
  }

  mutating func pass(through snapshot: inout Snapshot) {
    snapshot.pass(&smallest)
    snapshot.pass(&previous)
    snapshot.refuse(unless: smallest >= 0)
  }
}
