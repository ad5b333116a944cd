import DeskCore
import DeskStore
import GRDB
import Testing

@Suite struct AuditTests {
  private func written() throws -> (DeskDatabase, DatabaseQueue) {
    let desk = try DeskDatabase.temporary()
    for number in 1...5 {
      try desk.decide { transaction in
        let note = AuditNote(action: "judge", subject: "mention \(number)", detail: "troll")
        try transaction.audit(note, seat: Seat("ana"), at: dawn)
      }
    }
    return (desk, try DatabaseQueue(path: desk.path))
  }

  private func check(_ desk: DeskDatabase) throws -> AuditChain {
    var chain = AuditChain()
    for entry in try desk.audit(after: 0, limit: 100) { chain.read(entry) }
    chain.finish(expected: try desk.auditLength())
    return chain
  }

  @Test func theChainHolds() throws {
    let (desk, _) = try written()
    let chain = try check(desk)
    #expect(chain.firstBreak == nil)
    #expect(chain.intact == 5)
  }

  @Test(arguments: [
    "UPDATE audit SET detail = 'x' WHERE sequence = 2", "DELETE FROM audit WHERE sequence = 5",
    "UPDATE auditHead SET count = 4", "DELETE FROM auditHead",
  ])
  func theDatabaseRefusesToChangeIt(sql: String) throws {
    let (desk, raw) = try written()
    #expect(throws: DatabaseError.self) { try raw.write { try $0.execute(sql: sql) } }
    #expect(try check(desk).firstBreak == nil)
  }

  @Test(arguments: [
    ("UPDATE audit SET detail = 'x' WHERE sequence = 2", AuditChain.Break.altered(sequence: 2)),
    ("DELETE FROM audit WHERE sequence = 3", .missing(expected: 3, found: 4)),
    ("DELETE FROM audit WHERE sequence > 3", .truncated(expected: 5, found: 3)),
  ])
  func whoeverGetsRoundThatIsFound(sql: String, found: AuditChain.Break) throws {
    let (desk, raw) = try written()
    try raw.write { db in
      for name in ["auditNeverChanges", "auditNeverShrinks"] {
        try db.execute(sql: "DROP TRIGGER \(name)")
      }
      try db.execute(sql: sql)
    }
    #expect(try check(desk).firstBreak == found)
    // Going on does not mend it.
    try desk.decide { try $0.audit(AuditNote(action: "judge"), seat: Seat("ana"), at: dawn) }
    #expect(try check(desk).firstBreak != nil)
  }
}
