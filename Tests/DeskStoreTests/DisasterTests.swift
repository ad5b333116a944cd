import DeskCore
import GRDB
import Glibc
import Synchronization
import Testing

@testable import DeskStore

/// What happens in the middle of things: the process is killed, the disk is full.
@Suite struct DisasterTests {
  private static let size = 40

  private static func batch(_ number: Int) -> IntakeBatch {
    let mentions = (0..<size).map { place in
      judged("\(number * size + place)", "refund \(number)", by: "author\(place)")
    }
    return DeskStoreTests.batch(mentions.map { .upsert($0) }, cursor: String(number))
  }

  /// Everything that was told as stored is there, whole batches and nothing but.
  private func check(_ desk: DeskDatabase, batches: Int) throws {
    let total = batches * Self.size
    #expect(try desk.status(now: dawn).total == total)
    #expect(try desk.cursor(for: main) == Cursor(parts: ["last": String(batches - 1)]))
    #expect(try desk.queue(MentionFilter(), after: nil, limit: 100_000).mentions.count == total)
    var filter = MentionFilter()
    filter.text = "refund"
    #expect(try desk.counts(filter, cap: 1_000_000).shown == CappedCount(total))
    let raw = try DatabaseQueue(path: desk.path)
    #expect(try raw.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") } == ["ok"])
  }

  @Test func aKilledProcessLosesNothingItStored() async throws {
    let desk = try DeskDatabase.temporary()
    let path = desk.path
    for round in 1...3 {
      await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
        let desk = try DeskDatabase(path: path)
        let told = open(path + "-told", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var number = (try desk.cursor(for: main)?.parts["last"]).flatMap { Int($0) } ?? -1
        let begun = number
        while true {
          number += 1
          _ = try desk.store(DisasterTests.batch(number))
          try desk.decide { transaction in
            try transaction.audit(AuditNote(action: "look"), seat: Seat("ana"), at: dawn)
          }
          let facts = [Int64(number), try desk.auditLength()]
          _ = facts.withUnsafeBytes { pwrite(told, $0.baseAddress, 16, 0) }
          if number == begun + 20 {
            // From a thread of its own, so that it comes in the middle of whatever is going on.
            Task.detached {
              usleep(UInt32.random(in: 5_000...40_000))
              kill(getpid(), SIGKILL)
            }
          }
        }
      }
      let told = open(path + "-told", O_RDONLY)
      var facts: [Int64] = [-1, -1]
      #expect(facts.withUnsafeMutableBytes { read(told, $0.baseAddress, 16) } == 16)
      close(told)
      unlink(path + "-told")
      let after = try DeskDatabase(path: path)
      let stored = try #require(
        (try after.cursor(for: main)?.parts["last"]).flatMap { Int($0) })
      #expect(stored >= Int(facts[0]), "round \(round)")
      try check(after, batches: stored + 1)
      var chain = AuditChain()
      for entry in try after.audit(after: 0, limit: 10_000) { chain.read(entry) }
      chain.finish(expected: try after.auditLength())
      #expect(chain.firstBreak == nil)
      #expect(chain.intact >= facts[1])
    }
  }

  /// Lets the file grow by `pages` and no more, as a full disk would.
  private func limit(_ db: Database, by pages: Int?) throws {
    let now = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
    _ = try Int.fetchOne(
      db, sql: "PRAGMA max_page_count = \(pages.map { now + $0 } ?? 1_073_741_823)")
  }

  @Test func aFullDiskStopsIntakeAndLosesNothing() throws {
    let desk = try DeskDatabase.temporary()
    for number in 0..<3 { _ = try desk.store(Self.batch(number)) }
    let connection = try desk.intake.withLock { try $0.open(path: desk.path, log: desk.log) }
    try connection.inDatabase { try limit($0, by: 12) }
    var stored = 3
    var seen: StoreError?
    for number in 3..<200 where seen == nil {
      do {
        _ = try desk.store(Self.batch(number))
        stored += 1
      } catch let error as StoreError { seen = error }
    }
    #expect(seen == .full)
    try check(desk, batches: stored)
    // Nothing that was tried is remembered by half once there is room again.
    try connection.inDatabase { try limit($0, by: nil) }
    for number in stored..<(stored + 5) {
      #expect(try desk.store(Self.batch(number)).new == Self.size)
    }
    try check(desk, batches: stored + 5)
  }

  @Test func aFullDiskRefusesADecisionWhole() throws {
    let desk = try DeskDatabase.temporary()
    _ = try desk.store(Self.batch(0))
    try desk.pool.writeWithoutTransaction { try limit($0, by: 0) }
    let long = String(repeating: "words ", count: 4000)
    #expect(throws: StoreError.full) {
      try desk.decide { transaction in
        try transaction.set(MentionID(rawValue: 1), state: .troll, snoozedUntil: nil)
        try transaction.audit(
          AuditNote(action: "judge", subject: "mention 1", detail: long), seat: Seat("ana"),
          at: dawn)
      }
    }
    #expect(try desk.mention(MentionID(rawValue: 1))?.state == .open)
    #expect(try desk.auditLength() == 0)
    try desk.pool.writeWithoutTransaction { try limit($0, by: nil) }
    try desk.decide { try $0.audit(AuditNote(action: "look"), seat: Seat("ana"), at: dawn) }
    #expect(try desk.auditLength() == 1)
  }
}
