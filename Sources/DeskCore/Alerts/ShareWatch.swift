/// Watches the share of negative voices, whatever the volume does.
///
/// The signed root of the likelihood ratio of a window's share against the usual one, over 3 and 12
/// values, each with a tail of its own; and a cumulative sum for odds three times the usual. As with
/// volume both must speak. The doubt about the usual share shrinks the root: n voices against a
/// share known from m count as n m / (n + m).
struct ShareWatch: Hashable, Sendable {
  private(set) var baseline = ShareBaseline()
  private var shortTail = TailEstimate(quantile: 2.05, excess: 0.4)
  private var longTail = TailEstimate(quantile: 2.05, excess: 0.4)
  private var scale = ScoreScale(
    half: 0, threeQuarters: 0.2, nineTenths: 0.35,
    tail: TailEstimate(quantile: 0.6, excess: 0.15))
  private var nats = 0.0
  private var values = 0.0

  struct Reading {
    var score = 0.0
    var isHigh = false
    var usual = 0.0
  }

  /// Reads a bucket and then learns from it.
  mutating func take(
    _ bucket: CountBucket, window: ValueWindow, period: Double, tuning: SpikeTuning
  )
    -> Reading
  {
    let usual = baseline.usual(localHour: bucket.localHour)
    var reading = Reading(usual: usual)
    if bucket.judged > 0 {
      let weight = baseline.weight(localHour: bucket.localHour)
      let short = Self.root(window.sums(3), usual: usual, weight: weight)
      let long = Self.root(window.sums(12), usual: usual, weight: weight)
      gather(bucket, usual: usual)
      let tail = (shortTail.decades(short) + longTail.decades(long)) / 2
      let strength = tail / SpikeDetector.tailScale + nats / Self.limit
      let memory = max(14 * 86_400 / period, 100)
      reading.score = scale.score(strength)
      reading.isHigh = strength >= tuning.threshold && isMaterial(window, usual: usual)
      shortTail.learn(short, memory: memory)
      longTail.learn(long, memory: memory)
      scale.learn(strength, memory: memory)
      values += 1
    }
    let keep = 1 - min(period / (7 * 86_400), 0.5)
    baseline.learn(bucket, keep: keep, keepHour: 1 - min(period / (7 * 3600), 0.5))
    return reading
  }

  mutating func reset() { nats = 0 }

  mutating func pass(through snapshot: inout Snapshot) {
    baseline.pass(through: &snapshot)
    shortTail.pass(through: &snapshot)
    longTail.pass(through: &snapshot)
    scale.pass(through: &snapshot)
    snapshot.pass(&nats)
    snapshot.pass(&values)
    snapshot.refuse(unless: nats >= 0 && nats <= Self.limit)
  }

  private mutating func gather(_ bucket: CountBucket, usual: Double) {
    let odds = Self.rise * usual / (1 - usual)
    let raised = odds / (1 + odds)
    let gain = bucket.negative * logarithm(raised / usual)
    let loss = (bucket.judged - bucket.negative) * logarithm((1 - raised) / (1 - usual))
    nats = min(max(nats + gain + loss, 0), Self.limit)
  }

  /// A share may be surprising and still be nothing to act on.
  private func isMaterial(_ window: ValueWindow, usual: Double) -> Bool {
    let hour = window.sums(12)
    return values >= Self.leastValues && hour.negative >= Self.leastNegative
      && hour.negative / max(hour.judged, 1) >= usual + Self.leastRise
  }

  private static func root(_ sums: ValueWindow.Slot, usual: Double, weight: Double) -> Double {
    guard sums.judged > 0 else { return 0 }
    let share = min(max(sums.negative / sums.judged, 0), 1)
    let up = share > 0 ? share * logarithm(share / usual) : 0
    let down = share < 1 ? (1 - share) * logarithm((1 - share) / (1 - usual)) : 0
    let voices = sums.judged * weight / (sums.judged + weight)
    let root = (2 * voices * max(up + down, 0)).squareRoot()
    return share > usual ? root : -root
  }

  private static let rise = 3.0
  private static let limit = 20.0
  private static let leastValues = 36.0
  private static let leastNegative = 5.0
  private static let leastRise = 0.1
}
