/// Watches the negative voices of a series that has too few of them to fill a window.
///
/// Where an hour holds fewer than twelve judged voices, neither a window nor its tails say much.
/// What is left is to add up voice by voice: Page's cumulative sum (1954) of the evidence that
/// negative voices come three times as often as is usual at this hour, under the law of `RateCusum`.
/// By chance such a sum passes h about once in exp(h) voices, so it must pass ln(voices of a month);
/// and most of what it stands on must be the mood, not the crowd. It is told with all that came
/// since the evidence began, a day at most.
struct SlowWatch: Hashable, Sendable {
  private(set) var nats = 0.0
  /// What came since the evidence began.
  private(set) var sums = ValueWindow.Slot()
  /// The negative voices that were usual meanwhile.
  private(set) var usualNegative = 0.0

  struct Setting {
    var usual: Double
    var share: Double
    var shape: Double
    /// Judged voices in a usual value.
    var judgedPerValue: Double
    var period: Double
    var isKnown: Bool
  }

  /// Takes a value; whether the evidence is enough and there is something to act on.
  mutating func take(_ bucket: CountBucket, _ setting: Setting) -> Bool {
    let perHour = setting.judgedPerValue * 3600 / setting.period
    guard setting.isKnown, perHour < Self.voicesPerHour, bucket.judged <= bucket.count else {
      reset()
      return false
    }
    let monthly = setting.judgedPerValue * 30 * 86_400 / setting.period
    let enough = logarithm(max(monthly, 20))
    let mean = max(setting.usual * setting.share, 1e-4)
    let step = RateCusum.evidence(bucket.negative, mean: mean, shape: setting.shape)
    nats = min(max(nats + step, 0), 1.5 * enough)
    guard nats > 0, sums.values * setting.period < 86_400 else {
      reset()
      return false
    }
    sums.count += bucket.count
    sums.usual += setting.usual
    sums.texts += bucket.texts
    sums.judged += bucket.judged
    sums.negative += bucket.negative
    sums.values += 1
    usualNegative += mean
    let share = sums.negative / max(sums.judged, 1)
    return nats >= enough && sums.negative >= Self.leastNegative
      && share >= setting.share + Self.leastRise
  }

  mutating func reset() { self = SlowWatch() }

  mutating func pass(through snapshot: inout Snapshot) {
    snapshot.pass(&nats)
    snapshot.pass(&sums.count)
    snapshot.pass(&sums.usual)
    snapshot.pass(&sums.texts)
    snapshot.pass(&sums.judged)
    snapshot.pass(&sums.negative)
    snapshot.pass(&sums.values)
    snapshot.pass(&usualNegative)
    snapshot.refuse(unless: nats >= 0 && sums.values >= 0)
  }

  private static let voicesPerHour = 12.0
  private static let leastNegative = 5.0
  private static let leastRise = 0.1
}
