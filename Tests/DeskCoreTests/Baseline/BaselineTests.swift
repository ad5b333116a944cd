import Testing

@testable import DeskCore

@Suite struct BaselineTests {
  /// 10 an hour at night, 40 by day.
  private func twoPartDays(_ days: Int, offset: (Timestamp) -> Int = { _ in 0 }) -> [CountBucket] {
    (0..<days * 288).map { index in
      let at = SeriesMaker.start.adding(.minutes(Int64(index) * 5))
      var bucket = CountBucket(start: at, offsetSeconds: offset(at), count: 0)
      bucket.count = (8..<20).contains(bucket.localHour) ? 40 : 10
      return bucket
    }
  }

  private func detector(after buckets: [CountBucket]) -> SpikeDetector {
    var detector = SpikeDetector()
    for bucket in buckets { _ = detector.observe(bucket) }
    return detector
  }

  @Test func learnsTheHoursOfTheDay() {
    let baseline = detector(after: twoPartDays(14)).baseline
    #expect(abs(baseline.expectation(localHour: 12).usual - 40) < 3)
    #expect(abs(baseline.expectation(localHour: 3).usual - 10) < 2)
  }

  @Test func learnsWhatWeekdaysDiffer() {
    let brand = DrillBrand(name: "office", voicesPerDay: 3000, weekend: 0.1)
    let buckets = SeriesMaker.normal(weeks: 6, seed: 33, brand: brand)
    let baseline = detector(after: buckets).baseline
    let (tuesday, sunday) = (
      baseline.expectation(localHour: 13, weekday: 1).usual,
      baseline.expectation(localHour: 13, weekday: 6).usual
    )
    #expect((0.05...0.4).contains(sunday / tuesday), "\(sunday) of \(tuesday)")
    let alarms = SeriesMaker.readings(buckets).filter {
      $0.bucket.start > SeriesMaker.start.adding(.days(14)) && !$0.alarms.isEmpty
    }
    #expect(alarms.count <= 4)
  }

  @Test func knowsSomethingAfterThreeHours() {
    let baseline = detector(after: SeriesMaker.constant(12, buckets: 36)).baseline
    let expectation = baseline.expectation(localHour: 15)
    #expect(abs(expectation.usual - 12) < 0.5)
    #expect(expectation.low <= 12 && expectation.high >= 12)
  }

  @Test func theBandHoldsMostNormalValues() {
    let readings = SeriesMaker.readings(SeriesMaker.normal(weeks: 6, seed: 5))
    var detector = SpikeDetector()
    var outside = 0
    for (index, reading) in readings.enumerated() {
      let band = detector.baseline.expectation(localHour: reading.bucket.localHour)
      if index > 2016, !(band.low...band.high).contains(reading.bucket.count) { outside += 1 }
      _ = detector.observe(reading.bucket)
    }
    #expect((0.005...0.06).contains(Double(outside) / Double(readings.count - 2016)))
  }

  @Test func anOutageTeachesNothing() {
    let whole = twoPartDays(14)
    let outage = whole.filter {
      !(3500..<3600).contains(Int($0.start.since(SeriesMaker.start).minutes) / 5)
    }
    let (a, b) = (detector(after: whole).baseline, detector(after: outage).baseline)
    for hour in 0..<24 {
      let (x, y) = (a.expectation(localHour: hour).usual, b.expectation(localHour: hour).usual)
      #expect(abs(x - y) < 0.05 * x, "hour \(hour)")
    }
  }

  @Test func habitsFollowLocalClocksOverAClockChange() {
    // Clocks go forward by an hour after ten days; the brand's day goes with them.
    let change = SeriesMaker.start.adding(.days(10)).adding(.hours(1))
    let baseline = detector(after: twoPartDays(17) { $0 < change ? 3600 : 7200 }).baseline
    #expect(baseline.expectation(localHour: 8).usual > 36)
    #expect(baseline.expectation(localHour: 7).usual < 14)
    #expect(baseline.expectation(localHour: 20).usual < 14)
  }

  @Test(arguments: [(3600, 0), (0, 3600)])
  func aClockChangeRaisesNoAlarm(before: Int, after: Int) {
    let change = SeriesMaker.start.adding(.days(13)).adding(.hours(1))
    let buckets = SeriesMaker.normal(weeks: 3, seed: 11).map { bucket in
      var moved = bucket
      moved.offsetSeconds = bucket.start < change ? before : after
      return moved
    }
    let night = SeriesMaker.readings(buckets).filter {
      abs($0.bucket.start.since(change).minutes) < 180
    }
    #expect(night.count > 60)
    #expect(night.allSatisfy { $0.alarms.isEmpty })
  }

  @Test func localTimesThatRunBackAreOnePeriodEach() {
    var detector = SpikeDetector()
    for bucket in SeriesMaker.normal(weeks: 1, seed: 3) { _ = detector.observe(bucket) }
    let hour = SeriesMaker.constant(6, buckets: 12, from: SeriesMaker.start.adding(.days(7)))
    for bucket in hour + hour { #expect(detector.observe(bucket).alarms.isEmpty) }
  }

  @Test func remembersYesterdayAndLastWeek() {
    var detector = SpikeDetector()
    for (index, bucket) in SeriesMaker.constant(0, buckets: 2100).enumerated() {
      var counted = bucket
      counted.count = Double(index / 288)
      _ = detector.observe(counted)
    }
    let now = CountBucket(start: SeriesMaker.start.adding(.days(7)).adding(.hours(7)), count: 0)
    #expect(detector.baseline.mean(of: now, daysBack: 1) == 6)
    #expect(detector.baseline.mean(of: now, daysBack: 7) == 0)
  }

  @Test func aStormDoesNotBecomeTheNormal() {
    var buckets = SeriesMaker.normal(weeks: 3, seed: 8)
    let calm = detector(after: buckets).baseline.expectation(localHour: 12).usual
    for index in buckets.count - 24..<buckets.count { buckets[index].count += 5000 }
    let storm = detector(after: buckets).baseline.expectation(localHour: 22).usual
    #expect(storm < 6 * calm)
  }

  @Test func weekdaysOfLocalHoursAreRight() {
    // Monday begins a week; 1969 is before the epoch.
    let monday = CountBucket(start: SeriesMaker.start, count: 0)
    #expect(monday.localHourNumber % 168 == 0)
    let before = CountBucket(start: SeriesMaker.start, offsetSeconds: -1, count: 0)
    #expect(before.localHourNumber % 168 == 167)
    #expect(before.localHour == 23)
    #expect(CountBucket(start: Timestamp(seconds: -1), count: 0).localHour == 23)
  }
}
