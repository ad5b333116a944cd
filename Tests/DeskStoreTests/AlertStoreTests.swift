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

  @Test func topicsThatChangeLoseTheirSeriesAndNoOther() throws {
    let desk = try DeskDatabase.temporary()
    let bucket = CountBucket(start: dawn, count: 3)
    let all = SeriesKey(brand: "acme")
    let other = SeriesKey(brand: "acme", topic: "money")
    try desk.setTopics([
      Topic(name: "delivery", words: ["courier*"]), Topic(name: "money", words: ["refund"]),
    ])
    var record = WatchRecord()
    for key in [series, other, all] {
      record.buckets[key] = [bucket]
      record.snapshots.append(DetectorSnapshot(series: key, upTo: dawn, bytes: [1, 2]))
    }
    record.alerts = [alert(1, at: dawn)]
    record.terms = TermMemory(brand: "acme", upTo: dawn, bytes: [3, 4, 5])
    try desk.save(record)
    let topics = [
      Topic(name: "delivery", words: ["courier*", "доставк*"]),
      Topic(name: "money", words: ["refund"]),
    ]
    try desk.setTopics(topics)
    #expect(try desk.topics() == topics)
    #expect(Set(try desk.snapshots().map(\.series)) == [other, all])
    #expect(try desk.buckets(of: series, from: dawn).isEmpty)
    #expect(try desk.buckets(of: other, from: dawn) == [bucket])
    #expect(try desk.alerts(since: dawn).count == 1)
    #expect(try desk.terms(of: "acme") == record.terms)
    #expect(try desk.terms(of: "other") == nil)
  }

  @Test func oneOfTheWordsOfATopicIsEnough() throws {
    let desk = try DeskDatabase.temporary()
    try desk.take(
      judged("1", "my Delivery is late"), judged("2", "курьером привезли"), judged("3", "hello"),
      judged("4", "توصيل سريع"), judged("5", "deliveries"), judged("6", "настоящая 配送 жалоба"))
    func found(_ anyOf: [String], _ text: String = "") throws -> [String] {
      var filter = MentionFilter()
      (filter.anyOf, filter.text) = (anyOf, text)
      let queue = try desk.queue(filter, after: nil, limit: 100).mentions
      let stream = try desk.stream(filter, before: nil, limit: 100).mentions
      #expect(Set(queue.map(\.id)) == Set(stream.map(\.id)))
      #expect(try desk.counts(filter, cap: 100).shown.value == stream.count)
      return stream.map(\.incoming.key.native).sorted()
    }
    #expect(try found(["delivery", "курьер*", "توصیل"]) == ["1", "2", "4"])
    #expect(try found(["deliver*"]) == ["1", "5"])
    #expect(try found(["delivery", "курьер*"], "late") == ["1"])
    #expect(try found(["配送", "hello"]) == ["3", "6"])
    #expect(try found(["\"", "\" OR hello"]).allSatisfy { $0 == "3" })
    #expect(try found(["nothing"]).isEmpty)
  }

  @Test func clocksOfWhatWaitsAreMovedAndNothingElse() throws {
    let desk = try DeskDatabase.temporary()
    for index in 0..<30 {
      try desk.take(judged("\(index)", at: dawn.adding(.minutes(Int64(index / 3)))))
    }
    try desk.decide { tx in
      try tx.set(MentionID(rawValue: 2), state: .answered, snoozedUntil: nil)
      try tx.set(MentionID(rawValue: 4), state: .snoozed, snoozedUntil: dawn.adding(.days(1)))
    }
    let levels = ServiceLevels(
      targets: ServiceTargets(complaintMinutes: 3, questionMinutes: 3, otherMinutes: 3))
    let order = try desk.queue(MentionFilter(), after: nil, limit: 100).mentions.map(\.id)
    var seen: [ClockPosition] = []
    while let last = try desk.reclock(
      .open, since: dawn, after: seen.last, limit: 7, by: levels)
    { seen.append(last) }
    #expect(seen.map(\.id.rawValue) == [9, 16, 23, 30])
    let first = try #require(
      try desk.reclock(
        .snoozed, since: Timestamp(milliseconds: .min), after: nil, limit: 7, by: levels))
    #expect(first.id.rawValue == 4)
    #expect(try desk.mention(MentionID(rawValue: 2))?.dueAt == dawn.adding(.minutes(60)))
    for id in Int64(1)...30 where id != 2 {
      let mention = try #require(try desk.mention(MentionID(rawValue: id)))
      #expect(mention.dueAt == mention.seenAt.adding(.minutes(3)) && mention.version <= 2)
    }
    let due = dawn.adding(.minutes(3))
    #expect(
      try desk.status(now: due).overdue.value + (try desk.status(now: due).dueSoon.value) == 28)
    #expect(try desk.queue(MentionFilter(), after: nil, limit: 100).mentions.map(\.id) == order)
  }

  @Test func howFarALevelWasCarriedThroughIsKept() throws {
    let desk = try DeskDatabase.temporary()
    #expect(try desk.levelWork() == LevelWork())
    #expect(try desk.lastMove() == nil)
    try desk.setApplied("half")
    try desk.setTold(move: 3, alert: 7, problem: "line busy")
    #expect(
      try desk.levelWork()
        == LevelWork(applied: "half", toldMove: 3, toldAlert: 7, problem: "line busy"))
    #expect(try desk.status(now: dawn).tellProblem == "line busy")
    for (step, level) in [Level.watch, .crisis].enumerated() {
      try desk.decide { tx in
        try tx.setLevel(
          LevelChange(
            level: level, seat: Seat("ana"), at: dawn.adding(.minutes(Int64(step))), reason: "why"))
      }
    }
    let move = try #require(try desk.lastMove())
    #expect(move.from == .watch && move.change.level == .crisis && move.id == 2)
    #expect(try desk.status(now: dawn).levelChange == move.change)
  }
}
