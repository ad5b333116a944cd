import DeskCore
import TerminalUI
import Testing

@testable import DeskUI

@Suite struct ShiftScreenTests {
  func rig(_ hours: String, seat: String = "ana", columns: Int = 120) -> Rig {
    let rule = ShiftRule(
      seat: Seat(seat), days: Set(Weekday.allCases),
      blocks: [ShiftRule.Block(hours)].compactMap(\.self))
    return Rig(columns: columns, roster: Roster([rule]))
  }

  @Test func theHeaderSaysWhoIsOnAndUntilWhen() {
    #expect(rig("09:00-17:00").text.contains("on: ana, then 17:00"))
    #expect(rig("12:00-17:00").text.contains("nobody is on until 12:00"))
    #expect(!Rig().text.contains("on: "))
    #expect(rig("09:00-17:00", columns: 80).text.contains("LEVEL") == false)
  }

  @Test func theSheetIsOneKeyAndReadAnew() {
    var rig = rig("09:00-17:00")
    rig.press("F2")
    #expect(rig.loads.contains(.handOver))
    #expect(rig.text.contains("Hand-over") && rig.text.contains("promised: 1"))
    rig.press("<Esc>")
    #expect(rig.state.layers.isEmpty)
  }

  @Test func whoseShiftIsOverHearsThatTheClaimReturned() throws {
    var rig = rig("04:00-10:20", seat: Fixtures.ana.rawValue)
    rig.stored[0].claim = Claim(
      conversation: rig.stored[0].conversation, seat: Fixtures.ana,
      since: Fixtures.now.adding(.minutes(-30)), until: Fixtures.now.adding(.minutes(1)))
    rig.send(.dataChanged)
    rig.wait(.seconds(2))
    rig.stored[0].claim = nil
    rig.send(.dataChanged)
    rig.wait(.seconds(2))
    #expect(rig.text.contains("your shift is over"))
  }

  @Test func theSheetNamesWhatTheNextShiftMustKnow() {
    var status = Fixtures.status(Fixtures.mentions(1...9), pause: Fixtures.pause())
    status.onDuty = [Fixtures.ana]
    let mention = Fixtures.mention(9)
    let sent = HandOver.Sent(
      mention: mention.id, text: "Sorry, we'll refund you.", seat: Fixtures.ana,
      at: Fixtures.now, language: .english)
    let shifts = [
      Shift(
        seat: Fixtures.ana, from: Fixtures.now.adding(.hours(-4)),
        to: Fixtures.now.adding(.hours(1))),
      Shift(
        seat: Seat("bo"), from: Fixtures.now.adding(.hours(1)), to: Fixtures.now.adding(.hours(9))),
    ]
    let note = Note(
      mention: mention.id, seat: Fixtures.ana, at: Fixtures.now, text: "she is a journalist")
    let sheet = HandOver(
      at: Fixtures.now, plan: ShiftPlan(shifts.compactMap(\.self)),
      open: [
        HandOver.Open(
          mention: mention.id, deadline: Fixtures.now.adding(.minutes(-5)), rank: 1,
          seat: Seat("bo"))
      ], sent: [sent],
      watchOut: Words.watchOut(status, now: Fixtures.now, zone: .utc)
        + [Words.watchOut(note, now: Fixtures.now, zone: .utc)])
    let lines = Words.handOver(
      HandOverReport(sheet: sheet, open: [mention], status: status), now: Fixtures.now, zone: .utc)
    let text = lines.joined(separator: "\n")
    for words in [
      "leaving: ana   coming: bo", "OPEN: 9, 1000+ late", "late since 10:25, bo has it: @",
      "… and 8 more", "PROMISED: 1", "by ana: Sorry, we'll refund you.", "level watch",
      "paused since", "kettle recall", "source shop: reconnecting", "note by ana",
      "she is a journalist",
    ] { #expect(text.contains(words), "\(words)") }
  }
}
