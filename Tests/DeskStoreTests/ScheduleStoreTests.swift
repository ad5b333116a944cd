import DeskCore
import GRDB
import Testing

@testable import DeskStore

/// Campaigns, pauses over parts of a desk, and series, as they lie in the database.
@Suite struct ScheduleStoreTests {
  private let ana = Seat("ana")

  @Test func severalPausesStandAndEachEndsAlone() throws {
    let desk = try DeskDatabase.temporary()
    let pauses = try desk.decide { tx in
      try [PauseTarget.tag("spring"), .account(main), .desk].map {
        try tx.beginPause(
          .posts, over: $0, remindEvery: $0 == .desk ? .minutes(30) : nil, reason: "r", seat: ana,
          at: dawn)
      }
    }
    #expect(try desk.standingPauses() == pauses.reversed())
    #expect(try desk.status(now: dawn).pauses == pauses.reversed())
    #expect(throws: StoreError.self) {
      try desk.decide { tx in
        _ = try tx.beginPause(
          .everything, over: .account(main), remindEvery: nil, reason: "", seat: ana, at: dawn)
      }
    }
    try desk.decide { tx in
      var pause = pauses[1]
      pause.scope = .everything
      pause.remindEvery = .hours(1)
      try tx.updatePause(pause)
      try tx.endPause(pauses[2].id, reason: "over", seat: ana, at: dawn)
    }
    let left = try desk.standingPauses()
    #expect(left.map(\.id) == [pauses[1].id, pauses[0].id])
    #expect(left[0].scope == .everything && left[0].remindEvery == .hours(1))
  }

  @Test func thePausesOfOtherPartsLetAnItemThroughTheGate() throws {
    let desk = try DeskDatabase.temporary()
    try desk.decide { tx in
      _ = try tx.beginPause(
        .everything, over: .tag("spring"), remindEvery: nil, reason: "", seat: ana, at: dawn)
      func item(_ key: String, tag: String?) throws -> OutgoingItem {
        try tx.enqueue(
          Outgoing(kind: .post, account: main, text: key, tag: tag), dueAt: dawn,
          key: IdempotencyKey(rawValue: key), author: ana, at: dawn)
      }
      let (sale, other) = (try item("a", tag: "spring"), try item("b", tag: nil))
      #expect(try tx.item(sale.id) == sale)
      for id in [sale.id, other.id] { _ = try tx.passGate(id, now: dawn) }
      #expect(try tx.item(sale.id)?.state == .held)
      #expect(try tx.item(other.id)?.state == .sending)
      #expect(try tx.admitted(since: dawn.adding(.seconds(-1))).map(\.id) == [other.id])
      #expect(try tx.admitted(since: dawn).isEmpty)
    }
    #expect(
      try desk.posts(from: dawn, to: dawn.adding(.seconds(1)), limit: 9).map(\.content.text)
        == ["a", "b"])
    #expect(
      try desk.posts(from: dawn.adding(.seconds(1)), to: dawn.adding(.days(1)), limit: 9) == [])
  }

  @Test func seriesAreKeptAsTheyAre() throws {
    let desk = try DeskDatabase.temporary()
    let rule = try #require(RepeatRule("weekly mon,thu at 02:30 until 2026-12-31"))
    let day = try #require(CivilDay("2026-03-02"))
    let stored = try desk.decide { tx in
      try tx.addSeries(
        PostSeries(
          id: SeriesID(rawValue: 0), account: main, text: "Hi", tag: "am", rule: rule,
          zone: "Europe/Berlin", author: ana, last: day))
    }
    #expect(stored.id == SeriesID(rawValue: 1))
    #expect(try desk.series() == [stored])
    let item = try desk.decide { tx in
      try tx.enqueue(
        stored.content, dueAt: dawn, key: IdempotencyKey(rawValue: "k"), author: ana, at: dawn)
    }
    #expect(try desk.decide { try $0.item(item.id)?.content.series } == stored.id)
    try desk.decide { tx in
      var series = stored
      (series.last, series.made, series.isOver) = (day.adding(3), 2, true)
      try tx.updateSeries(series)
    }
    #expect(try desk.series().isEmpty)
  }

  /// A desk of the first schema, paused and with a post, is what it was after all steps.
  @Test func anOlderDeskIsTakenOver() throws {
    let desk = try DeskDatabase.temporary()
    let path = desk.path.dropLast("desk.sqlite".count) + "older.sqlite"
    do {
      let old = try DatabaseQueue(path: String(path))
      try old.write { db in
        for migration in Migration.all where migration.version < 6 {
          try db.execute(sql: migration.statements)
        }
        try db.execute(
          sql: """
            INSERT INTO pause (seat, at, scope, reason) VALUES ('ana', 5, 'posts', 'r');
            INSERT INTO outgoing (kind, account, visibility, text, state, dueAt, key, author,
              createdAt, attempts, detail)
            VALUES ('post', 'main', 0, 't', 'held', 7, 'k', 'ana', 1, 0, '');
            PRAGMA user_version = \(Migration.all.map(\.version).filter { $0 < 6 }.max() ?? 0);
            PRAGMA application_id = \(Migrator.applicationID);
            """)
      }
    }
    let new = try DeskDatabase(path: String(path))
    let pause = try #require(try new.standingPauses().first)
    #expect(pause.target == .desk && pause.reason == "r" && pause.remindEvery == nil)
    let posts = try new.posts(from: Timestamp(milliseconds: 0), to: dawn, limit: 9)
    #expect(posts.map(\.content.tag) == [nil] && posts.map(\.state) == [.held])
  }
}
