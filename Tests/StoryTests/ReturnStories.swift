import DeskCore
import DeskServices
import DeskStore
import DeskTesting
import Testing

@testable import DeskUI

/// People do not wait in silence: they write again.
@Suite struct ReturnStories {
  private func ask(_ desk: StoryDesk) throws {
    try desk.write("My kettle caught fire, who pays for it?", from: "lena", native: "first")
  }

  private func again(_ desk: StoryDesk) throws {
    try desk.write(
      "Never mind, the shop paid for it", from: "lena", native: "second", replyTo: "first")
  }

  private func answer(_ screen: StoryScreen) {
    screen.press("3 r")
    screen.type("Lena, we are sorry to hear it; we call you today.")
    screen.press("F5")
    if screen.state.layers.last != nil { screen.press("F5") }
  }

  @Test func sheWritesAgainWhileTheAnswerCountsDown() async throws {
    let desk = try StoryDesk()
    try ask(desk)
    let ana = try desk.sitDown("ana")
    answer(ana)
    #expect(ana.shows("leaves in"))
    try await desk.wait(.seconds(4))
    try again(desk)
    // Told at once, not when the countdown is over.
    #expect(ana.shows("did not leave: they wrote again"))
    try await desk.wait(.seconds(20))
    #expect(desk.arrived.isEmpty)
    #expect(try desk.actions().last == "desk gate: hold")
    // The words come back, and leave once a person has read what is new.
    ana.press("u")
    #expect(ana.shows("we are sorry to hear it"))
    ana.press("F5 F5")
    try await desk.wait(.seconds(12))
    #expect(desk.arrived == ["Lena, we are sorry to hear it; we call you today."])
  }

  @Test func sheWritesAgainWhileTheAnswerWaitsForApproval() async throws {
    let desk = try StoryDesk(
      team: Team(roles: [Seat("ana"): .responder, Seat("lea"): .lead]),
      approvals: ApprovalsByLevel(answers: ApprovalNeed([1])))
    try ask(desk)
    let ana = try desk.sitDown("ana")
    let lea = try desk.sitDown("lea")
    answer(ana)
    #expect(ana.shows("waits for another person's yes"))
    try again(desk)
    #expect(ana.shows("did not leave: they wrote again"))
    let item = try #require(try desk.store.outbox(now: desk.clock.now(), limit: 5).first)
    #expect(item.state == .draft)
    // Nobody can say yes to it as it is.
    lea.press("4 K")
    try await desk.wait(.seconds(15))
    #expect(desk.arrived.isEmpty)
  }

  @Test func anAnswerIsToAllTheyWroteBefore() async throws {
    let desk = try StoryDesk()
    try ask(desk)
    try desk.write("Hello??", from: "lena", native: "second", replyTo: "first")
    try desk.write("Same here!", from: "dan", native: "dan", replyTo: "first")
    let third = try desk.write("Anybody there?", from: "lena", native: "third", replyTo: "second")
    let ana = try desk.sitDown("ana")
    ana.press("3")
    for _ in 0..<4 where ana.state.queue.selected?.id != third { ana.press("j") }
    ana.press("r")
    ana.type("Lena, we are here now and call you in five minutes.")
    ana.press("F5")
    if ana.state.layers.last != nil { ana.press("F5") }
    try await desk.wait(.seconds(12))
    #expect(desk.arrived.count == 1)
    let states = try (1...4).map { try desk.store.mention(MentionID(rawValue: $0))?.state }
    #expect(states == [.answered, .answered, .open, .answered])
    #expect(try desk.actions().count { $0 == "desk answered" } == 2)
    // She thanks: the conversation is back in the queue.
    try desk.write("Thank you!", from: "lena", native: "fifth", replyTo: "third")
    #expect(ana.shows("2 unanswered"))
  }

  @Test func sheWakesWhatWasSnoozed() throws {
    let desk = try StoryDesk()
    try ask(desk)
    let ana = try desk.sitDown("ana")
    ana.press("3 s 2")
    #expect(ana.shows("0 unanswered"))
    try desk.write("Somebody else's thread", from: "dan", native: "dan", replyTo: "first")
    #expect(ana.shows("1 unanswered"))
    try again(desk)
    #expect(ana.shows("3 unanswered"))
    #expect(try desk.actions().last == "desk wake")
    #expect(try desk.store.status(now: desk.clock.now()).snoozed == 0)
  }

  @Test func aSpikeWakesWhatWasToWaitForOne() throws {
    let desk = try StoryDesk()
    for number in 1...3 { try desk.write("Is the shop open?", from: "p\(number)") }
    let ana = try desk.sitDown("ana")
    ana.press("3 s 5 s 2 :")
    ana.type("snooze +3h until spike")
    ana.press("<Enter>")
    #expect(ana.shows("0 unanswered"))
    var record = WatchRecord()
    record.alerts = [alert(at: desk.clock.now())]
    try desk.store.save(record)
    desk.tell()
    #expect(ana.shows("2 unanswered"))
    #expect(try desk.store.status(now: desk.clock.now()).snoozed == 1)
  }

  private func alert(at now: Timestamp) -> Alert {
    var detector = SpikeDetector()
    _ = detector.observe(CountBucket(start: now, count: 3))
    let alarm = SpikeAlarm(
      kind: .volume, cause: .began, severity: .high, at: now, windowSeconds: 900, sum: 41, usual: 6,
      negative: 30, judged: 41, usualShare: 0.18, texts: 40)
    return Alert(
      id: AlertID(rawValue: 1), series: SeriesKey(brand: "story"), kind: .volume, cause: .began,
      severity: .high,
      figures: AlertFigures(alarm, offsetSeconds: 0, baseline: detector.baseline))
  }
}
