import DeskCore
import Testing

@Suite struct ServiceRunTests {
  static let start = Timestamp(seconds: 1_795_165_200)  // Friday, 20 November 2026, 09:00 UTC

  static let levels = ServiceLevels(
    rules: [
      ServiceRule(levels: .incident ... .crisis, first: .minutes(15), next: .minutes(30)),
      ServiceRule(leastFollowers: 10_000, first: .minutes(20), next: .minutes(40)),
      ServiceRule(intents: [.complaint], first: .minutes(60), next: .minutes(120)),
    ],
    otherwise: ServiceRule(first: .hours(4), next: .hours(8)),
    calendar: WorkCalendar(
      hours: WorkCalendarTests.hours(
        ["09:00-17:00"], days: [.monday, .tuesday, .wednesday, .thursday, .friday])))

  func at(_ minutes: Int64) -> Timestamp { Self.start.adding(.minutes(minutes)) }

  func theirs(_ minutes: Int64, _ intent: Intent = .complaint, followers: Int? = nil)
    -> ServiceEvent
  {
    .theirs(at: at(minutes), intent: intent, followers: followers)
  }

  func run(_ events: [ServiceEvent], level: Level = .calm) -> ServiceRun {
    ServiceRun(levels: Self.levels, level: level, events: events)
  }

  @Test(
    arguments: [
      (Level.calm, Intent.complaint, nil, 60, 120), (.calm, .question, nil, 240, 480),
      (.watch, .complaint, 9_999, 60, 120), (.calm, .complaint, 10_000, 20, 40),
      (.calm, .praise, 50_000, 20, 40), (.incident, .other, nil, 15, 30),
      (.crisis, .complaint, 10_000, 15, 30),
    ] as [(Level, Intent, Int?, Int64, Int64)])
  func targetsByLevelIntentAndReach(
    _ level: Level, _ intent: Intent, _ followers: Int?, _ first: Int64, _ next: Int64
  ) {
    func target(_ turn: AnswerTurn) -> Span {
      Self.levels.target(turn, level: level, intent: intent, followers: followers)
    }
    #expect(target(.first) == .minutes(first))
    #expect(target(.next) == .minutes(next))
  }

  @Test(arguments: zip(Intent.allCases, [Int64(60), 120, 1440, 1440]))
  func plainTargetsGiveTheirDeadlines(_ intent: Intent, _ minutes: Int64) {
    let run = ServiceRun(
      levels: ServiceLevels(targets: ServiceTargets()),
      events: [.theirs(at: Self.start, intent: intent, followers: nil)])
    #expect(run.deadline == at(minutes))
  }

  @Test func runsFromTheFirstMessageWithoutAnAnswer() throws {
    var clock = run([theirs(0), theirs(50)])
    #expect(clock.deadline == at(60))
    #expect(clock.wait?.since == at(0))
    #expect(clock.remaining(at: at(45)) == .minutes(15))
    clock.take(.ours(at: at(55)))
    #expect(clock.wait == nil && clock.deadline == nil && clock.reading(at: at(60)) == nil)
    clock.take(theirs(70))
    #expect(clock.wait?.turn == .next)
    #expect(clock.deadline == at(190))
  }

  @Test func aMachinesAnswerEndsNothing() {
    #expect(run([theirs(0), .automatic(at: at(1))]).deadline == at(60))
    #expect(run([theirs(0), .automatic(at: at(1))]).wait?.turn == .first)
  }

  @Test func aMoreUrgentMessageShortensTheWaitAndALaterOneNever() {
    #expect(run([theirs(0, .question), theirs(30, .complaint)]).deadline == at(60))
    #expect(run([theirs(0, .complaint), theirs(30, .praise)]).deadline == at(60))
    #expect(run([theirs(0), theirs(5, .other, followers: 20_000)]).deadline == at(20))
  }

  @Test func standsWhileWeWaitForThemAndSaysWhy() throws {
    var clock = run([theirs(0), .held(at: at(10), reason: .askedThem)])
    let reading = try #require(clock.reading(at: at(200)))
    #expect(reading.state == .held(.askedThem, since: at(10)))
    #expect(reading.used == .minutes(10))
    #expect(reading.deadline == nil)
    clock.take(.held(at: at(20), reason: .movedToPrivate))
    #expect(clock.reading(at: at(30))?.state == .held(.movedToPrivate, since: at(10)))
    clock.take(theirs(100))
    #expect(clock.deadline == at(150))
    #expect(clock.wait?.since == at(0))
  }

  @Test func goesOnWhenSomebodyLetsIt() {
    let clock = run([theirs(0), .held(at: at(10), reason: .snoozed), .released(at: at(40))])
    #expect(clock.deadline == at(90))
    #expect(clock.remaining(at: at(40)) == .minutes(50))
  }

  @Test func afterAnAnswerWeMayWaitForThemWithoutAClock() {
    var clock = run([theirs(0), .ours(at: at(5)), .held(at: at(5), reason: .askedThem)])
    #expect(clock.waitingForThem == .askedThem)
    #expect(clock.reading(at: at(500)) == nil)
    clock.take(theirs(30))
    #expect(clock.waitingForThem == nil)
    #expect(clock.wait?.turn == .next)
  }

  @Test(arguments: EndReason.allCases)
  func aVerdictEndsTheWait(_ reason: EndReason) {
    var clock = run([theirs(0), .ended(at: at(5), reason: reason)])
    #expect(clock.reading(at: at(100)) == nil)
    clock.take(theirs(10))
    #expect(clock.wait?.turn == .first)
  }

  @Test func standsOutsideWorkingHours() throws {
    // 16:30 on Friday: half an hour is worked, the other half on Monday.
    let clock = run([theirs(450)])
    let reading = try #require(clock.reading(at: at(500)))
    let monday = at(3 * 1440)
    #expect(reading.state == .closed(until: monday))
    #expect(reading.remaining == .minutes(30))
    #expect(reading.deadline == monday.adding(.minutes(30)))
  }

  @Test func runsDayAndNightFromIncidentUpAndOnlyFromThenOn() {
    // 16:30 on Friday, incident at 20:00: half an hour was worked, and the 15 minutes are over.
    let clock = run([theirs(450), .level(at: at(660), .incident)])
    #expect(clock.deadline == at(660))
    #expect(clock.remaining(at: at(670)) == .minutes(-25))
    // 16:50: ten minutes were worked, five are left.
    #expect(run([theirs(470), .level(at: at(660), .incident)]).deadline == at(665))
    // Back to calm: the hour counts again, and so do the hours of the office.
    let back = run([theirs(470), .level(at: at(660), .incident), .level(at: at(662), .calm)])
    #expect(back.remaining(at: at(1000)) == .minutes(48))
    #expect(back.deadline == at(3 * 1440 + 48))
  }

  @Test(
    arguments: [
      (0, ServiceReading.Step.early), (29, .early), (30, .half), (47, .half), (48, .warning),
      (59, .warning), (60, .breach), (90, .breach),
    ] as [(Int64, ServiceReading.Step)])
  func stepsAtHalfAtFourFifthsAndAtTheEnd(_ minutes: Int64, _ step: ServiceReading.Step) {
    #expect(run([theirs(0)]).reading(at: at(minutes))?.step == step)
  }

  @Test func theWarningComesAtFourFifths() {
    #expect(run([theirs(0)]).warningAt == at(48))
    #expect(run([theirs(450)]).warningAt == at(3 * 1440 + 18))
    #expect(run([theirs(0), .held(at: at(1), reason: .snoozed)]).warningAt == nil)
  }

  @Test func eventsComeInAnyOrder() {
    let events: [ServiceEvent] = [
      theirs(0), .held(at: at(10), reason: .askedThem), theirs(30), .level(at: at(35), .incident),
    ]
    #expect(run(events.reversed()).deadline == run(events).deadline)
  }

  /// What is left never grows while nothing happens, and is nothing at the deadline.
  @Test func timeOnlyRunsOut() {
    var random = SeededRandom(seed: 21)
    for _ in 0..<200 {
      var now: Int64 = 0
      var events = [theirs(0)]
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        now += Int64.random(in: 1...600, using: &random)
        let choices: [ServiceEvent] = [
          theirs(now), .held(at: at(now), reason: .askedThem), .released(at: at(now)),
          .automatic(at: at(now)),
          .level(at: at(now), Level.allCases.randomElement(using: &random) ?? .calm),
        ]
        events.append(choices.randomElement(using: &random) ?? theirs(now))
      }
      let clock = run(events)
      var last = clock.remaining(at: at(now)) ?? .seconds(0)
      for step in 1...20 {
        let left = clock.remaining(at: at(now + Int64(step) * 97)) ?? .seconds(0)
        #expect(left <= last)
        last = left
      }
      guard let deadline = clock.deadline, deadline > at(now) else { continue }
      #expect(clock.remaining(at: deadline) == .seconds(0))
      #expect(clock.reading(at: deadline)?.step == .breach)
      #expect(clock.reading(at: deadline.adding(.seconds(-1)))?.step != .breach)
    }
  }
}
