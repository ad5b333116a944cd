import DeskCore
import DeskStore
import Testing

/// What alerts keep in the database.
@Suite struct AlertStoreTests {
  private let series = SeriesKey(brand: "acme", source: main, topic: "delivery")

  private func alert(_ id: Int64, at: Timestamp) -> Alert {
    var detector = SpikeDetector()
    _ = detector.observe(CountBucket(start: dawn, count: 3))
    let alarm = SpikeAlarm(
      kind: .volume, cause: .began, severity: .high, at: at, windowSeconds: 900, sum: 41, usual: 6,
      negative: 30, judged: 41, usualShare: 0.18, texts: 40)
    return Alert(
      id: AlertID(rawValue: id), series: series, kind: .volume, cause: .began, severity: .high,
      figures: AlertFigures(alarm, offsetSeconds: 3600, baseline: detector.baseline))
  }

  @Test func keepsARoundAndGivesItBack() throws {
    let desk = try DeskDatabase.temporary()
    let bucket = CountBucket(
      start: dawn, offsetSeconds: 3600, count: 12, texts: 10, judged: 11, negative: 4)
    var detector = SpikeDetector()
    _ = detector.observe(bucket)
    var record = WatchRecord()
    record.buckets = [series: [bucket]]
    record.snapshots = [
      DetectorSnapshot(series: series, upTo: dawn.adding(.minutes(5)), bytes: detector.bytes)
    ]
    record.alerts = [alert(1, at: dawn)]
    try desk.save(record)
    try desk.save(record)
    #expect(try desk.buckets(of: series, from: dawn) == [bucket])
    #expect(try desk.buckets(of: SeriesKey(brand: "acme"), from: dawn).isEmpty)
    #expect(try desk.snapshots() == record.snapshots)
    #expect(try desk.alerts(since: dawn) == record.alerts)
    #expect(try desk.alerts(since: dawn.adding(.minutes(1))).isEmpty)
    let marks = try desk.marks(from: dawn, to: dawn.adding(.minutes(1)))
    #expect(marks == [TimelineMark(kind: .alert(.high), at: dawn)])
  }

  @Test func theHeaderCountsWhatNobodyHasSeen() throws {
    let desk = try DeskDatabase.temporary()
    var record = WatchRecord()
    record.alerts = [alert(1, at: dawn.adding(.days(-2))), alert(2, at: dawn), alert(3, at: dawn)]
    try desk.save(record)
    #expect(try desk.status(now: dawn).alerts == 2)
    #expect(try desk.status(now: dawn).newestAlert == 3)
    try desk.decide { tx in
      var seen = try #require(try tx.alert(AlertID(rawValue: 3)))
      seen.state = .acknowledged(by: Seat("ana"), at: dawn)
      try tx.setAlert(seen)
    }
    #expect(try desk.status(now: dawn).alerts == 1)
    try desk.decide { tx in
      var later = try #require(try tx.alert(AlertID(rawValue: 2)))
      later.state = .snoozed(by: Seat("ana"), until: dawn.adding(.hours(2)), reason: "we know")
      try tx.setAlert(later)
    }
    #expect(try desk.status(now: dawn).alerts == 0)
    #expect(try desk.status(now: dawn.adding(.hours(2))).alerts == 1)
  }

  @Test func voicesComeInOrderOfTimeByPagesWithoutOurOwn() throws {
    let desk = try DeskDatabase.temporary()
    for number in [3, 1, 2, 2] {
      let at = dawn.adding(.seconds(Int64(number)))
      let all = try desk.status(now: dawn).total
      try desk.take(judged("n\(all)", "text \(number)", at: at, by: "p\(all)", followers: all))
    }
    try desk.take(judged("own", at: dawn.adding(.seconds(2)), isOwn: true))
    var voices: [StoredVoice] = []
    while case let page = try desk.voices(
      from: dawn, to: dawn.adding(.seconds(3)), after: voices.last, limit: 1), !page.isEmpty
    {
      voices += page
    }
    #expect(voices.map(\.text) == ["text 1", "text 2", "text 2"])
    #expect(voices.map(\.facts.author) == ["demo/p1", "demo/p2", "demo/p3"])
    #expect(voices.map(\.facts.followers) == [1, 2, 3])
    #expect(try desk.firstVoice(since: dawn) == dawn.adding(.seconds(1)))
    #expect(try desk.firstVoice(since: dawn.adding(.hours(1))) == nil)
    #expect(try desk.time(ofVoice: 1, before: dawn.adding(.hours(1))) == dawn.adding(.seconds(3)))
    #expect(try desk.time(ofVoice: 99, before: dawn.adding(.hours(1))) == nil)
  }
}
