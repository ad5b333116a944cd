import DeskCore
import DeskServices
import DeskTesting
import Synchronization
import Testing

@Suite struct IntakeTests {
  func batch(_ desk: TestDesk, _ count: Int, from first: Int = 0) -> SourceBatch {
    SourceBatch(
      account: desk.mainAccount,
      events: (first..<first + count).map { .upsert(desk.incoming("\($0)")) },
      cursor: Cursor(parts: ["at": "\(first + count)"]))
  }

  @Test(arguments: [(0, 1), (1, 1), (250, 1), (251, 2), (1000, 4)])
  func bigBatchesAreCutAndTheCursorComesLast(_ count: Int, _ transactions: Int) async throws {
    let desk = TestDesk()
    let cursors = Mutex<[Cursor?]>([])
    let intake = desk.intake { _ in
      let cursor = (try? desk.desk.cursor(for: desk.mainAccount)) ?? nil
      cursors.withLock { $0.append(cursor) }
    }
    let result = try await intake.take(batch(desk, count))
    #expect(result.new == count)
    let seen = cursors.withLock { $0 }
    #expect(seen.count == transactions)
    #expect(seen.dropLast().allSatisfy { $0 == nil })
    #expect(seen.last == .some(Cursor(parts: ["at": "\(count)"])))
  }

  @Test func whatFailedInTheMiddleIsTakenAgainWithoutDoubles() async throws {
    let desk = TestDesk()
    let parts = Mutex(0)
    let intake = desk.intake { _ in
      let part = parts.withLock { part in
        part += 1
        return part
      }
      if part == 2 { desk.desk.failNext(1) }
    }
    let whole = batch(desk, 1000)
    await #expect(throws: MemoryDesk.Fault.self) { try await intake.take(whole) }
    #expect(try desk.desk.cursor(for: desk.mainAccount) == nil)
    let again = try await intake.take(whole)
    #expect(again.new == 500)
    #expect(again.duplicates == 500)
  }

  @Test func editsReopenAndDeletionsWithdraw() async throws {
    let desk = TestDesk()
    let intake = desk.intake()
    _ = try await intake.take(batch(desk, 2))
    let ids = [MentionID(rawValue: 1), MentionID(rawValue: 2)]
    try desk.run(.judge([ids[0]], .noAction, note: ""))
    let result = try await intake.take(
      SourceBatch(
        account: desk.mainAccount,
        events: [
          .upsert(desk.incoming("0", "now it burns")),
          .deleted(MentionKey(account: desk.mainAccount, native: "1")),
        ]))
    #expect(result.edited == 1 && result.deleted == 1)
    #expect(try desk.state(ids[0]) == .open)
    #expect(try desk.state(ids[1]) == .withdrawn)
    #expect(try desk.desk.mention(ids[0])?.dueAt == desk.now.adding(.minutes(120)))
  }

  @Test func theBulkPipelineStoresAllInOrder() async throws {
    let desk = TestDesk()
    let next = Mutex(0)
    let bulk = BulkIntake(intake: desk.intake(), depth: 2)
    let total = try await bulk.run {
      let number = next.withLock { next in
        next += 1
        return next
      }
      return number > 40 ? nil : batch(desk, 300, from: (number - 1) * 300)
    }
    #expect(total.new == 12_000)
    #expect(try desk.desk.mention(MentionID(rawValue: 12_000))?.incoming.key.native == "11999")
  }

  @Test func theBulkPipelineStopsAtAFaultOnEitherSide() async throws {
    let desk = TestDesk()
    let bulk = BulkIntake(intake: desk.intake(), depth: 1)
    desk.desk.failNext(1)
    await #expect(throws: MemoryDesk.Fault.self) { _ = try await bulk.run { batch(desk, 10) } }
    let calls = Mutex(0)
    await #expect(throws: MemoryDesk.Fault.self) {
      _ = try await bulk.run {
        let call = calls.withLock { call in
          call += 1
          return call
        }
        if call == 5 { throw MemoryDesk.Fault() }
        return batch(desk, 10, from: call * 10)
      }
    }
  }

  @Test func aSourceThatFailsIsStartedAgainFromWhereItStood() async throws {
    let desk = TestDesk()
    desk.platform.source(
      [.batch(batch(desk, 3))], failures: [.unauthorized("token"), .unavailable("cut")])
    let service = SourceService(
      connectors: [desk.platform], store: desk.desk, intake: desk.intake(),
      clock: desk.deskClock)
    let running = Task { await service.run() }
    func state() throws -> SourceHealth.State? {
      try desk.desk.status(now: desk.now).sources.first?.state
    }
    #expect(await eventually { desk.clock.sleeperCount == 1 })
    #expect(try state() == .stopped)
    desk.clock.advance(by: .seconds(1))
    #expect(await eventually { desk.platform.runs.count == 2 && desk.clock.sleeperCount == 1 })
    #expect(try state() == .reconnecting)
    desk.clock.advance(by: .seconds(2))
    await running.value
    #expect(try state() == .idle)
    let cursor = Cursor(parts: ["at": "3"])
    #expect(desk.platform.runs == [nil, cursor, cursor])
    #expect(try desk.desk.status(now: desk.now).total == 3)
  }

  @Test func aSourceIsToldWhatIsStillOpen() async throws {
    let desk = TestDesk()
    let ids = try desk.bring(
      desk.incoming("1"), desk.incoming("2"), desk.incoming("3", isOwn: true), desk.incoming("4"))
    try desk.run(.judge([ids[1]], .noAction, note: ""))
    let service = SourceService(
      connectors: [desk.platform], store: desk.desk, intake: desk.intake(), reader: desk.desk,
      clock: desk.deskClock)
    await service.run()
    #expect(desk.platform.opened == [["4", "1"]])
  }

  @Test func ofManyOpenMentionsASourceIsToldTheNewestOfItsOwn() async throws {
    let desk = TestDesk()
    for number in 0..<150 {
      try desk.bring(
        desk.incoming("\(number)", account: number.isMultiple(of: 3) ? "main" : "other"))
    }
    let service = SourceService(
      connectors: [desk.platform], store: desk.desk, intake: desk.intake(), reader: desk.desk,
      clock: desk.deskClock)
    await service.run()
    let wanted = stride(from: 147, through: 30, by: -3).map { "\($0)" }
    #expect(desk.platform.opened == [wanted])
  }

  @Test func theRunnerTakesOverWhenTheOtherIsGone() async throws {
    let desk = TestDesk(countdownSeconds: 0)
    let bell = Doorbell()
    func runner(_ name: String) -> DeskRunner {
      DeskRunner(
        holder: name, connectors: [desk.platform], store: desk.desk, intake: desk.intake(),
        clock: desk.deskClock)
    }
    let (one, two) = (runner("one"), runner("two"))
    let first = Task { try await one.run(bell: bell) }
    #expect(await eventually { one.isRunning })
    let second = Task { try await two.run(bell: bell) }
    let item = try desk.reply(try desk.bring(desk.incoming("1"))[0])
    bell.ring()
    #expect(try await eventually { try desk.state(item.id) == .sent })
    #expect(!two.isRunning)
    first.cancel()
    _ = try? await first.value
    #expect(await eventually { desk.clock.sleeperCount > 0 })
    desk.clock.advance(by: ServiceLease.rhythm)
    #expect(await eventually { two.isRunning })
    second.cancel()
    _ = try? await second.value
  }
}
