extension SpikeDetector {
  /// Judges the volume, tells what is to be told, and learns.
  mutating func readVolume(
    _ bucket: CountBucket, usual: Double, share: ShareWatch.Reading,
    into reading: inout SpikeReading
  ) {
    let (level, grain, floor) = (baseline.level, baseline.grain, baseline.floor)
    let sums = window.sums(Self.short).above(floor)
    let oneRatio = baseline.logRatio(bucket.count - floor, usual: usual - floor)
    let sumRatio = baseline.logRatio(sums.count, usual: sums.usual)
    let mean = max((level.values == 0 ? bucket.count : level.mean) - floor, 0)
    cusum.take(bucket.count - floor, level: mean, variance: level.variance, grain: grain)
    let one = baseline.oneTail.decades(oneRatio)
    let sum = baseline.sumTail.decades(sumRatio)
    let rank = (one + sum) / 2 / Self.tailScale + cusum.fullness
    reading.strength = (max(one, 0) + max(sum, 0)) / 2 / Self.tailScale + cusum.fullness
    reading.score = scale.score(rank)
    tell(reading.strength, sums: sums, bucket: bucket, share: share, into: &reading)
    listen(bucket, usual: usual, share: share, into: &reading)
    scale.learn(rank, memory: max(14 * 86_400 / baseline.period, 100))
    baseline.learn(bucket, oneRatio: oneRatio, sumRatio: sumRatio)
  }

  /// Tells volume; `sums` are above the floor.
  private mutating func tell(
    _ strength: Double, sums: ValueWindow.Slot, bucket: CountBucket, share: ShareWatch.Reading,
    into reading: inout SpikeReading
  ) {
    let isHigh =
      strength >= tuning.threshold && baseline.values >= tuning.leastValues
      && sums.count >= tuning.leastSum * baseline.grain
      && sums.count >= tuning.leastRise * sums.usual && !isHabit(sums, at: bucket)
    var severity = Severity(sum: sums.count, usual: sums.usual, grain: baseline.grain)
    let cause = volumeEpisode.take(
      isHigh: isHigh, clock: clock, sum: sums.count, texts: sums.texts, severity: severity,
      quiet: quiet, settling: settling(Self.short))
    guard let cause else { return }
    if share.isHigh { severity = severity.raised }
    reading.alarms.append(alarm(.volume, cause, severity, bucket, usualShare: share.usual))
  }

  private mutating func listen(
    _ bucket: CountBucket, usual: Double, share: ShareWatch.Reading,
    into reading: inout SpikeReading
  ) {
    let (level, grain) = (baseline.level, baseline.grain)
    let shape = RateCusum.shape(
      mean: max(level.mean / grain, 1e-3), variance: level.variance / (grain * grain))
    let isKnown = baseline.values >= tuning.leastValues * 8
    let isSilent = silence.take(
      bucket.count, usual: isKnown ? usual : 0, shape: shape, grain: grain)
    guard isSilent else { return }
    reading.alarms.append(alarm(.silence, .began, .medium, bucket, usualShare: share.usual))
  }

  /// Tells a share of negative voices that is to be told.
  mutating func readShare(
    _ bucket: CountBucket, share: ShareWatch.Reading, isSlow: Bool,
    into reading: inout SpikeReading
  ) {
    let sums = isSlow ? slow.sums : window.sums(ValueWindow.capacity)
    let severity = Severity(
      sum: sums.negative, usual: isSlow ? slow.usualNegative : sums.judged * share.usual,
      grain: baseline.grain)
    let cause = shareEpisode.take(
      isHigh: share.isHigh || isSlow, clock: clock, sum: sums.negative, texts: sums.negative,
      severity: severity, quiet: quiet, settling: settling(ValueWindow.capacity))
    guard let cause else { return }
    reading.alarms.append(
      alarm(.negative, cause, severity, bucket, sums: sums, usualShare: share.usual))
  }

  /// Whether negative voices have gathered for hours, in a series with few of them.
  mutating func readSlow(
    _ bucket: CountBucket, usual: Double, share: ShareWatch.Reading
  ) -> Bool {
    let shape = RateCusum.shape(
      mean: max(baseline.level.mean, 1e-3), variance: baseline.level.variance)
    return slow.take(
      bucket,
      SlowWatch.Setting(
        usual: usual, share: share.usual, shape: shape,
        judgedPerValue: self.share.baseline.judgedPerValue, period: baseline.period,
        isKnown: Double(baseline.values) * baseline.period >= 2 * 86_400))
  }

  /// The second look: the same hour had about as much twice running, yesterday and the day before
  /// or in both of the last weeks. `sums` are above the floor.
  private func isHabit(_ sums: ValueWindow.Slot, at bucket: CountBucket) -> Bool {
    guard let habit = baseline.week.habit(at: bucket.localHourNumber) else { return false }
    let least = (habit.least - baseline.floor) * sums.values
    let most = (habit.most - baseline.floor) * sums.values
    let isSpike = least > 1.5 * sums.usual && least >= tuning.leastSum * baseline.grain
    return isSpike && sums.count < 3 * most
  }

  private func alarm(
    _ kind: SpikeAlarm.Kind, _ cause: SpikeAlarm.Cause, _ severity: Severity,
    _ bucket: CountBucket, sums told: ValueWindow.Slot? = nil, usualShare: Double
  ) -> SpikeAlarm {
    let sums = told ?? window.sums(kind == .volume ? Self.short : ValueWindow.capacity)
    return SpikeAlarm(
      kind: kind, cause: cause, severity: severity,
      at: bucket.start.adding(.seconds(Int64(baseline.period))),
      windowSeconds: Int(sums.values * baseline.period), sum: sums.count, usual: sums.usual,
      negative: sums.negative, judged: sums.judged, usualShare: usualShare, texts: sums.texts)
  }

  private func settling(_ values: Int) -> Double { 2 * Double(values) * baseline.period }
  private var quiet: Double { tuning.quietHours * 3600 }
}
