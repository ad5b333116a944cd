/// What never stops: the least value of the last one to two weeks.
///
/// All comparisons are made above it, so a series and the same series with a constant added are the
/// same to the detector. Voices about a brand mostly have a floor of 0.
struct SeriesFloor: Hashable, Sendable {
  private var current = -1.0
  private var before = -1.0
  private var values = 0.0

  /// The floor; 0 before the first value.
  var value: Double {
    guard current >= 0 else { return 0 }
    return before >= 0 ? min(before, current) : current
  }

  /// Learns a value; `week` is how many of them a week has.
  mutating func learn(_ value: Double, week: Double) {
    values += 1
    if values > week {
      before = current
      current = value
      values = 0
    }
    current = current < 0 ? value : min(current, value)
  }

  mutating func pass(through snapshot: inout Snapshot) {
    snapshot.pass(&current)
    snapshot.pass(&before)
    snapshot.pass(&values)
    snapshot.refuse(unless: values >= 0)
  }
}
