import DeskCore

/// What the detector does on invented weeks: false alerts, calibration, delays, speed and memory.
struct AlertsBench {
  let seed: UInt64
  let weeks: Int
  let runs: Int
  let series: Int

  /// Reads `--seed`, `--weeks`, `--runs` and `--series`.
  init(_ arguments: Arguments) {
    seed = UInt64(max(arguments.number("seed", 1), 0))
    weeks = max(arguments.number("weeks", 30), 1)
    runs = max(arguments.number("runs", 20), 1)
    series = max(arguments.number("series", 1000), 1)
  }

  /// Prints all tables.
  func run() {
    Console.say("seed \(seed)")
    normalWeeks()
    topics()
    crises()
    matching()
    speed()
  }
}

extension AlertsBench {
  /// False alerts on normal weeks, and how often each score comes.
  private func normalWeeks() {
    Console.say("")
    Console.say("normal weeks: \(weeks) a brand, all kinds of alert, first week included")
    Console.say("brand      alerts/week  volume  negative  silence  >0.9 %  >0.99 %  >0.999 %")
    let campaign = DrillBrand(name: "campaign", voicesPerDay: 1500, campaignHour: 11)
    for (index, brand) in (DrillBrand.all + [campaign]).enumerated() {
      var desk = OneBrandDesk()
      var simulator = CountSimulator(brand: brand, seed: seed &* 1000 &+ UInt64(index))
      var above = [0, 0, 0]
      let total = weeks * 2016
      for _ in 0..<total {
        let score = desk.take(simulator.next())
        for (place, limit) in [0.9, 0.99, 0.999].enumerated() where score > limit {
          above[place] += 1
        }
      }
      let kinds = SpikeAlarm.Kind.allCases.map { kind in desk.alerts.count { $0.kind == kind } }
      let shares = above.map { Self.column(Double($0) / Double(total) * 100, 8) }
      Console.say(
        brand.name.padded(9) + Self.column(Double(desk.alerts.count) / Double(weeks), 13)
          + kinds.map { String($0).leading(9) }.joined() + shares.joined())
    }
  }

  /// False alerts of a brand that watches four topics as well, in all its series together.
  private func topics() {
    Console.say("")
    Console.say("normal weeks with four topics (8, 4, 2 and 1 % of the voices): alerts a week")
    Console.say("brand      all series  the brand's own  topics'")
    for (index, brand) in DrillBrand.all.enumerated() {
      var simulator = CountSimulator(brand: brand, seed: seed &* 1000 &+ UInt64(index))
      var random = SeededRandom(seed: seed &+ UInt64(index))
      var own = OneBrandDesk()
      let shares = [0.08, 0.04, 0.02, 0.01]
      var desks = [OneBrandDesk](repeating: OneBrandDesk(), count: shares.count)
      for _ in 0..<(weeks * 2016) {
        let bucket = simulator.next()
        _ = own.take(bucket)
        for (place, share) in shares.enumerated() {
          _ = desks[place].take(Self.part(share, of: bucket, &random))
        }
      }
      let told = desks.reduce(0) { $0 + $1.alerts.count }
      let columns = [own.alerts.count + told, own.alerts.count, told].map {
        Self.column(Double($0) / Double(weeks), 12)
      }
      Console.say(brand.name.padded(9) + columns.joined())
    }
  }

  /// The voices of a bucket that are about a topic.
  private static func part(
    _ share: Double, of bucket: CountBucket, _ random: inout SeededRandom
  ) -> CountBucket {
    var part = bucket
    (part.count, part.negative) = (0, 0)
    for voice in 0..<Int(bucket.count) where Double.random(in: 0..<1, using: &random) < share {
      part.count += 1
      if voice < Int(bucket.negative) { part.negative += 1 }
    }
    (part.texts, part.judged) = (part.count, part.count)
    return part
  }

  /// What telling the topics of a text costs.
  private func matching() {
    let words = ["delivery", "курьер*", "yetkaz*", "توصيل", "refund*", "деньги", "پول*", "kuryer"]
    let topics = (0..<32).map { index in
      Topic(name: "topic \(index)", words: words.map { "\($0.prefix(3))\(index)*" } + words)
    }
    let matcher = TopicMatcher(topics)
    let texts = DemoScript.embedded.mentions.map(\.text)
    let letters = texts.reduce(0) { $0 + $1.unicodeScalars.count } / max(texts.count, 1)
    var found = 0
    let start = Measure.processor()
    for _ in 0..<200 { for text in texts where matcher.match(text) != 0 { found += 1 } }
    let each = (Measure.processor() - start) / Double(200 * texts.count) * 1e6
    Console.say("")
    Console.say(
      "32 topics of 16 words: \(Measure.rounded(each)) us a text of \(letters) letters "
        + "(\(found / 200) of \(texts.count) texts are about one)")
  }

  /// Minutes from the start of a crisis to the alert, by shape and brand.
  private func crises() {
    Console.say("")
    Console.say("crises: \(runs) a cell at random hours of the fourth week")
    Console.say("shape       brand      told within 6 h  median delay  90 % within   by volume")
    for shape in CrisisShape.allCases {
      for (index, brand) in DrillBrand.all.enumerated() {
        let found = (0..<runs).compactMap { run in
          delay(shape, brand, seed: seed &* 7919 &+ UInt64(run * 16 + index))
        }
        let delays = found.map(\.minutes).sorted()
        let byVolume = found.count { $0.kind == .volume }
        let middle = delays.isEmpty ? "-" : "\(delays[delays.count / 2]) min"
        let most = delays.count * 10 >= runs * 9 ? "\(delays[(runs * 9 - 1) / 10]) min" : "-"
        Console.say(
          shape.rawValue.padded(12) + brand.name.padded(9)
            + "\(found.count) of \(runs)".leading(17) + middle.leading(14) + most.leading(13)
            + "\(byVolume)".leading(12))
      }
    }
  }

  private func delay(
    _ shape: CrisisShape, _ brand: DrillBrand, seed: UInt64
  ) -> (minutes: Int64, kind: SpikeAlarm.Kind)? {
    var random = SeededRandom(seed: seed)
    let minute = Int64(random.next() % 2016) * 5
    let start = CountSimulator.start.adding(.days(21)).adding(.minutes(minute))
    var simulator = CountSimulator(brand: brand, seed: random.next())
    simulator.crisis = (shape, start)
    var desk = OneBrandDesk()
    while true {
      let bucket = simulator.next()
      let end = bucket.start.adding(.minutes(5))
      if bucket.start.since(start) >= .hours(6) { return nil }
      let before = desk.alerts.count
      _ = desk.take(bucket)
      if bucket.start >= start, desk.alerts.count > before, let alert = desk.alerts.last {
        return (end.since(start).minutes, alert.kind)
      }
    }
  }

  /// Values a second, bytes a series, and rounds of many series.
  private func speed() {
    var simulator = CountSimulator(brand: DrillBrand.all[1], seed: seed)
    let buckets = (0..<20_160).map { _ in simulator.next() }
    var detector = SpikeDetector()
    let start = Measure.processor()
    var told = 0
    for bucket in buckets { told += detector.observe(bucket).alarms.count }
    let each = (Measure.processor() - start) / Double(buckets.count)
    Console.say("")
    Console.say("one value: \(Measure.rounded(each * 1e6)) us, \(Int(1 / each)) values/s")
    Console.say("one series: \(detector.bytes.count) bytes of state (\(told) alarms in 10 weeks)")
    rounds(buckets)
  }

  /// One value for each of many series, on a calm and on a terrible day, and keeping their state.
  private func rounds(_ buckets: [CountBucket]) {
    var desk = OneBrandDesk()
    for bucket in buckets { _ = desk.take(bucket) }
    var desks = [OneBrandDesk](repeating: desk, count: series)
    var bucket = buckets[0]
    for factor in [1.0, 40] {
      bucket.start = (buckets.last ?? bucket).start.adding(.minutes(factor > 1 ? 10 : 5))
      bucket.count = 5 * factor
      bucket.texts = bucket.count
      let before = Measure.processor()
      for index in desks.indices { _ = desks[index].take(bucket) }
      let spent = (Measure.processor() - before) * 1000
      let alerts = desks.reduce(0) { $0 + $1.alerts.count } - series * desk.alerts.count
      Console.say("\(series) series, a value each: \(Measure.rounded(spent)) ms, \(alerts) alerts")
    }
    let before = Measure.processor()
    let bytes = desks.reduce(0) { $0 + $1.bytes.count }
    let spent = (Measure.processor() - before) * 1000
    Console.say("\(series) snapshots: \(Measure.rounded(spent)) ms, \(bytes) bytes")
  }

  private static func column(_ value: Double, _ width: Int) -> String {
    Measure.rounded(value).leading(width)
  }
}

/// A detector with the rules of a desk behind it.
private struct OneBrandDesk {
  private var detector = SpikeDetector()
  private var book = AlertBook()
  private(set) var alerts: [Alert] = []
  var bytes: [UInt8] { detector.bytes }

  /// Takes one bucket and says its score.
  mutating func take(_ bucket: CountBucket) -> Double {
    let reading = detector.observe(bucket)
    for alarm in reading.alarms {
      let figures = AlertFigures(alarm, offsetSeconds: 0, baseline: detector.baseline)
      let decision = book.hear(alarm, series: SeriesKey(brand: "drill"), figures: figures)
      if case .raised(let alert) = decision { alerts.append(alert) }
    }
    return reading.score
  }
}

extension String {
  fileprivate func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(width - count, 0))
  }

  fileprivate func leading(_ width: Int) -> String {
    String(repeating: " ", count: max(width - count, 0)) + self
  }
}
