import DeskCore
import DeskStore
import Testing

@Suite struct PagingTests {
  private func filled() throws -> DeskDatabase {
    let desk = try DeskDatabase.temporary()
    var chance = SeededRandom(seed: 3)
    for group in 0..<5 {
      let mentions = (0..<100).map { place in
        let sentiment = Sentiment.allCases.randomElement(using: &chance) ?? .neutral
        return IntakeBatch.Event.upsert(
          judged(
            "\(group)-\(place)", place % 3 == 0 ? "refund please" : "something else",
            // Half of them share an instant, so that ranks tie.
            at: dawn.adding(.seconds(Int64(place / 2))), followers: place * 100,
            mood: mood(sentiment)))
      }
      _ = try desk.store(batch(mentions))
    }
    return desk
  }

  @Test(arguments: ["", "refund", "refu*"])
  func theStreamIsCompleteAndRepeatsNothing(text: String) throws {
    let desk = try filled()
    var filter = MentionFilter()
    filter.text = text
    var down: [MentionID] = []
    while true {
      let page = try desk.stream(filter, before: down.last, limit: 7)
      down += page.mentions.map(\.id)
      if !page.hasMore { break }
    }
    #expect(down == down.sorted(by: >))
    #expect(Set(down).count == down.count)
    #expect(down.count == (text.isEmpty ? 500 : 170))
    var up: [MentionID] = []
    while true {
      let page = try desk.stream(filter, after: up.last ?? MentionID(rawValue: 0), limit: 7)
      up += page.mentions.map(\.id).reversed()
      if !page.hasMore { break }
    }
    #expect(up == down.reversed())
  }

  @Test(arguments: ["", "refund"], QueueOrder.allCases)
  func theQueueIsCompleteOrderedAndRepeatsNothing(text: String, order: QueueOrder) throws {
    let desk = try filled()
    var filter = MentionFilter()
    filter.text = text
    var places: [QueuePosition] = []
    while true {
      let page = try desk.queue(filter, by: order, after: places.last, limit: 7)
      places += page.mentions.map { QueuePosition($0) }
      if !page.hasMore { break }
    }
    let keys = places.map { [order == .breach ? $0.due : 0, $0.rank, $0.id.rawValue] }
    #expect(keys == keys.sorted { $0.lexicographicallyPrecedes($1) })
    #expect(Set(places).count == places.count)
    #expect(places.count == (text.isEmpty ? 500 : 170))
  }

  @Test func countsAreCapped() throws {
    let desk = try filled()
    var filter = MentionFilter()
    #expect(try desk.counts(filter, cap: 100).shown == CappedCount(100, isCapped: true))
    filter.text = "refund"
    let counts = try desk.counts(filter, cap: 100)
    #expect(counts.shown == CappedCount(100, isCapped: true))
    #expect(counts.hidden == CappedCount(100, isCapped: true))
    #expect(try desk.counts(filter, cap: 1000).hidden == CappedCount(330))
  }
}
