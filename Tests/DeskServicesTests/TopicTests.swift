import DeskCore
import DeskTesting
import Testing

@testable import DeskServices

/// Topics are counted and told of by themselves.
@Suite struct TopicTests {
  static let start = Timestamp(seconds: 1_767_225_600)  // 2026-01-01T00:00:00Z
  static let delivery = Topic(name: "delivery", words: ["courier*", "delivery"])
  static let billing = Topic(name: "billing", words: ["invoice*"])

  /// Ten days of a brand of which people say many things; on the last morning all couriers stop.
  func desk(storm: Int) throws -> MemoryDesk {
    let desk = MemoryDesk()
    var random = SeededRandom(seed: 8)
    var events: [IntakeBatch.Event] = []
    func add(_ at: Timestamp, _ text: String) {
      let number = events.count
      let incoming = IncomingMention(
        key: MentionKey(account: AccountID("main"), native: "\(number)"), platform: .mastodon,
        author: Author(handle: "a\(number)"), text: text, createdAt: at)
      let mood = MoodReading(
        sentiment: .neutral, negative: 0, neutral: 1, positive: 0, intent: .other, abuse: 0,
        language: .english)
      events.append(.upsert(JudgedMention(incoming: incoming, mood: mood, seenAt: at, dueAt: at)))
    }
    let words = ["nice", "invoice 7 came", "my courier was kind", "flew with them", "hello there"]
    for bucket in 0..<(10 * 288) {
      for voice in 0..<Int.random(in: 2...9, using: &random) {
        let at = Self.start.adding(.seconds(Int64(bucket * 300 + voice)))
        let draw = Int.random(in: 0..<40, using: &random)
        add(at, "\(words[min(draw, 39) % 8 % 5]) \(draw * bucket) on day \(bucket / 288)")
      }
    }
    let end = Self.start.adding(.days(10))
    for voice in 0..<storm {
      add(end.adding(.seconds(Int64(voice * 5))), "no courier came to street \(voice * 31)")
    }
    _ = try desk.store(
      IntakeBatch(account: AccountID("main"), events: events, cursor: nil, at: end))
    return desk
  }

  func service(_ desk: MemoryDesk, _ topics: [Topic], now: Timestamp) -> AlertService {
    let clock = DeskClock(now: { now }, sleepUntil: { _ in throw CancellationError() })
    return AlertService(
      store: desk, brand: "acme", topics: topics, offset: { _ in 0 }, clock: clock)
  }

  @Test func aTopicIsToldByNameWithTheFilterThatShowsIt() async throws {
    let desk = try desk(storm: 120)
    let now = Self.start.adding(.days(10)).adding(.minutes(30))
    let service = service(desk, [Self.delivery, Self.billing], now: now)
    var watch = try #require(try await service.begin())
    try await service.catchUp(&watch, now: now)
    let alerts = try desk.alerts(since: Self.start.adding(.days(10)))
    let told = try #require(alerts.first { $0.series.topic == "delivery" })
    #expect(told.series.label == "acme, delivery")
    #expect(told.mentions.anyOf == ["courier*", "delivery"])
    #expect(!alerts.contains { $0.series.topic == "billing" })
    let page = try desk.stream(told.mentions, before: nil, limit: 500)
    #expect(Double(page.mentions.count) == told.figures.count)
    #expect(page.mentions.allSatisfy { $0.incoming.text.contains("courier") })
  }

  @Test func whatATopicCountsIsWhatItsFilterShows() async throws {
    let desk = try desk(storm: 20)
    let now = Self.start.adding(.days(10)).adding(.minutes(30))
    let service = service(desk, [Self.delivery], now: now)
    var watch = try #require(try await service.begin())
    try await service.catchUp(&watch, now: now)
    var filter = MentionFilter()
    filter.anyOf = Self.delivery.words
    filter.occurred = Self.start..<now
    let shown = try desk.stream(filter, before: nil, limit: 100_000).mentions.count
    let series = SeriesKey(brand: "acme", topic: "delivery")
    let counted = try desk.buckets(of: series, from: Self.start).map(\.count).reduce(0, +)
    #expect(counted == Double(shown))
  }

  @Test func aNewMeaningIsLearnedAnewFromWhatIsStored() async throws {
    let desk = try desk(storm: 120)
    let calm = Self.start.adding(.days(10))
    let first = service(desk, [Self.billing], now: calm)
    var watch = try #require(try await first.begin())
    try await first.catchUp(&watch, now: calm)
    let series = SeriesKey(brand: "acme", topic: "billing")
    let before = try desk.buckets(of: series, from: Self.start)
    #expect(before.count > 2_800)

    let other = Topic(name: "billing", words: ["courier*"])
    let now = calm.adding(.minutes(30))
    let again = service(desk, [other], now: now)
    var resumed = try #require(try await again.begin())
    #expect(resumed.seenUpTo(series) == resumed.upTo)
    #expect(try desk.topics() == [other])
    try await again.catchUp(&resumed, now: now)
    #expect(try desk.alerts(since: calm).contains { $0.series == series })
    // Nobody is told of what was unusual while it learned.
    #expect(try !desk.alerts(since: Self.start).contains { $0.figures.at < calm })
    let after = try desk.buckets(of: series, from: Self.start)
    #expect(after.count >= before.count && after.map(\.count) != before.map(\.count))
    #expect(Set(after.map(\.start)).count == after.count)
  }

  @Test func aTopicThatIsGoneTakesItsSeriesAlong() async throws {
    let desk = try desk(storm: 0)
    let now = Self.start.adding(.days(10))
    let first = service(desk, [Self.billing], now: now)
    var watch = try #require(try await first.begin())
    try await first.catchUp(&watch, now: now)
    _ = try await service(desk, [], now: now).begin()
    #expect(try desk.snapshots().allSatisfy { $0.series.topic == nil })
    #expect(try desk.buckets(of: SeriesKey(brand: "acme"), from: Self.start).count > 2_800)
  }

  @Test func termsAreTheSameAfterARestart() async throws {
    let desk = try desk(storm: 60)
    let now = Self.start.adding(.days(10)).adding(.minutes(5))
    let service = service(desk, [], now: now)
    var watch = try #require(try await service.begin())
    try await service.catchUp(&watch, now: now)
    let kept = try #require(try desk.terms(of: "acme"))
    #expect(kept.upTo < watch.upTo || kept == watch.terms)
    let resumed = try #require(try await service.begin())
    #expect(resumed.terms?.bytes == watch.terms?.bytes)
    #expect((watch.terms?.bytes.count ?? 0) < 200_000)
  }
}
