/// Watches one series: a value in, a reading out, in constant time and memory.
///
/// Volume: ln(value / usual) of one value and of three, each turned into decades of rarity by a
/// `TailEstimate`, and the evidence of a `RateCusum` that the rate has tripled:
///
///     strength = mean decades / 3.5 + evidence / 40 nats
///
/// With the threshold in the middle of its plateau (1.58) full evidence still needs a value that
/// comes once in 100, and a value alone needs one in 340,000: both must speak. One episode is one
/// alarm, until it triples, or what were copies become many texts. Nothing is ever looked up in
/// later values, in the length or in the range of the series.
public struct SpikeDetector: Hashable, Sendable {
  /// What is usual in this series.
  public internal(set) var baseline: Baseline
  var share = ShareWatch()
  var slow = SlowWatch()
  var silence = SilenceWatch()
  var cusum = RateCusum()
  var window = ValueWindow()
  var volumeEpisode = Episode()
  var shareEpisode = Episode()
  var scale = ScoreScale(
    half: 0, threeQuarters: 0.2, nineTenths: 0.35,
    tail: TailEstimate(quantile: 0.6, excess: 0.15))
  var clock = 0.0
  var lastStart: Int64 = .min
  let tuning: SpikeTuning

  /// A detector that knows nothing yet, for a series with a value every `periodSeconds`.
  public init(periodSeconds: Int = 300, tuning: SpikeTuning = SpikeTuning()) {
    baseline = Baseline(periodSeconds: periodSeconds)
    self.tuning = tuning
  }

  /// The usual share of negative voices in an hour of the local day, above 0 and below 1.
  public func usualNegativeShare(localHour: Int) -> Double {
    share.baseline.usual(localHour: localHour)
  }

  /// Reads the next value. What lies between it and the one before, if anything does, was not
  /// seen: it is no zero. A count below 0 or not finite is taken as 0.
  public mutating func observe(_ given: CountBucket) -> SpikeReading {
    let bucket = Self.sane(given)
    step(to: bucket.start.seconds)
    baseline.measure(bucket.count)
    let known = baseline.usual(localHour: bucket.localHour, weekday: bucket.localWeekday)
    let usual = baseline.values == 0 ? bucket.count : known
    window.append(bucket, usual: usual)
    var reading = SpikeReading(
      bucket: bucket, usual: usual, score: 0, negativeScore: 0, strength: 0, alarms: [])
    let negative = share.take(
      bucket, window: window, period: baseline.period, tuning: tuning)
    reading.negativeScore = negative.score
    let isSlow = readSlow(bucket, usual: usual, share: negative)
    readVolume(bucket, usual: usual, share: negative, into: &reading)
    readShare(bucket, share: negative, isSlow: isSlow, into: &reading)
    return reading
  }

  static let tailScale = 3.5
  static let short = 3
}

extension SpikeDetector {
  /// Moves the clock; after a gap the window is empty, and after more than an hour so is the
  /// evidence. Times that stand still or run back (clocks set back, rows in disorder) count as one
  /// period.
  private mutating func step(to start: Int64) {
    let passed = lastStart == .min ? 0 : Double(start) - Double(lastStart)
    lastStart = start
    let gap = passed - baseline.period
    clock += passed > 0 ? passed : baseline.period
    guard gap > baseline.period / 2 else { return }
    window.clear()
    silence.reset()
    volumeEpisode.skip(seconds: gap)
    shareEpisode.skip(seconds: gap)
    if gap > 3600 {
      cusum.reset()
      share.reset()
      slow.reset()
    }
  }

  private static func sane(_ given: CountBucket) -> CountBucket {
    func sane(_ value: Double, to limit: Double) -> Double {
      value.isFinite ? min(max(value, 0), limit) : 0
    }
    var bucket = given
    bucket.count = sane(given.count, to: 1e15)
    bucket.texts = sane(given.texts, to: bucket.count)
    bucket.judged = sane(given.judged, to: bucket.count)
    bucket.negative = sane(given.negative, to: bucket.judged)
    return bucket
  }
}
