import Testing

@testable import DeskCore

@Suite struct AlertDeskTests {
  private let series = SeriesKey(brand: "acme")

  /// Six days of a small brand and then a storm of twenty voices in five minutes.
  private func story() -> [(author: String, text: String, at: Timestamp)] {
    var random = SeededRandom(seed: 14)
    var story: [(author: String, text: String, at: Timestamp)] = []
    let words = [
      "order", "late", "shop", "refund", "app", "thanks", "open", "today", "where", "help",
    ]
    for minute in stride(from: Int64(0), to: 6 * 1440, by: 3) where random.unit() < 0.4 {
      let text = (0..<6).map { _ in words[Int(random.next() % 10)] }.joined(separator: " ")
      story.append(("c\(random.next() % 500)", text, SeriesMaker.start.adding(.minutes(minute))))
    }
    for index in 0..<40 {
      let text = "toxic paint \(words[index % 10]) \(words[index / 4]) in my toy"
      story.append(("s\(index)", text, SeriesMaker.start.adding(.minutes(6 * 1440 + 2))))
    }
    return story
  }

  private func run(restartingEvery buckets: Int?) -> (
    alerts: [Alert], snapshots: [DetectorSnapshot]
  ) {
    let story = story()
    var desk = AlertDesk()
    for index in 0...(6 * 288) {
      let start = SeriesMaker.start.adding(.minutes(Int64(index) * 5))
      let now = story.filter { $0.at >= start && $0.at < start.adding(.minutes(5)) }
      var bucket = CountBucket(start: start, count: 0)
      for mention in now {
        let voice = desk.hear(
          text: mention.text, author: mention.author, brand: "acme", at: mention.at)
        if voice.isNew { bucket.count += 1 }
      }
      bucket.texts = bucket.count
      for _ in 0..<2 {  // The second time it was seen already.
        _ = desk.observe(bucket, of: series) { range in
          story.filter { range.contains($0.at) }.map { mention in
            let facts = VoiceFacts(
              author: mention.author, followers: mention.author == "s3" ? 80_000 : 10,
              isNegative: nil, platform: .demo, language: .english, at: mention.at)
            return (facts, mention.text)
          }
        }
      }
      if let buckets, index % buckets == buckets - 1, index < 1700 {
        var next = AlertDesk(alerts: desk.book.alerts, snapshots: desk.snapshots)
        // What was said lives on with the process that stores mentions.
        for mention in story where mention.at < start.adding(.minutes(5)) {
          _ = next.hear(text: mention.text, author: mention.author, brand: "acme", at: mention.at)
        }
        desk = next
      }
    }
    return (desk.book.alerts, desk.snapshots)
  }

  @Test func tellsAStormWithItsFiguresAndWords() throws {
    let alerts = run(restartingEvery: nil).alerts
    let alert = try #require(alerts.last)
    #expect(alert.from >= SeriesMaker.start.adding(.days(6)).adding(.minutes(-15)))
    #expect(alert.severity >= .high)
    #expect(alert.figures.largeAuthors == 1)
    #expect(alert.terms.contains { $0.text.contains("toxic paint") })
    #expect(alerts.count <= 2)
  }

  @Test func restartsChangeNothing() {
    let (straight, resumed) = (run(restartingEvery: nil), run(restartingEvery: 400))
    #expect(straight.snapshots == resumed.snapshots)
    #expect(straight.alerts.map(\.figures) == resumed.alerts.map(\.figures))
  }

  @Test func anUnsoundSnapshotCountsAsNone() {
    let broken = DetectorSnapshot(
      series: series, upTo: SeriesMaker.start.adding(.days(9)), bytes: [1, 2, 3])
    let desk = AlertDesk(snapshots: [broken])
    #expect(desk.seenUpTo(series) == nil)
    #expect(desk.baseline(of: series) == nil)
  }
}
