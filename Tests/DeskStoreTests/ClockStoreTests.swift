import DeskCore
import DeskStore
import DeskTesting
import Testing

/// The stored deadlines against the core's rules, and against the desk in memory.
@Suite struct ClockStoreTests {
  let levels = ServiceLevels(
    rules: [], otherwise: ServiceRule(first: .minutes(60), next: .minutes(30)),
    calendar: WorkCalendar(hours: .always))

  typealias Desk = DecisionStore & IntakeStore & DeskReader & LevelStore

  func due(_ desk: any Desk, _ id: Int64) throws -> Int64? {
    let mention = try #require(try desk.mention(MentionID(rawValue: id)))
    return mention.dueAt == .never ? nil : mention.dueAt.since(dawn).minutes
  }

  func desks() throws -> [any Desk] { [try DeskDatabase.temporary(), MemoryDesk()] }

  func take(_ desk: any Desk, _ mentions: JudgedMention...) throws {
    _ = try desk.store(batch(mentions.map { .upsert($0) }))
    _ = try desk.reclockChanged(limit: 100, by: levels)
  }

  func minutes(_ count: Int64) -> Timestamp { dawn.adding(.minutes(count)) }

  @Test func aSecondMessageSharesTheFirstOnesClock() throws {
    for desk in try desks() {
      try take(desk, judged("a"), judged("b", at: minutes(20), by: "ben", inReplyTo: "a"))
      try take(desk, judged("c", at: minutes(30), inReplyTo: "b"))
      #expect(try [1, 2, 3].map { try due(desk, $0) } == [60, 80, 60])
      try desk.decide {
        try $0.set(MentionID(rawValue: 1), state: .answered, snoozedUntil: nil)
      }
      #expect(try desk.reclockChanged(limit: 100, by: levels) == 1)
      #expect(try due(desk, 3) == 90)
      #expect(try desk.reclockChanged(limit: 100, by: levels) == 0)
    }
  }

  @Test func afterOurAnswerTheNextTargetCounts() throws {
    for desk in try desks() {
      try take(desk, judged("a"))
      try desk.decide { tx in
        let mention = MentionID(rawValue: 1)
        var item = try tx.enqueue(
          Outgoing(kind: .reply, account: main, mention: mention, text: "sorry"), dueAt: dawn,
          key: IdempotencyKey(rawValue: "k"), author: Seat("ana"), at: dawn)
        item.sentNative = "ours"
        try tx.move(item, to: .sent, "sent", seat: .desk, at: dawn)
        try tx.set(mention, state: .answered, snoozedUntil: nil)
      }
      try take(desk, judged("b", at: minutes(100), inReplyTo: "a"))
      #expect(try due(desk, 2) == 130)
    }
  }

  @Test func aHoldStandsUntilTheyWriteOrItIsTakenBack() throws {
    for desk in try desks() {
      try take(desk, judged("a"))
      let id = MentionID(rawValue: 1)
      try desk.decide { tx in
        try tx.hold(id, .askedThem, at: minutes(10))
        try tx.reclock(id, by: levels)
      }
      let held = try #require(try desk.mention(id)?.hold)
      #expect(held == AnswerHold(reason: .askedThem, since: minutes(10), left: .minutes(50)))
      #expect(try desk.status(now: minutes(500)).overdue.value == 0)
      #expect(try due(desk, 1) == nil)
      try take(desk, judged("b", at: minutes(100), inReplyTo: "a"))
      #expect(try desk.mention(id)?.hold == nil)
      #expect(try due(desk, 1) == 150)
      #expect(try due(desk, 2) == 150)
      try desk.decide { tx in
        try tx.hold(id, .movedToPrivate, at: minutes(110))
        try tx.set(id, state: .noAction, snoozedUntil: nil)
      }
      #expect(try desk.mention(id)?.hold == nil)
    }
  }

  @Test func anEditOfWhatWasClosedBeginsAWaitOfItsOwn() throws {
    for desk in try desks() {
      try take(desk, judged("a"), judged("w", by: "ben"))
      try desk.decide {
        try $0.set(MentionID(rawValue: 1), state: .noAction, snoozedUntil: nil)
        try $0.hold(MentionID(rawValue: 2), .askedThem, at: minutes(5))
      }
      try take(
        desk, judged("a", "other words", at: minutes(200)),
        judged("w", "please!", at: minutes(200), by: "ben"))
      #expect(try due(desk, 1) == 260)
      #expect(try due(desk, 2) == 255)
    }
  }

  @Test func whatIsPutAsideStandsAndWakesWithWhatWasLeft() throws {
    for desk in try desks() {
      try take(desk, judged("a"))
      let id = MentionID(rawValue: 1)
      try desk.decide { tx in
        try tx.set(id, state: .snoozed, snoozedUntil: minutes(90))
        try tx.hold(id, .snoozed, at: minutes(20))
        try tx.reclock(id, by: levels)
      }
      #expect(try desk.mention(id)?.hold?.reason == .snoozed)
      #expect(try desk.decide { try $0.wakeSnoozed(now: minutes(91)) } == [id])
      #expect(try desk.reclockChanged(limit: 9, by: levels) == 1)
      #expect(try due(desk, 1) == 131)
      #expect(try desk.mention(id)?.hold == nil)
    }
  }

  @Test func aWalkFindsEveryDeadlineAnewAndChangesNoVersion() throws {
    for desk in try desks() {
      for index in 0..<30 {
        try take(
          desk,
          judged(
            "\(index)", at: minutes(Int64(index / 3)), by: "h\(index % 7)",
            inReplyTo: index % 5 == 4 ? "\(index - 4)" : nil))
      }
      let shorter = ServiceLevels(
        rules: [], otherwise: ServiceRule(first: .minutes(20), next: .minutes(5)),
        calendar: WorkCalendar(hours: .always))
      var last: ClockPosition?
      var passed = 0
      repeat {
        last = try desk.reclock(.open, since: dawn, after: last, limit: 7, by: shorter)
        passed += 1
      } while last != nil
      #expect(passed == 6)
      for id in Int64(1)...30 {
        let mention = try #require(try desk.mention(MentionID(rawValue: id)))
        let history = try desk.serviceHistory(of: mention.id)
        let due = history.dues(by: shorter, LevelHistory())[mention.id]
        #expect(mention.dueAt == due?.dueAt && mention.version == 1)
      }
      #expect(try due(desk, 1) == 20)
    }
  }

  /// The database and the desk in memory agree whatever happens in whatever order.
  @Test func theStoreAgreesWithTheDeskInMemory() throws {
    var random = SeededRandom(seed: 4)
    let desks = try desks()
    var now: Int64 = 0
    var count: Int64 = 0
    for _ in 0..<400 {
      now += Int64.random(in: 1...9, using: &random)
      let target = Int64.random(in: 1...max(1, count), using: &random)
      let choice = Int.random(in: 0...6, using: &random)
      let handle = ["ana", "ben"][Int.random(in: 0...1, using: &random)]
      let at = minutes(now)
      if choice <= 1 || count == 0 { count += 1 }
      for desk in desks {
        let id = MentionID(rawValue: target)
        if choice <= 1 || count == 1 {
          let parent = count > 1 && choice == 1 ? "\(min(target, count - 1))" : nil
          try take(desk, judged("\(count)", at: at, by: handle, inReplyTo: parent))
          continue
        }
        try desk.decide { tx in
          guard let mention = try tx.mention(id) else { return }
          switch choice {
          case 2 where mention.state == .open: try tx.hold(id, .askedThem, at: at)
          case 3: try tx.endHold(of: id, at: at)
          case 4 where mention.state.allows(.noAction):
            try tx.set(id, state: .noAction, snoozedUntil: nil)
          case 5 where mention.state.allows(.open):
            try tx.set(id, state: .open, snoozedUntil: nil)
            try tx.endHold(of: id, at: at)
          case 6 where mention.state == .open:
            try tx.set(id, state: .snoozed, snoozedUntil: at)
            try tx.hold(id, .snoozed, at: at)
          default: return
          }
          try tx.reclock(id, by: levels)
        }
        _ = try desk.reclockChanged(limit: 100, by: levels)
      }
      for id in (1...count).map(MentionID.init(rawValue:)) {
        let both = try desks.map { desk in
          let mention = try #require(try desk.mention(id))
          let isOpen = mention.state.isUnanswered
          return
            "\(mention.state) \(isOpen ? "\(mention.dueAt) \(String(describing: mention.hold))" : "")"
        }
        #expect(both[0] == both[1], "mention \(id) at \(now)")
        if both[0] != both[1] { return }
      }
    }
  }
}
