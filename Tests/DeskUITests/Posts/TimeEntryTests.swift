import DeskCore
import Testing

@testable import DeskUI

/// Berlin around its change to summer time, 2026-03-29 01:00 UTC, and back, 2026-10-25.
let berlin = DeskZone(
  offsetSeconds: 3600,
  changes: [
    .init(at: Timestamp(rfc3339: "2026-03-29T01:00:00Z") ?? noon, offsetSeconds: 7200),
    .init(at: Timestamp(rfc3339: "2026-10-25T01:00:00Z") ?? noon, offsetSeconds: 3600),
  ])

@Suite struct TimeEntryTests {
  @Test(arguments: [
    ("+30m", "2026-01-31T14:37:30Z"), ("+2h", "2026-01-31T16:07:30Z"),
    ("+1h30m", "2026-01-31T15:37:30Z"), (" +1d ", "2026-02-01T14:07:30Z"),
    ("15:30", "2026-01-31T14:30:00Z"), ("9:00", "2026-02-01T08:00:00Z"),
    ("15:07", "2026-02-01T14:07:00Z"), ("2026-12-01 09:00", "2026-12-01T08:00:00Z"),
    ("2026-07-01T09:00", "2026-07-01T07:00:00Z"), ("2026-10-25 02:30", "2026-10-25T00:30:00Z"),
  ])
  func reads(text: String, wanted: String) throws {
    #expect(try TimeEntry.read(text, now: noon, zone: berlin).rfc3339.prefix(19) + "Z" == wanted)
  }

  @Test(arguments: [
    ("", TimeEntry.Problem.empty), ("   ", .empty), ("soon", .unreadable(position: 0)),
    ("+30", .unreadable(position: 3)), ("+30x", .unreadable(position: 3)),
    ("14:3", .unreadable(position: 4)), ("14:30x", .unreadable(position: 5)),
    ("24:00", .impossible), ("14:60", .impossible), ("2026-02-30 09:00", .impossible),
    ("2026-13-01 09:00", .impossible), ("2026-03-29 02:30", .skipped), ("+400d", .tooFar),
    ("2026-01-31 15:07", .past(at("14:07:00"))), ("2026/12/01", .unreadable(position: 4)),
  ])
  func refuses(text: String, problem: TimeEntry.Problem) {
    #expect(throws: problem) { try TimeEntry.read(text, now: noon, zone: berlin) }
  }

  @Test func whatIsReadLiesAhead() {
    let pieces = [
      "+", "1", "30", "m", "h", "d", ":", "-", " ", "T", "2026", "12", "09:00", "2026-12-01", "٣",
      "😀", "x",
    ]
    var random = SeededRandom(seed: 17)
    var good = 0
    for _ in 0..<30_000 {
      let text = (0..<random.below(7)).map { _ in random.pick(pieces) }.joined()
      do {
        let instant = try TimeEntry.read(text, now: noon, zone: berlin)
        #expect(instant > noon && instant <= noon.adding(.days(366)), "\(text)")
        good += 1
      } catch {
        if case .unreadable(let position) = error { #expect(position <= text.count, "\(text)") }
      }
    }
    #expect(good > 100)
  }

  @Test func findsTheChangesOfAZoneBySampling() {
    let year = at("00:00:00")..<at("00:00:00").adding(.days(365))
    #expect(DeskZone(sampling: year) { berlin.offset(at: $0) } == berlin)
  }
}
