import DeskCore
import TerminalUI
import Testing

@testable import DeskUI

/// The alerts pane, and how a screen hears of alerts.
struct AlertTests {
  private func alert(_ id: Int64, minutesAgo: Int64, kind: SpikeAlarm.Kind = .volume) -> Alert {
    let at = Fixtures.now.adding(.minutes(-minutesAgo))
    let alarm = SpikeAlarm(
      kind: kind, cause: .began, severity: .medium, at: at, windowSeconds: 900, sum: 41, usual: 6,
      negative: 30, judged: 41, usualShare: 0.18, texts: 40)
    return Alert(
      id: AlertID(rawValue: id), series: SeriesKey(brand: "acme"), kind: kind, cause: .began,
      severity: .medium,
      figures: AlertFigures(alarm, offsetSeconds: 0, baseline: SpikeDetector().baseline))
  }

  private func rig(columns: Int = 120, rows: Int = 40) -> Rig {
    var rig = Rig(columns: columns, rows: rows)
    let voices = (0..<12).map {
      VoiceFacts(
        author: "a\($0)", followers: 60_000, isNegative: $0 > 2, platform: .mastodon,
        language: .ukrainian, at: Fixtures.now)
    }
    let board = AlertBoard(
      alerts: [alert(2, minutesAgo: 3), alert(1, minutesAgo: 200, kind: .negative)],
      size: SizeEstimate(voices),
      proposal: LevelProposal.propose(
        current: .calm, since: Fixtures.now.adding(.days(-1)), alerts: [alert(2, minutesAgo: 3)],
        size: SizeEstimate(voices), now: Fixtures.now))
    rig.send(.loaded(LoadResult(.alerts, .alerts(board))))
    return rig
  }

  @Test func showsTheArithmeticTheSizeAndALevel() {
    var rig = rig()
    rig.press("A")
    #expect(rig.text.contains("41 in 15 min"))
    #expect(rig.text.contains("12 voices of 12 authors"))
    #expect(rig.text.contains("The desk would say"))
    #expect(rig.loads.contains(.alerts))
    expectSnapshot(rig.text, "alerts-120x40")
  }

  @Test func showsItInASmallTerminalToo() {
    var rig = rig(columns: 80, rows: 24)
    rig.press("A j")
    #expect(rig.text.contains("MEDIUM more of them negative than usual"))
    expectSnapshot(rig.text, "alerts-80x24")
  }

  @Test func aTopicIsNamedAndItsWordsAreTheFilter() {
    var about = alert(3, minutesAgo: 1)
    about.topicWords = ["delivery", "курьер*"]
    about = Alert(
      id: about.id, series: SeriesKey(brand: "acme", topic: "delivery"), kind: .volume,
      cause: .began, severity: .high, figures: about.figures, topicWords: about.topicWords)
    var rig = Rig()
    rig.send(.loaded(LoadResult(.alerts, .alerts(AlertBoard(alerts: [about])))))
    rig.press("A")
    #expect(rig.text.contains("acme, about delivery"))
    rig.press("<Enter>")
    #expect(rig.state.filter.anyOf == ["delivery", "курьер*"])
    #expect(rig.state.filterLine.contains("any:delivery,курьер*"))
  }

  @Test func theProposalIsTakenWithAReasonOnly() {
    var rig = rig()
    #expect(rig.text.contains("→ INCIDENT?"))
    #expect(rig.text.contains("U accept level"))
    rig.press("U <Enter>")
    #expect(rig.commands.isEmpty)
    #expect(rig.text.contains("The desk would say INCIDENT"))
    rig.type("kettles burn")
    rig.press("<Enter>")
    #expect(rig.commands == [.setLevel(.incident, reason: "kettles burn")])
    rig.answers = false
    rig.succeed(.done(undo: []))
    #expect(rig.state.status.levelChange?.reason == "kettles burn")
    #expect(!rig.text.contains("INCIDENT?"))
  }

  @Test func withoutAProposalOrTheRoleTheKeySaysWhy() {
    var plain = Rig()
    plain.press("U")
    #expect(plain.text.contains(Words.noProposal))
    var rig = rig()
    rig.state = DeskState(
      size: Size(columns: 120, rows: 40), now: rig.now, seat: Fixtures.ana, role: .responder)
    rig.state.board.proposal = LevelProposal.propose(
      current: .calm, since: rig.now, alerts: [alert(2, minutesAgo: 3)],
      size: SizeEstimate([]), now: rig.now)
    rig.press("U")
    #expect(rig.state.layers.isEmpty && rig.commands.isEmpty)
    #expect(rig.text.contains("lead"))
  }

  @Test(arguments: ScreenTests.sizes, [Level.incident, .crisis])
  func aBannerSaysWhoMovedTheLevelAndWhy(size: (Int, Int), level: Level) {
    let isPaused = level == .crisis
    var rig = Rig(
      columns: size.0, rows: size.1, pause: isPaused ? Fixtures.pause() : nil)
    var status = rig.state.status
    status.level = level
    status.levelChange = LevelChange(
      level: level, seat: Seat("bo"), at: Fixtures.now.adding(.minutes(-41)),
      reason: "cards are charged twice since the update\u{202E}\u{1B}[2J")
    (status.at, status.tellProblem) = (rig.now, isPaused ? "the command: ended with code 7" : "")
    rig.send(.loaded(LoadResult(.status, .status(status))))
    #expect(rig.text.contains("\(level.name.uppercased()) 00:41 since"))
    #expect(rig.text.contains("by bo – cards are charged twice"))
    #expect(rig.text.contains("NOT TOLD") || !isPaused || size.0 == 80)
    expectSnapshot(rig.text, "banner-\(level.name)-\(size.0)x\(size.1)")
  }

  /// The first frame is drawn when nothing is being loaded; alerts may take tens of milliseconds.
  @Test func aFrameWaitsForEverythingButTheAlerts() {
    var state = DeskState(
      size: Size(columns: 120, rows: 40), now: Fixtures.now, seat: Fixtures.ana)
    _ = DeskReducer.start(&state)
    #expect(state.isLoading)
    state.loading = [.alerts]
    #expect(!state.isLoading)
    state.loading = [.alerts, .status]
    #expect(state.isLoading)
  }

  @Test func theProposalIsLookedUpOnceAMinute() {
    var rig = rig()
    func status(_ change: (inout DeskStatus) -> Void) {
      var status = rig.state.status
      status.at = rig.now
      change(&status)
      rig.send(.loaded(LoadResult(.status, .status(status))))
    }
    status { $0.level = .watch }
    let first = rig.loads.count { $0 == .alerts }
    for _ in 0..<10 { status { _ in } }
    #expect(rig.loads.count { $0 == .alerts } == first)
    rig.now = rig.now.adding(.minutes(2))
    status { _ in }
    #expect(rig.loads.count { $0 == .alerts } == first + 1)
  }

  @Test func enterFiltersTheStreamToItsMentions() {
    var rig = rig()
    rig.press("A j <Enter>")
    #expect(rig.state.layers.isEmpty)
    #expect(rig.state.focus == .stream)
    #expect(rig.state.filter.sentiments == [.negative])
    #expect(rig.state.filter.occurred == alert(1, minutesAgo: 200).mentions.occurred)
  }

  @Test func seenAndSnoozedNameTheSelectedOne() {
    var rig = rig()
    rig.press("A j a")
    #expect(rig.commands == [.acknowledge(AlertID(rawValue: 1))])
    rig.press("s")
    rig.type("+2h")
    rig.press("<Enter>")
    #expect(rig.commands.count == 1)
    rig.type(" we know of it")
    rig.press("<Enter>")
    #expect(
      rig.commands.last
        == .snoozeAlert(
          AlertID(rawValue: 1), until: Fixtures.now.adding(.hours(2)), reason: "we know of it"))
  }

  @Test func aNewAlertIsSaidOnceAndOldOnesAreNot() {
    var rig = rig()
    func status(newest: Int64, count: Int) -> Action {
      var status = rig.state.status
      (status.newestAlert, status.alerts, status.at) = (newest, count, rig.now)
      return .loaded(LoadResult(.status, .status(status)))
    }
    rig.state.newestAlert = nil
    rig.send(status(newest: 2, count: 2))
    #expect(!rig.effects.contains(.bell))
    #expect(rig.text.contains("2 ALERTS"))
    rig.send(status(newest: 3, count: 3))
    #expect(rig.effects.filter { $0 == .bell }.count == 1)
    #expect(rig.text.contains(Words.newAlert))
    rig.send(status(newest: 3, count: 3))
    #expect(rig.effects.filter { $0 == .bell }.count == 1)
  }

  @Test func theGraphShowsWhatIsUsualBehindItsBars() {
    var rig = rig()
    let buckets = rig.state.graph.buckets
    let usual = buckets.map { _ in
      DeskCore.Expectation(usual: 4, low: 1, high: 9) as DeskCore.Expectation?
    }
    let range = rig.state.graph.range ?? rig.now..<rig.now
    let request = LoadRequest.mood(range, bucketSeconds: rig.state.graph.bucketSeconds)
    rig.send(.loaded(LoadResult(request, .mood(buckets, [], usual))))
    rig.press("2 Z")
    #expect(rig.text.contains("· usual"))
    #expect(rig.text.contains("··"))
  }
}
