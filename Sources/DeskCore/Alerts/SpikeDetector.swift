/// Watches one series: a value in, a reading out, in constant time and memory.
///
/// Volume: ln(value / usual) of one value and of three, each turned into decades of rarity by a
/// `TailEstimate`, and the evidence of a `RateCusum` that the rate has tripled:
///
///     strength = mean decades / 3.5 + evidence / 40 nats
///
/// With the threshold in the middle of its plateau (1.58) full evidence still needs a value that
/// comes once in 80, and a value alone needs one in 270,000: both must speak. One episode is one
/// alarm, until it triples, or what were copies become many texts. Nothing is ever looked up in
/// later values, in the length or in the range of the series.
public struct SpikeDetector: Hashable, Sendable {
  /// What is usual in this series.
  public private(set) var baseline: Baseline
  private var share = ShareWatch()
  private var silence = SilenceWatch()
  private var cusum = RateCusum()
  private var window = ValueWindow()
  private var volumeEpisode = Episode()
  private var shareEpisode = Episode()
  private var scale = ScoreScale(
    half: 0, threeQuarters: 0.2, nineTenths: 0.35,
    tail: TailEstimate(quantile: 0.6, excess: 0.15))
  private var clock = 0.0
  private var lastStart: Int64 = .min
  private let tuning: SpikeTuning

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
    let usual = baseline.values == 0 ? bucket.count : baseline.usual(localHour: bucket.localHour)
    window.append(bucket, usual: usual)
    var reading = SpikeReading(
      bucket: bucket, usual: usual, score: 0, negativeScore: 0, strength: 0, alarms: [])
    let negative = share.take(
      bucket, window: window, period: baseline.period, tuning: tuning)
    reading.negativeScore = negative.score
    readVolume(bucket, usual: usual, share: negative, into: &reading)
    readShare(bucket, share: negative, into: &reading)
    return reading
  }

  static let tailScale = 3.5
  static let short = 3
}

extension SpikeDetector {
  private mutating func readVolume(
    _ bucket: CountBucket, usual: Double, share: ShareWatch.Reading,
    into reading: inout SpikeReading
  ) {
    let sums = window.sums(Self.short)
    let oneRatio = baseline.logRatio(bucket.count, usual: usual)
    let sumRatio = baseline.logRatio(sums.count, usual: sums.usual)
    let (level, grain) = (baseline.level, baseline.grain)
    let mean = level.values == 0 ? bucket.count : level.mean
    cusum.take(bucket.count, level: mean, variance: level.variance, grain: grain)
    let one = baseline.oneTail.decades(oneRatio)
    let sum = baseline.sumTail.decades(sumRatio)
    let rank = (one + sum) / 2 / Self.tailScale + cusum.fullness
    reading.strength = (max(one, 0) + max(sum, 0)) / 2 / Self.tailScale + cusum.fullness
    reading.score = scale.score(rank)
    tell(reading.strength, sums: sums, bucket: bucket, share: share, into: &reading)
    let shape = RateCusum.shape(
      mean: max(mean / grain, 1e-3), variance: level.variance / (grain * grain))
    let isKnown = baseline.values >= tuning.leastValues * 8
    if silence.take(bucket.count, usual: isKnown ? usual : 0, shape: shape, grain: grain) {
      reading.alarms.append(alarm(.silence, .began, window.sums(12), bucket, share: share))
    }
    scale.learn(rank, memory: max(14 * 86_400 / baseline.period, 100))
    baseline.learn(bucket, oneRatio: oneRatio, sumRatio: sumRatio)
  }

  private mutating func tell(
    _ strength: Double, sums: ValueWindow.Slot, bucket: CountBucket, share: ShareWatch.Reading,
    into reading: inout SpikeReading
  ) {
    let isHigh =
      strength >= tuning.threshold && baseline.values >= tuning.leastValues
      && sums.count >= tuning.leastSum * baseline.grain
      && sums.count >= tuning.leastRise * sums.usual && !isHabit(sums, at: bucket)
    let cause = volumeEpisode.take(
      isHigh: isHigh, clock: clock, sum: sums.count, texts: sums.texts, quiet: quiet)
    if let cause { reading.alarms.append(alarm(.volume, cause, sums, bucket, share: share)) }
  }

  private mutating func readShare(
    _ bucket: CountBucket, share: ShareWatch.Reading, into reading: inout SpikeReading
  ) {
    let sums = window.sums(ValueWindow.capacity)
    let cause = shareEpisode.take(
      isHigh: share.isHigh, clock: clock, sum: sums.negative, texts: sums.negative, quiet: quiet)
    guard let cause else { return }
    reading.alarms.append(alarm(.negative, cause, sums, bucket, share: share))
  }

  /// The second look: the same hour had about as much twice running, yesterday and the day before
  /// or in both of the last weeks.
  private func isHabit(_ sums: ValueWindow.Slot, at bucket: CountBucket) -> Bool {
    guard let habit = baseline.week.habit(at: bucket.localHourNumber) else { return false }
    let values = Double(min(Int64(Self.short), window.filled))
    return habit * values > 2 * sums.usual && sums.count < 2 * habit * values
  }

  private func alarm(
    _ kind: SpikeAlarm.Kind, _ cause: SpikeAlarm.Cause, _ sums: ValueWindow.Slot,
    _ bucket: CountBucket, share: ShareWatch.Reading
  ) -> SpikeAlarm {
    let length = kind == .volume ? Int64(Self.short) : Int64(ValueWindow.capacity)
    let usual = kind == .negative ? sums.judged * share.usual : sums.usual
    let value = kind == .negative ? sums.negative : sums.count
    var severity = Severity(sum: value, usual: usual, grain: baseline.grain)
    if kind == .volume, share.isHigh { severity = severity.raised }
    return SpikeAlarm(
      kind: kind, cause: cause, severity: severity,
      at: bucket.start.adding(.seconds(Int64(baseline.period))),
      windowSeconds: Int(min(length, window.filled)) * Int(baseline.period), sum: sums.count,
      usual: sums.usual, negative: sums.negative, judged: sums.judged, usualShare: share.usual,
      texts: sums.texts)
  }

  private var quiet: Double { tuning.quietHours * 3600 }

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

extension SpikeDetector {
  /// Everything it knows, in a few hundred numbers; `init(restoring:)` takes it up again.
  public var bytes: [UInt8] {
    var snapshot = Snapshot()
    var copy = self
    copy.pass(through: &snapshot)
    return snapshot.bytes
  }

  /// Takes up what `bytes` said; nil when the bytes are not those of such a detector.
  public init?(
    restoring bytes: [UInt8], periodSeconds: Int = 300, tuning: SpikeTuning = SpikeTuning()
  ) {
    self.init(periodSeconds: periodSeconds, tuning: tuning)
    var snapshot = Snapshot(restoring: bytes)
    pass(through: &snapshot)
    guard snapshot.isComplete else { return nil }
  }

  private mutating func pass(through snapshot: inout Snapshot) {
    var version = Self.version
    var period = baseline.period
    snapshot.pass(&version)
    snapshot.pass(&period)
    snapshot.refuse(unless: version == Self.version && period == baseline.period)
    baseline.pass(through: &snapshot)
    share.pass(through: &snapshot)
    silence.pass(through: &snapshot)
    cusum.pass(through: &snapshot)
    window.pass(through: &snapshot)
    volumeEpisode.pass(through: &snapshot)
    shareEpisode.pass(through: &snapshot)
    scale.pass(through: &snapshot)
    snapshot.pass(&clock)
    snapshot.pass(&lastStart)
  }

  private static let version: UInt16 = 1
}
