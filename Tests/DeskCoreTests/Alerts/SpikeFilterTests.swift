import Testing

@testable import DeskCore

@Suite struct SpikeFilterTests {
  private func rows(_ lines: [String], isJSON: Bool = false) -> [SpikeFilter.Result] {
    var filter = SpikeFilter(isJSON: isJSON)
    return lines.map { filter.take($0) }
  }

  @Test(arguments: [
    "2015-02-26 21:42:53,57", "2015-02-26T21:42:53,57", "2015-02-26 21:42,57",
    "2015-02-26T21:42:53Z,57", "2015-02-26T21:42:53.000000+05:00,57", "2015-02-26T21:42Z,57",
    "2015-02-26 21:42:53,57,more", "\"2015-02-26 21:42:53\",\"57\"", "2015-02-26 21:42:53, 57\r",
    "\u{FEFF}2015-02-26 21:42:53,57",
  ])
  func readsTimesAsPeopleWriteThem(line: String) throws {
    guard case .row(let row) = rows([line])[0] else {
      Issue.record("\(line) is no row")
      return
    }
    let fields = row.split(separator: ",")
    #expect(fields.count == 4)
    #expect(fields[0].hasPrefix("2015-02-26"))
    #expect(fields[1] == "57")
    #expect(fields[3] == "0")
  }

  @Test func aHeaderMayNameTheColumns() {
    #expect(rows(["timestamp,value", "2015-02-26 21:42:53,5"])[0] == .nothing)
    let named = rows(["count,other,Time", "7,x,2015-02-26 21:42:53"])
    guard case .row(let row) = named[1] else { return #expect(Bool(false), "\(named)") }
    #expect(row.hasPrefix("2015-02-26 21:42:53,7,"))
  }

  @Test func senselessLinesAreLeftOutWithAReason() {
    let results = rows([
      "2015-02-26 21:42:53,5", "nonsense", "2015-02-30 21:42:53,5", "2015-02-26 21:47:53,nan", "",
      "# note", "2015-02-26 21:47:53,-3",
    ])
    #expect(results[1] == .skipped(line: 2, reason: "needs a time and a value, parted by a comma"))
    #expect(results[2] == .skipped(line: 3, reason: "no time: 2015-02-30 21:42:53"))
    #expect(results[3] == .skipped(line: 4, reason: "no count: nan"))
    #expect(results[4] == .nothing && results[5] == .nothing)
    #expect(results[6] == .skipped(line: 7, reason: "no count: -3"))
  }

  @Test func writesJSONObjects() {
    let results = rows(["2015-02-26 21:42:53,57"], isJSON: true)
    #expect(
      results[0]
        == .row(
          "{\"alarm\":0,\"score\":0.500000,\"timestamp\":\"2015-02-26 21:42:53\",\"usual\":57.000,"
            + "\"value\":57}"))
    #expect(SpikeFilter(isJSON: true).header == nil)
    #expect(SpikeFilter().header == "timestamp,value,score,alarm")
  }

  @Test func noRowChangesWhenLaterRowsArrive() {
    let lines = SeriesMaker.normal(weeks: 2, seed: 9).map { bucket in
      let count = bucket.start.since(SeriesMaker.start).minutes == 14_000 ? 400 : bucket.count
      return "\(bucket.start.rfc3339),\(SpikeFilter.plain(count))"
    }
    let whole = rows(lines)
    for length in [1, 100, 2801, 3000] {
      #expect(rows(Array(lines.prefix(length))) == Array(whole.prefix(length)))
    }
    let alarms = whole.filter { if case .row(let row) = $0 { row.hasSuffix(",1") } else { false } }
    #expect((1...4).contains(alarms.count))
  }

  @Test func fuzzedLinesNeverBreakIt() {
    var random = SeededRandom(seed: 77)
    let pieces = [
      "2015-02-26 21:42:53", "2015-02-26T21:42:53Z", ",", ",,", "57", "-1", "1e400", "1e300",
      "0x10",
      "inf", "\"", " ", "\t", "é", "٥", "😀", "+05:00", "99:99", "\u{0}", "timestamp", "value", "#",
      "0000-01-01 00:00:00", "9999-12-31 23:59:59",
    ]
    var filter = SpikeFilter()
    for _ in 0..<5000 {
      let count = Int(random.next() % 6)
      let line = (0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
      guard case .row(let row) = filter.take(line) else { continue }
      let fields = row.split(separator: ",", omittingEmptySubsequences: false)
      #expect(fields.count == 4, "\(row)")
      #expect(Double(fields[2]).map { (0...1).contains($0) } == true, "\(row)")
    }
  }

  @Test(arguments: [
    ("5m", 300), ("30s", 30), ("1h", 3600), ("1d", 86_400), ("m", nil), ("0m", nil), ("2d", nil),
    ("-5m", nil), ("5", nil), ("5 m", nil), ("", nil), ("99999999999999999999h", nil),
  ])
  func readsPeriods(text: String, seconds: Int?) {
    #expect(SpikePeriod.seconds(text) == seconds)
  }
}
