import DeskCore
import FoundationEssentials
import GRDB
import Testing

@testable import DeskStore

@Suite struct TallyTests {
  /// Everything that can happen, in random order, against a recount from the rows.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func countsStayTrue(seed: UInt64) throws {
    let desk = try DeskDatabase.temporary()
    var chance = SeededRandom(seed: seed)
    var now = dawn
    for step in 0..<300 {
      now = now.adding(.seconds(Int64.random(in: 0...90, using: &chance)))
      switch Int.random(in: 0..<10, using: &chance) {
      case 0..<5: try intake(desk, now, &chance)
      case 5: _ = try desk.wakeSnoozed(now: now)
      default: try decide(desk, step, now, &chance)
      }
    }
    try recount(desk, now)
  }

  private func intake(_ desk: DeskDatabase, _ now: Timestamp, _ chance: inout SeededRandom) throws {
    var events: [IntakeBatch.Event] = []
    for _ in 0..<Int.random(in: 1...8, using: &chance) {
      let native = "n\(Int.random(in: 0..<80, using: &chance))"
      if Int.random(in: 0..<6, using: &chance) == 0 {
        events.append(.deleted(MentionKey(account: main, native: native)))
      } else {
        let parent = "n\(Int.random(in: 0..<160, using: &chance))"
        events.append(
          .upsert(
            judged(
              native, "text \(Int.random(in: 0..<3, using: &chance))", at: now,
              by: "author\(Int.random(in: 0..<9, using: &chance))",
              inReplyTo: Bool.random(using: &chance) ? parent : nil,
              isOwn: native.hasSuffix("7"),
              mood: mood(Sentiment.allCases.randomElement(using: &chance) ?? .neutral))))
      }
    }
    _ = try desk.store(batch(events, at: now))
  }

  private func decide(
    _ desk: DeskDatabase, _ step: Int, _ now: Timestamp, _ chance: inout SeededRandom
  ) throws {
    let newest = try desk.status(now: now).newest
    guard newest > 0 else { return }
    let id = MentionID(rawValue: Int64.random(in: 1...newest, using: &chance))
    let next = MentionState.allCases.randomElement(using: &chance) ?? .open
    let until = now.adding(.seconds(30))
    try desk.decide { transaction in
      guard let mention = try transaction.mention(id), mention.state.allows(next) else { return }
      let reading = mood(Sentiment.allCases[step % 3], language: step % 2 == 0 ? .uzbek : .english)
      if step % 4 == 0 { try transaction.setMood(reading, of: id) }
      try transaction.set(id, state: next, snoozedUntil: next == .snoozed ? until : nil)
      #expect(try transaction.mention(id)?.version == mention.version + 1)
    }
  }

  private func recount(_ desk: DeskDatabase, _ now: Timestamp) throws {
    let raw = try DatabaseQueue(path: desk.path)
    try raw.read { db in
      let kept = try Row.fetchAll(db, sql: "SELECT state, count FROM tally WHERE count > 0")
      let real = try Row.fetchAll(
        db, sql: "SELECT state, count(*) AS count FROM mention GROUP BY state ORDER BY state")
      #expect(kept == real)
      let minutes = try Row.fetchAll(
        db,
        sql: """
          SELECT minute, negative, neutral, positive FROM moodMinute
          WHERE negative + neutral + positive > 0
          """)
      let recounted = try Row.fetchAll(
        db,
        sql: """
          SELECT min(createdAt, seenAt) / 60000 AS minute, sum(sentiment = 0) AS negative,
            sum(sentiment = 1) AS neutral, sum(sentiment = 2) AS positive
          FROM mention WHERE isOwn = 0 GROUP BY 1 ORDER BY 1
          """)
      #expect(minutes == recounted)
      #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
      let strays = try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM mention child JOIN mention parent ON parent.native = child.inReplyTo
          WHERE parent.conversation <> child.conversation AND parent.id <> child.id
          """)
      #expect(strays == 0)
    }
    try raw.read { try recountQueue($0) }
    let status = try desk.status(now: now)
    let open = try desk.queue(MentionFilter(), after: nil, limit: 1000).mentions
    #expect(status.open == open.count)
    #expect(status.oldestSeenAt == open.map(\.seenAt).min())
  }

  private func recountQueue(_ db: Database) throws {
    let kept = try Row.fetchAll(
      db,
      sql: """
        SELECT rank, id, facet FROM queue UNION ALL SELECT rank, id, facet FROM queueFresh
        ORDER BY rank, id
        """)
    let open = try Row.fetchAll(
      db, sql: "SELECT rank, id, facet FROM mention WHERE state = 0 ORDER BY rank, id")
    #expect(kept == open)
    let facets = try Row.fetchCursor(db, sql: "SELECT id, facet, state = 0 FROM mention")
    var counts: [Int64: FacetCounts] = [:]
    var waiting: [Int64: Int] = [:]
    while let row = try facets.next() {
      let block: Int64 = (row[0] as Int64) >> FacetCounts.shift
      counts[block, default: FacetCounts()].add(1, of: Facet(rawValue: row[1]))
      waiting[block, default: 0] += row[2] as Int
    }
    let blocks = try Row.fetchAll(db, sql: "SELECT block, open, counts FROM facetBlock")
    #expect(blocks.count == counts.count)
    for row in blocks {
      let stored = (row[2] as Data).withUnsafeBytes { FacetCounts($0) }
      #expect(stored.counts == counts[row[0]]?.counts)
      #expect(row[1] == waiting[row[0]])
    }
  }
}
