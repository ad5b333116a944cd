import DeskCore
import Testing

@testable import DeskStore

/// Filters that few of many mentions pass, against the same filter applied by hand.
@Suite struct RareFilterTests {
  private static let languages: [Language] = [.english, .arabic, .uzbek, Language(rawValue: "xx")]

  private func filled() throws -> DeskDatabase {
    let desk = try DeskDatabase.temporary()
    var chance = Seeded(state: 5)
    for group in 0..<30 {
      let events = (0..<200).map { place in
        let sentiment = Sentiment.allCases.randomElement(using: &chance) ?? .neutral
        let isRare = group == 3 && place % 50 == 0
        return IntakeBatch.Event.upsert(
          judged(
            "\(group)-\(place)", place % 3 == 0 ? "refund please" : "something ☃ else",
            at: dawn.adding(.seconds(Int64(group * 200 + place))), followers: place * 100,
            mood: mood(sentiment, language: isRare ? .uzbek : .english)))
      }
      _ = try desk.store(batch(events))
    }
    try desk.decide { transaction in
      for id in stride(from: Int64(1), through: 6000, by: 7) {
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
    #expect(all.count == 6000)
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
      #expect(counts.hidden == CappedCount(6000 - wanted.count), "\(filter)")
      if let middle = wanted.dropFirst(wanted.count / 2).first?.id {
        let below = try desk.stream(filter, before: middle, limit: 3).mentions.map(\.id)
        #expect(below == Array(wanted.map(\.id).filter { $0 < middle }.prefix(3)))
        let above = try desk.stream(filter, after: middle, limit: 3).mentions.map(\.id)
        #expect(above == Array(wanted.map(\.id).filter { $0 > middle }.suffix(3)))
      }
    }
  }
}
