import Testing

@testable import DeskCore

@Suite struct SpikeDetectorTests {
  private func volume(_ readings: [SpikeReading]) -> [SpikeAlarm] {
    readings.flatMap(\.alarms).filter { $0.kind == .volume }
  }

  /// Normal weeks with `factor` times the volume for some buckets from `at` on.
  private func burst(
    _ factor: Double, at: Int, length: Int, weeks: Int = 3, seed: UInt64 = 4
  ) -> [CountBucket] {
    var buckets = SeriesMaker.normal(weeks: weeks, seed: seed)
    for index in at..<at + length {
      buckets[index].count = (buckets[index].count + 3) * factor
      buckets[index].texts = buckets[index].count
    }
    return buckets
  }

  @Test func noLaterValueChangesAScore() {
    let buckets = burst(10, at: 4000, length: 20)
    let whole = SeriesMaker.readings(buckets)
    for length in [1, 37, 700, 4003, 4010, 5000] {
      #expect(SeriesMaker.readings(Array(buckets.prefix(length))) == Array(whole.prefix(length)))
    }
  }

  @Test func oneEpisodeIsOneAlarm() {
    var buckets = SeriesMaker.normal(weeks: 3, seed: 4)
    for index in 5000..<5040 { buckets[index].count = 80 }
    let alarms = volume(SeriesMaker.readings(buckets).suffix(1048))
    #expect(alarms.map(\.cause) == [.began])
    #expect(alarms.allSatisfy { $0.severity >= .medium })
  }

  @Test func growingByAClassIsToldAgain() {
    var buckets = burst(6, at: 5000, length: 24)
    for index in 5012..<5024 { buckets[index].count *= 8 }
    let alarms = volume(SeriesMaker.readings(buckets).suffix(1100))
    #expect(alarms.map(\.cause).prefix(2) == [.began, .rose])
    #expect(alarms.count <= 3)
    #expect(alarms[1].severity > alarms[0].severity)
  }

  @Test(arguments: [(20.0, 0.0), (1, 50), (0.25, 0), (1000, 7000)])
  func scaleAndConstantChangeNothing(scale: Double, constant: Double) {
    let buckets = burst(10, at: 3000, length: 12)
    let other = buckets.map { bucket in
      var moved = bucket
      moved.count = bucket.count * scale + constant
      moved.texts = moved.count
      moved.judged = 0
      moved.negative = 0
      return moved
    }
    let plain = buckets.map { CountBucket(start: $0.start, count: $0.count) }
    let (a, b) = (SeriesMaker.readings(plain), SeriesMaker.readings(other))
    #expect(volume(a).map(\.at) == volume(b).map(\.at))
    #expect(!volume(a).isEmpty)
    for (x, y) in zip(a, b) { #expect(abs(x.score - y.score) < 1e-4) }
  }

  @Test func theScoreComesAsOftenAsItSays() {
    for (index, brand) in DrillBrand.all.enumerated() {
      let readings = SeriesMaker.readings(
        SeriesMaker.normal(weeks: 20, seed: 70 + UInt64(index), brand: brand))
      for (limit, range) in [(0.9, 0.08...0.13), (0.99, 0.006...0.015), (0.999, 0.0002...0.003)] {
        let share = Double(readings.count { $0.score > limit }) / Double(readings.count)
        #expect(range.contains(share), "\(brand.name): \(share) above \(limit)")
      }
    }
  }

  @Test func normalWeeksHaveAtMostOneAlertAWeek() {
    for (index, brand) in DrillBrand.all.enumerated() {
      var book = AlertBook()
      var alerts = 0
      var detector = SpikeDetector()
      for bucket in SeriesMaker.normal(weeks: 12, seed: 300 + UInt64(index), brand: brand) {
        for alarm in detector.observe(bucket).alarms {
          let figures = AlertFigures(alarm, offsetSeconds: 0, baseline: detector.baseline)
          let decision = book.hear(alarm, series: SeriesKey(brand: "b"), figures: figures)
          if case .raised = decision { alerts += 1 }
        }
      }
      #expect(alerts <= 12, "\(brand.name): \(alerts) in 12 weeks")
    }
  }

  @Test func aWeeklyCampaignIsAHabitFromTheThirdWeekOn() {
    let brand = DrillBrand(name: "campaign", voicesPerDay: 1500, campaignHour: 11)
    for seed in 1...5 as ClosedRange<UInt64> {
      let readings = SeriesMaker.readings(SeriesMaker.normal(weeks: 8, seed: seed, brand: brand))
      let campaigns = readings.dropFirst(2 * 2016).filter { reading in
        let hour = reading.bucket.localHourNumber % 168
        return (11...12).contains(hour) && reading.alarms.contains { $0.kind == .volume }
      }
      #expect(campaigns.isEmpty, "seed \(seed)")
      #expect(readings.prefix(2 * 2016).contains { $0.strength > 1.58 }, "seed \(seed)")
    }
  }

  @Test func aDeadSourceIsNotAQuietOne() {
    var buckets = SeriesMaker.normal(weeks: 2, seed: 31)
    let quiet = buckets.indices.suffix(200)
    for index in quiet { buckets[index] = CountBucket(start: buckets[index].start, count: 0) }
    let silences = SeriesMaker.readings(buckets).flatMap(\.alarms).filter { $0.kind == .silence }
    #expect(silences.count == 1)
    let down = SeriesMaker.readings(Array(buckets.dropLast(200)))
    #expect(!down.flatMap(\.alarms).contains { $0.kind == .silence })
  }

  @Test func anOutageIsNeitherSilenceNorSpike() {
    let buckets = SeriesMaker.normal(weeks: 3, seed: 41)
    let cut = Array(buckets[..<4500]) + Array(buckets[4700...])
    let after = SeriesMaker.readings(cut).suffix(cut.count - 4500).prefix(40)
    #expect(after.allSatisfy { $0.alarms.isEmpty })
  }

  @Test func saysNothingInTheFirstHoursAndSomethingOnTheFirstDay() {
    var buckets = SeriesMaker.normal(weeks: 1, seed: 51)
    for index in 3..<9 { buckets[index].count = 400 }
    #expect(SeriesMaker.readings(Array(buckets.prefix(30))).allSatisfy { $0.alarms.isEmpty })
    var later = SeriesMaker.normal(weeks: 1, seed: 51)
    for index in 150..<170 { later[index].count = 300 }
    let alarms = volume(SeriesMaker.readings(Array(later.prefix(180))))
    #expect(alarms.contains { $0.at <= later[155].start })
  }

  @Test func fewVoicesAreNoAlarmHoweverRare() {
    var buckets = SeriesMaker.constant(0, buckets: 8000)
    for index in stride(from: 500, to: 8000, by: 450) { buckets[index].count = 2 }
    #expect(volume(SeriesMaker.readings(buckets)).isEmpty)
  }

  @Test func aJumpInNegativeShareIsToldAtConstantVolume() {
    var buckets = SeriesMaker.normal(weeks: 3, seed: 61)
    for index in 5000..<5060 {
      buckets[index].negative = (buckets[index].judged * 0.7).rounded()
    }
    let alarms = SeriesMaker.readings(buckets).suffix(1048).flatMap(\.alarms)
    #expect(alarms.first?.kind == .negative)
    #expect(alarms.filter { $0.kind == .negative }.map(\.cause) == [.began])
  }

  @Test func hostileNumbersAreHarmless() {
    let values = [Double.nan, .infinity, -.infinity, -1, 1e308, 0, .leastNonzeroMagnitude, 1e-9]
    var random = SeededRandom(seed: 5)
    var detector = SpikeDetector()
    for step in 0..<5000 {
      func any() -> Double { values[Int(random.next() % UInt64(values.count))] }
      let seconds =
        step % 7 == 0 ? Int64(truncatingIfNeeded: random.next()) / 1000 : Int64(step) * 300
      let reading = detector.observe(
        CountBucket(
          start: Timestamp(milliseconds: seconds), offsetSeconds: Int(step) * 100, count: any(),
          texts: any(), judged: any(), negative: any()))
      #expect(reading.score >= 0 && reading.score <= 1)
      #expect(reading.negativeScore >= 0 && reading.negativeScore <= 1)
    }
  }
}
