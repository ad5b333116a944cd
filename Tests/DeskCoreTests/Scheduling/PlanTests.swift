import DeskCore
import Testing

/// What a file of posts comes to before anything is stored.
@Suite struct PlanTests {
  private let main = AccountID("main")
  private let now = Timestamp(rfc3339: "2026-03-01T00:00:00Z") ?? Timestamp(seconds: 0)

  private func read(_ text: String, account: String? = "main") -> [PlanLine] {
    PlanReader(
      account: account.map { AccountID($0) }, zone: "Europe/Berlin", zones: Zones.book
    ).read(Array(text.utf8))
  }

  private func problems(_ text: String, account: String? = "main") -> [Int: PlanProblem] {
    var found: [Int: PlanProblem] = [:]
    for line in read(text, account: account) {
      if case .failure(let problem) = line.result { found[line.line] = problem }
    }
    return found
  }

  private func posts(_ text: String) -> [PlannedPost] {
    read(text).compactMap { try? $0.result.get() }
  }

  @Test func aTableWithEveryColumn() {
    let found = posts(
      """
      at;account;text;tag;zone;repeat
      2026-03-29 02:30;shop;"Night; sale";#Spring;;
      2026-03-30T09:00:00;;Morning;;Asia/Tashkent;weekly mon count 3
      2026-04-01T09:00:00+02:00;;Absolute;;;
      """)
    #expect(found.count == 3)
    #expect(found[0].account == AccountID("shop"))
    #expect(found[0].text == "Night; sale")
    #expect(found[0].tag == "spring")
    #expect(found[0].dueAt == Timestamp(rfc3339: "2026-03-29T01:00:00Z"))
    #expect(found[1].dueAt == Timestamp(rfc3339: "2026-03-30T04:00:00Z"))
    #expect(found[1].repeats?.description == "weekly mon at 09:00 count 3")
    #expect(found[1].zone == "Asia/Tashkent")
    #expect(found[2].dueAt == Timestamp(rfc3339: "2026-04-01T07:00:00Z"))
  }

  @Test func theSameAsJSONLinesAndWithDateAndTime() {
    let table = posts("date,time,text\n2026-05-01,09:00,May\n")
    let lines = posts("{\"at\":\"2026-05-01 09:00\",\"text\":\"May\",\"tag\":null}\n")
    #expect(table == lines && table.count == 1)
  }

  @Test func clocksThatAreMovedAreTold() {
    let lines = read("at,text\n2026-03-29 02:30,a\n2026-10-25 02:30,b\n2026-05-01 09:00,c\n")
    #expect(lines.map(\.fit) == [.skipped, .twice, .once])
  }

  @Test func everyBadLineHasItsNumberAndReason() {
    let found = problems(
      """
      at,text,tag,repeat,zone
      2026-02-30 09:00,a,,,
      tomorrow,b,,,
      2026-05-01 09:00,,,,
      2026-05-01 09:00,c,,sometimes,
      2026-05-01 09:00,d,,weekly mon,
      2026-05-01 09:00,e,,,Mars/Base
      ,f,,,
      2026-05-01 09:00,g,h,,,i
      2026-05-01 09:00,"j"k,,,
      2026-05-01 09:00,fine,,,
      2026-05-01 09:00,"open,,,
      """)
    #expect(
      found == [
        2: .badTime("2026-02-30 09:00"), 3: .badTime("tomorrow"), 4: .missing("text"),
        5: .badRule("sometimes"), 6: .outsideRule("weekly mon"), 7: .noZone("Mars/Base"),
        8: .missing("at"), 9: .tooManyFields(count: 6, columns: 5), 10: .strayText,
        12: .unclosedQuote,
      ])
    #expect(problems("when,text\n1,2\n")[1] == .noColumn("at"))
    #expect(problems("at,text,tags\n2026-05-01 09:00,a,b\n") == [1: .unknownColumn("tags")])
    #expect(problems("at,text\n2026-05-01 09:00,a\n", account: nil) == [2: .missing("account")])
    #expect(
      problems("{\"at\":\"2026-05-01 09:00\",\"text\":\"a\"}\n\n{\"at\":1}\n{\"txt\":\"a\"}\n{")
        == [3: .notJSON, 4: .unknownName("txt"), 5: .notJSON])
    let reader = PlanReader(account: main, zone: "UTC", zones: Zones.book)
    #expect(reader.read([0xFF, 0xFE, 0x61, 0]) == [PlanLine(line: 1, .failure(.notText))])
  }

  private func check(
    _ rows: [(String, String)], stored: [OutgoingItem] = [],
    manner: PlanCheck.Manner = PlanCheck.Manner(), spacing: Span? = nil
  ) -> [PlanCheck.Outcome] {
    var check = PlanCheck(
      stored: stored, spacing: spacing.map { [main: $0] } ?? [:], manner: manner, now: now
    ) { $0.text.count > 100 ? .tooLong(count: $0.text.count, limit: 100) : nil }
    let table = "at,text\n" + rows.map { "\($0.0),\($0.1)\n" }.joined()
    return read(table).map { check.judge($0) }
  }

  private func item(_ id: Int64, _ text: String, at: String) throws -> OutgoingItem {
    OutgoingItem(
      id: OutgoingID(rawValue: id), content: Outgoing(kind: .post, account: main, text: text),
      state: .sent, dueAt: try #require(Timestamp(rfc3339: at)),
      key: IdempotencyKey(rawValue: "k\(id)"), author: Seat("ana"), createdAt: now)
  }

  private let sale = "Our big spring sale starts on Monday in every shop of the country"

  @Test func nearlyTheSameTextIsRefusedUnlessTold() throws {
    let stored = [try item(7, sale + "!", at: "2026-03-01T08:00:00Z")]
    let rows = [("2026-03-20 09:00", sale), ("2026-04-20 09:00", sale)]
    let strict = check(rows, stored: stored)
    guard case .duplicate(.item(let id), _) = strict[0].problem else {
      Issue.record("not refused")
      return
    }
    #expect(id == OutgoingID(rawValue: 7))
    #expect(strict[1].post != nil, "50 days later it may come again")
    let lax = check(rows, stored: stored, manner: PlanCheck.Manner(allowsDuplicates: true))
    #expect(lax.allSatisfy { $0.post != nil })
    #expect(lax[0].warnings.count == 1)
    let twice = check([("2026-03-20 09:00", "Hello"), ("2026-03-21 09:00", "Hello")])
    let first = try #require(twice[0].post)
    #expect(twice[1].problem == .duplicate(.line(2), dueAt: first.dueAt))
  }

  @Test func whatIsTooNearIsToldOrMoved() throws {
    let rows = [
      ("2026-03-20 09:00", "one"), ("2026-03-20 09:04", "two"), ("2026-03-20 09:05", "three"),
    ]
    let told = check(rows, spacing: .minutes(10))
    #expect(told.map(\.warnings.count) == [0, 1, 2])
    #expect(told.allSatisfy { $0.post != nil && $0.movedFrom == nil })
    let moved = check(rows, manner: PlanCheck.Manner(shifts: true), spacing: .minutes(10))
    let first = try #require(moved[0].post).dueAt
    #expect(
      moved.map { $0.post?.dueAt } == [
        first, first.adding(.minutes(10)), first.adding(.minutes(20)),
      ])
    #expect(moved[1].movedFrom == first.adding(.minutes(4)))
    #expect(moved.allSatisfy { $0.warnings.isEmpty })
  }

  @Test func whatTheDeskWouldRefuseIsBad() {
    let found = check([
      ("2026-02-01 09:00", "past"), ("2026-03-20 09:00", String(repeating: "x", count: 101)),
    ])
    #expect(found.allSatisfy { $0.post == nil })
    #expect(found[1].problem == .refused(.tooLong(count: 101, limit: 100)))
  }
}
