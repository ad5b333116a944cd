import DeskCore
import Testing

@testable import DeskStore

/// Filters that few of many mentions pass, against the same filter applied by hand.
@Suite struct RareFilterTests {
  private static let languages: [Language] = [.english, .arabic, .uzbek, Language(rawValue: "xx")]

  private func filled() throws -> DeskDatabase {
    let desk = try DeskDatabase.temporary()
    var chance = SeededRandom(seed: 5)
    for group in 0..<23 {
      let events = (0..<100).map { place in
        let sentiment = Sentiment.allCases.randomElement(using: &chance) ?? .neutral
        let isRare = group == 3 && place % 50 == 0
        var reading = mood(sentiment, language: isRare ? .uzbek : .english)
        if group % 7 == 0, place == 0 { reading.abuse = 0.9 }
        return IntakeBatch.Event.upsert(
          judged(
            "\(group)-\(place)", place % 3 == 0 ? "refund please" : "something ☃ else",
            at: dawn.adding(.seconds(Int64(group * 200 + place * 2))), followers: place * 100,
            mood: reading))
      }
      _ = try desk.store(batch(events))
    }
    try desk.decide { transaction in
      for id in stride(from: Int64(1), through: 2300, by: 7) {
        try transaction.set(MentionID(rawValue: id), state: .troll, snoozedUntil: nil)
      }
    }
    return desk
  }

  private static let filters: [MentionFilter] = {
    var filters: [MentionFilter] = []
    for states in [[], [.open], [.troll], [.troll, .answered], [.open, .troll]]
      as [Set<MentionState>]
    {
      for language in languages {
        for text in ["", "refund", "☃", "refund ☃"] {
          var filter = MentionFilter()
          filter.text = text
          filter.states = states
          filter.languages = [language]
          filters.append(filter)
          filter.sentiments = [.positive]
          filter.occurred = dawn.adding(.seconds(500))..<dawn.adding(.seconds(900))
          filters.append(filter)
        }
      }
    }
    return filters
  }()

  private func passes(_ mention: Mention, _ filter: MentionFilter) -> Bool {
    let words = filter.text.split(separator: " ")
    return words.allSatisfy { mention.incoming.text.contains($0) }
      && (filter.states.isEmpty || filter.states.contains(mention.state))
      && (filter.languages.isEmpty || filter.languages.contains(mention.mood.language))
      && (filter.sentiments.isEmpty || filter.sentiments.contains(mention.mood.sentiment))
      && (filter.occurred?.contains(mention.occurredAt) ?? true)
  }

  @Test func pagesHoldWhatPassesAndNothingElse() throws {
    let desk = try filled()
    let all = try desk.stream(MentionFilter(), before: nil, limit: 10_000).mentions
    #expect(all.count == 2300)
    let byUrgency = try desk.queue(MentionFilter(), after: nil, limit: 10_000).mentions
    for filter in Self.filters {
      let wanted = all.filter { passes($0, filter) }
      let page = try desk.stream(filter, before: nil, limit: 10_000)
      #expect(page.mentions.map(\.id) == wanted.map(\.id), "\(filter)")
      #expect(!page.hasMore)
      let queue = try desk.queue(filter, after: nil, limit: 10_000)
      #expect(
        queue.mentions.map(\.id) == byUrgency.filter { passes($0, filter) }.map(\.id), "\(filter)")
      let counts = try desk.counts(filter, cap: 10_000)
      #expect(counts.shown == CappedCount(wanted.count), "\(filter)")
      #expect(counts.hidden == CappedCount(2300 - wanted.count), "\(filter)")
      if let middle = wanted.dropFirst(wanted.count / 2).first?.id {
        let below = try desk.stream(filter, before: middle, limit: 3).mentions.map(\.id)
        #expect(below == Array(wanted.map(\.id).filter { $0 < middle }.prefix(3)))
        let above = try desk.stream(filter, after: middle, limit: 3).mentions.map(\.id)
        #expect(above == Array(wanted.map(\.id).filter { $0 > middle }.suffix(3)))
      }
    }
  }

  /// A page that ends early says where, and going on from there finds everything once.
  @Test(arguments: ["", "refund"])
  func whoGoesOnFromWhereAPageStoppedMissesNothing(text: String) throws {
    let desk = try filled()
    var filter = MentionFilter()
    filter.text = text
    filter.abuseAbove = 0.8
    let wanted = try desk.stream(filter, before: nil, limit: 100).mentions.map(\.id)
    #expect(!wanted.isEmpty)
    var found: [MentionID] = []
    var edge: Int64?
    var rounds = 0
    while rounds < 1000 {
      rounds += 1
      let page = try desk.read { db in
        var pages = StreamPages(
          db: db, sql: try FilterSQL(filter, db), edge: .below(edge), limit: 2)
        pages.patience = 256
        pages.readable = 10
        return try pages.page()
      }
      found += page.mentions.map(\.id)
      guard page.hasMore else { break }
      if case .mention(let id) = page.stoppedAt {
        edge = id.rawValue
      } else {
        edge = page.mentions.last?.id.rawValue
      }
    }
    #expect(found == wanted)
    #expect(rounds > 2)
  }

  @Test func theQueueGoesOnFromWhereItStopped() throws {
    let desk = try filled()
    var filter = MentionFilter()
    filter.abuseAbove = -1
    filter.sentiments = [.positive]
    let wanted = try desk.queue(filter, after: nil, limit: 5000).mentions.map(\.id)
    var found: [MentionID] = []
    var position: QueuePosition?
    var rounds = 0
    while rounds < 1000 {
      rounds += 1
      let page = try desk.read { db in
        var pages = QueuePages(
          db: db, sql: try FilterSQL(filter, db), order: .urgency, after: position, limit: 50)
        pages.patience = 40
        return try pages.walk(nil)
      }
      found += page.mentions.map(\.id)
      guard page.hasMore else { break }
      guard case .place(let place) = page.stoppedAt else {
        Issue.record("a full page within the patience")
        return
      }
      position = place
    }
    #expect(found == wanted)
    #expect(rounds > 10)
  }
}
