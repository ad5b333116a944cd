import DeskCore
import GRDB
import Glibc
import Testing

@testable import DeskStore

@Suite struct OpeningTests {
  @Test func theFileIsItsOwnersAlone() throws {
    let desk = try DeskDatabase.temporary()
    try desk.take(judged("a"))
    for suffix in ["", "-wal", "-shm", "-turn"] {
      var facts = stat()
      #expect(stat(desk.path + suffix, &facts) == 0)
      #expect(facts.st_mode & 0o777 == 0o600)
    }
  }

  @Test func aNewerSchemaIsRefusedAndLeftAlone() throws {
    let desk = try DeskDatabase.temporary()
    let raw = try DatabaseQueue(path: desk.path)
    let known = try raw.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } ?? 0
    try raw.write { try $0.execute(sql: "PRAGMA user_version = 99") }
    #expect(throws: StoreError.newerSchema(found: 99, known: known)) {
      _ = try DeskDatabase(path: desk.path)
    }
    #expect(try raw.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 99)
  }

  @Test func otherFilesAreRefused() throws {
    let desk = try DeskDatabase.temporary()
    let folder = desk.path.dropLast("/desk.sqlite".count)
    let other = folder + "/other.sqlite"
    defer { unlink(String(other)) }
    let raw = try DatabaseQueue(path: String(other))
    try raw.write { try $0.execute(sql: "CREATE TABLE t (x)") }
    #expect(throws: StoreError.foreignFile(path: String(other))) {
      _ = try DeskDatabase(path: String(other))
    }
    #expect(throws: StoreError.self) { _ = try DeskDatabase(path: folder + "/no/such/desk.sqlite") }
    #expect(throws: StoreError.self) {
      _ = try DeskDatabase(path: folder + "/nothing.sqlite", readOnly: true)
    }
  }

  @Test func garbageIsNotADatabase() throws {
    let desk = try DeskDatabase.temporary()
    let path = desk.path.dropLast("desk.sqlite".count) + "garbage.sqlite"
    let file = open(String(path), O_WRONLY | O_CREAT, 0o600)
    defer { for suffix in ["", "-wal", "-shm", "-turn"] { unlink(path + suffix) } }
    let bytes = [UInt8](repeating: 0x2A, count: 8192)
    #expect(write(file, bytes, bytes.count) == bytes.count)
    close(file)
    #expect(throws: StoreError.self) { _ = try DeskDatabase(path: String(path)) }
  }

  @Test func aReaderSeesAndCannotWrite() throws {
    let desk = try DeskDatabase.temporary()
    let reader = try DeskDatabase(path: desk.path, readOnly: true)
    let before = try reader.dataVersion()
    #expect(try reader.dataVersion() == before)
    try desk.take(judged("a"))
    #expect(try reader.dataVersion() != before)
    #expect(try reader.mention(native: "a") != nil)
    #expect(throws: StoreError.readOnly) { try reader.take(judged("b")) }
    #expect(throws: StoreError.readOnly) { try reader.decide { _ in } }
  }

  @Test func aDecisionIsSeenAsAChange() throws {
    let desk = try DeskDatabase.temporary()
    let before = try desk.dataVersion()
    try desk.decide { try $0.audit(AuditNote(action: "look"), seat: Seat("ana"), at: dawn) }
    #expect(try desk.dataVersion() != before)
  }

  @Test(arguments: [
    (ResultCode.SQLITE_FULL, StoreError.full), (.SQLITE_BUSY, .busy),
    (.SQLITE_IOERR, .sql(code: 10, reason: "r")), (.SQLITE_CORRUPT, .corrupt("r")),
    (.SQLITE_NOTADB, .corrupt("r")), (.SQLITE_READONLY, .readOnly),
  ])
  func whatSQLiteThrowsBecomesAFact(code: ResultCode, error: StoreError) {
    #expect(StoreError(DatabaseError(resultCode: code, message: "r")) == error)
  }
}
