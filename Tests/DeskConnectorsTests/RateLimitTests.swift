import DeskCore
import Testing

@testable import DeskConnectors

struct RateLimitTests {
  static let now = Timestamp(rfc3339: "2026-11-21T12:00:00Z") ?? Timestamp(seconds: 0)

  static let rows: [(headers: [String: String], seconds: Int64)] = [
    (["x-ratelimit-reset": "2026-11-21T12:04:00.123Z"], 240),
    (["x-ratelimit-reset": "2026-11-21T15:04:00+03:00"], 240),
    (["x-ratelimit-reset": "1795262640"], 240),
    (["x-ratelimit-reset": "1795262640.5"], 240),
    (["x-ratelimit-reset": "1795262640000"], 240),
    (["x-ratelimit-reset": "240"], 240),
    (["retry-after": "240"], 240),
    (["retry-after": "Sat, 21 Nov 2026 12:04:00 GMT"], 240),
    (["retry-after": "240", "x-ratelimit-reset": "2026-11-21T12:20:00Z"], 240),
    (["x-ratelimit-reset": "2020-01-01T00:00:00Z"], 1),
    (["x-ratelimit-reset": "2036-01-01T00:00:00Z"], 3600),
    (["x-ratelimit-reset": "soon"], 60),
    (["x-ratelimit-reset": "2026-11-21T12:14:00Z", "date": "Sat, 21 Nov 2026 12:10:00 GMT"], 240),
    (["x-ratelimit-reset": "1795262040", "date": "Sat, 21 Nov 2026 11:50:00 GMT"], 240),
    (
      ["retry-after": "Sat, 21 Nov 2026 11:54:00 GMT", "date": "Sat, 21 Nov 2026 11:50:00 GMT"], 240
    ),
    (["retry-after": "240", "date": "Sat, 21 Nov 2026 11:50:00 GMT"], 240),
    (["retry-after": "-5"], 60),
    ([:], 60),
  ]

  @Test(arguments: rows.indices)
  func theWaitIsWhatTheServerAsks(row: Int) {
    let until = RateLimit.wait(now: Self.now) { Self.rows[row].headers[$0] }
    #expect(until.since(Self.now).seconds == Self.rows[row].seconds)
  }

  @Test func datesOfHeadersGoBothWays() {
    for days in stride(from: Int64(0), to: 40_000, by: 37) {
      let instant = Timestamp(seconds: days * 86_400 + days % 86_400)
      #expect(HTTPDate.parse(HTTPDate.format(instant)) == instant)
    }
    #expect(HTTPDate.parse("Sun, 06 Nov 1994 08:49:37 GMT") == Timestamp(seconds: 784_111_777))
    #expect(HTTPDate.format(Timestamp(seconds: 784_111_777)) == "Sun, 06 Nov 1994 08:49:37 GMT")
  }

  @Test func linksNameTheirNeighbours() {
    let header =
      "<https://e.example/api?max_id=1&types[]=mention>; rel=\"next\", "
      + "<https://e.example/api?min_id=9>; rel=\"prev\""
    #expect(
      LinkHeader.address(rel: "next", in: header)
        == "https://e.example/api?max_id=1&types[]=mention")
    #expect(
      LinkHeader.address(rel: "prev", in: header).map(LinkHeader.query(of:)) == "min_id=9")
    #expect(LinkHeader.address(rel: "last", in: header) == nil)
    #expect(LinkHeader.address(rel: "next", in: "<<<>>>;;") == nil)
  }

  @Test(arguments: 0..<100)
  func waitsGrowAndStayBelowTheCeiling(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var backoff = Backoff(base: .seconds(1), ceiling: .minutes(2))
    for failure in 0..<30 {
      let wait = backoff.next(chance: Double.random(in: 0..<1, using: &random))
      let bound = min(120_000, 1000 << min(Int64(failure), 20))
      #expect(wait.milliseconds >= 0 && wait.milliseconds < bound)
    }
  }

  @Test func idsAreOrderedByLengthThenBytes() {
    #expect(NativeID.isOlder("99", than: "100"))
    #expect(NativeID.isOlder("01M7YFWC5Z", than: "01M7YFWC6A"))
    #expect(!NativeID.isOlder("100", than: "100"))
    #expect(NativeID.youngest(["9", "10", "100", "99"]) == "100")
  }
}
