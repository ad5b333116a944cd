import DeskCore
import DeskTesting
import Testing

@testable import DeskServices

/// A simulated crisis that comes in like any other mention.
@Suite struct DrillTests {
  static let brand = DrillBrand(name: "middle", voicesPerDay: 1500)

  private func clock(_ now: Timestamp) -> DeskClock {
    DeskClock(now: { now }, sleepUntil: { _ in throw CancellationError() })
  }

  private func past(_ seed: UInt64, _ shape: CrisisShape = .burst) -> [IncomingMention] {
    let drill = Drill(shape: shape, brand: Self.brand, seed: seed)
    let connector = DrillConnector(
      drill: drill, reader: LexiconMoodReader(), clock: clock(Drill.opening))
    return connector.past().events.compactMap { event in
      if case .upsert(let mention) = event { mention } else { nil }
    }
  }

  @Test func theSameSeedIsTheSameDrill() {
    let (one, again, other) = (past(3), past(3), past(4))
    #expect(one.map(\.key) == again.map(\.key) && one.map(\.text) == again.map(\.text))
    #expect(one.map(\.text) != other.map(\.text))
    #expect(one.count > 100)
    #expect(Set(one.map(\.author.handle)).count == one.count)
    #expect(one.map(\.createdAt) == one.map(\.createdAt).sorted())
    let from = DrillConnector.firstMention
    #expect(one.allSatisfy { $0.createdAt >= from && $0.createdAt < Drill.opening })
  }

  @Test func mentionsAreAsManyAndAsNegativeAsTheCounts() {
    let reader = LexiconMoodReader()
    let drill = Drill(shape: .souring, brand: Self.brand, seed: 5)
    let texts = DrillTexts(script: .embedded, reader: reader)
    var counts = drill.counts
    for _ in 0..<300 {
      let bucket = counts.next()
      let mentions = texts.mentions(of: bucket, drill: drill, account: AccountID("drill"))
      let negative = mentions.count {
        reader.read($0.text, language: $0.languageHint).sentiment == .negative
      }
      #expect(Double(mentions.count) == bucket.count)
      #expect(Double(negative) == bucket.negative)
    }
  }

  @Test func aLargeAuthorIsAmongThoseWhoFollowOne() {
    let drill = Drill(shape: .influencer, brand: Self.brand, seed: 2)
    let texts = DrillTexts(script: .embedded, reader: LexiconMoodReader())
    var counts = drill.counts
    var loud: [Timestamp] = []
    while case let bucket = counts.next(), bucket.start < drill.start.adding(.hours(1)) {
      for mention in texts.mentions(of: bucket, drill: drill, account: AccountID("drill"))
      where mention.author.followers ?? 0 > 50_000 { loud.append(mention.createdAt) }
    }
    #expect(loud.count <= 1)
    #expect(loud.allSatisfy { $0 >= drill.start && $0.since(drill.start) <= .minutes(5) })
  }

  /// The desk's own services tell it, from the mentions alone; hours before it they do not.
  @Test func theDeskTellsABurstAndNothingBefore() async throws {
    let desk = MemoryDesk()
    let drill = Drill(shape: .burst, brand: Self.brand, seed: 3)
    let reader = LexiconMoodReader()
    let connector = DrillConnector(drill: drill, reader: reader, clock: clock(Drill.opening))
    let judge = MentionJudge(reader: reader, replayed: [DrillConnector.drillAccount])
    let end = drill.start.adding(.minutes(70))
    let intake = IntakeService(store: desk, judge: judge, clock: clock(end))
    let service = DrillService(drill: drill, store: desk)
    try await service.prepare(connector: connector, intake: intake, brand: "desk")
    let texts = DrillTexts(script: .embedded, reader: reader)
    var counts = drill.counts
    while case let bucket = counts.next(), bucket.start < end {
      guard bucket.start >= Drill.opening else { continue }
      let mentions = texts.mentions(of: bucket, drill: drill, account: DrillConnector.drillAccount)
      try await intake.take(
        SourceBatch(
          account: DrillConnector.drillAccount, events: mentions.map { .upsert($0) }, cursor: nil))
    }
    let alerts = AlertService(store: desk, brand: "desk", offset: { _ in 0 }, clock: clock(end))
    var watch = try #require(try await alerts.begin())
    #expect(watch.upTo == DrillConnector.firstMention)
    try await alerts.catchUp(&watch, now: end)
    let first = try #require(try service.firstAlert())
    #expect((5...60).contains(service.delay(of: first)))
    #expect(
      try desk.alerts(since: Timestamp(seconds: 0)).allSatisfy { $0.figures.at > drill.start })
  }
}
