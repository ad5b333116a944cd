import DeskCore
import TerminalUI
import Testing

@testable import DeskUI

/// The posts by day and by week, reminders of a pause, and the question about what was missed.
@Suite struct CalendarTests {
  private func rig(_ keys: String = "", columns: Int = 120, rows: Int = 40) -> Rig {
    var tagged = Fixtures.post(4, .queued, in: 3 * 1440)
    tagged.content.tag = "spring"
    let board = PostsBoard(
      posts: [Fixtures.post(2, .held, in: 25), Fixtures.post(3, .queued, in: 90), tagged],
      native: [Fixtures.native()], past: [Fixtures.post(1, .sent, in: -1500)])
    var rig = Rig(columns: columns, rows: rows, board: board)
    rig.press(keys)
    return rig
  }

  @Test func theKeyGoesThroughTheLayouts() {
    var rig = rig("4 v")
    #expect(rig.text.contains("Sat 14 March 2026, today – 3 posts"))
    rig.press("v")
    #expect(rig.text.contains("9 March – 15 March 2026 – 4 posts"))
    rig.press("v")
    #expect(rig.state.posts.calendar.mode == .list)
    rig.press(": c a l e n d a r <Space> w e e k <Enter>")
    #expect(rig.state.posts.calendar.mode == .week)
    rig.press(": c a l e n d a r <Space> y e a r <Enter>")
    #expect(rig.state.line.text == "there is no view year: list, day or week")
  }

  @Test func keysGoThroughDaysAndBackToToday() {
    var rig = rig("4 v h")
    #expect(rig.text.contains("Fri 13 March 2026 – 1 post"))
    rig.press("l l l l")
    #expect(rig.state.posts.selectedItem?.id == OutgoingID(rawValue: 4))
    rig.press("<PgDn>")
    #expect(rig.text.contains("Tue 24 March 2026 – 0 posts"))
    #expect(rig.text.contains("Nothing is planned."))
    rig.press("D")
    #expect(rig.commands.isEmpty, "nothing of another day is acted on")
    rig.press("G")
    #expect(rig.text.contains("Sat 14 March 2026, today"))
    rig.press("j D")
    #expect(rig.commands == [.dropPost(OutgoingID(rawValue: 3))])
  }

  @Test func clocksThatAreMovedAreSaid() {
    let change = DeskZone.Change(at: Fixtures.now.adding(.hours(6)), offsetSeconds: 3600)
    let zone = DeskZone(offsetSeconds: 0, changes: [change])
    let day = CivilDay(zone.civil(Fixtures.now))
    #expect(zone.clockChange(on: day) == 3600)
    #expect(zone.clockChange(on: day.adding(1)) == 0)
    let back = DeskZone(offsetSeconds: 3600, changes: [.init(at: change.at, offsetSeconds: 1800)])
    #expect(back.clockChange(on: day) == -1800)
    var calendar = PostsCalendar()
    (calendar.mode, calendar.day) = (.week, day)
    let model = CalendarModel(calendar: calendar, now: Fixtures.now, zone: zone)
    #expect(Words.calendarWeek(model).contains("clocks go forward 60 min on the 14."))
  }

  @Test func everySizeIsDrawnWithinItself() {
    for keys in ["4 v", "4 v v", "4 v Z", "4 v v Z"] {
      for columns in [60, 80, 97, 110, 133, 200] {
        for rows in [16, 24, 40] {
          let text = rig(keys, columns: columns, rows: rows).text
          for line in text.split(separator: "\n") {
            #expect(TextWidth.cells(of: String(line)) <= columns)
          }
        }
      }
    }
  }

  @Test func aReminderRingsOncePerTurnAndNeverResumes() {
    var pause = Fixtures.pause()
    pause.remindEvery = .minutes(15)
    var rig = Rig(pause: pause)
    #expect(!rig.text.contains("STILL PAUSED?"))
    rig.wait(.minutes(3))
    #expect(rig.text.contains("STILL PAUSED?"))
    #expect(rig.state.line.text.hasPrefix("still paused, 15 min now"))
    rig.wait(.minutes(1))
    #expect(rig.effects.count { $0 == .bell } == 1)
    rig.wait(.minutes(30))
    #expect(rig.effects.count { $0 == .bell } == 2)
    #expect(rig.commands.isEmpty && rig.state.pause != nil)
  }

  @Test func aPauseOverAPartIsSaidAndTheKeyStillStopsAll() {
    let pause = Pause(
      id: 3, seat: Fixtures.ana, at: Fixtures.now, scope: .posts, over: .tag("spring"), reason: "r")
    var rig = Rig(pause: pause)
    #expect(rig.text.contains("PUBLISHING PART PAUSED"))
    #expect(rig.text.contains("PAUSED tag spring 00:00:00 by ana"))
    rig.press("!")
    #expect(rig.commands == [.pause(.posts, reason: "")])
    rig.type(":")
    rig.type("pause @main remind 2h recall")
    rig.press("<Enter>")
    #expect(
      rig.commands.last
        == .pause(
          .posts, over: .account(AccountID("main")), remindEvery: .hours(2), reason: "recall"))
    rig.type(":")
    rig.type("resume @main")
    rig.press("<Enter>")
    #expect(rig.state.line.text == "nothing is paused over account main")
  }

  @Test func whatWasSleptThroughIsAskedAbout() {
    var rig = rig()
    rig.board.posts[1].state = .missed
    rig.send(.dataChanged)
    #expect(rig.text.contains("Missed, not sent"))
    #expect(rig.text.contains("#3 due 2026-03-14 12:00, main"))
    #expect(rig.effects.contains(.bell))
    rig.press("<Esc>")
    rig.send(.dataChanged)
    #expect(rig.state.layers.isEmpty, "each is asked about once")
    #expect(rig.commands.isEmpty)
  }

  @Test func theEditorWarnsOfTwinsAndNeighbours() {
    let account = Fixtures.account.account
    let choice = PostEditor.Choice(
      account: account, ruler: TextRuler(limit: 500), spacing: .minutes(10))
    let other = Fixtures.post(3, .queued, in: 65)
    var editor = PostEditor(choices: [choice], zone: .utc, neighbours: [other].neighbours)
    #expect(editor.warnings(now: Fixtures.now).isEmpty)
    _ = editor.paste("Spring sale, part 3")
    #expect(
      editor.warnings(now: Fixtures.now) == [
        .like(.item(other.id), dueAt: other.dueAt), .near(.item(other.id), dueAt: other.dueAt),
      ])
    for _ in 0..<2 { _ = editor.handle(.tab, width: 40, now: Fixtures.now) }
    _ = editor.paste("#Spring")
    guard case .schedule(let command) = editor.schedule(now: Fixtures.now) else {
      Issue.record("a warning is not a refusal")
      return
    }
    #expect(
      command
        == .schedulePost(
          account: account.id, text: "Spring sale, part 3",
          dueAt: Fixtures.now.adding(.hours(1)), tag: "spring"))
  }
}
