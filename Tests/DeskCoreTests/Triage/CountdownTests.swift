import DeskCore
import Testing

@Suite struct CountdownTests {
  @Test(
    arguments: [
      (12 * 60, "   12m"), (299, "  <5m!"), (300, "    5m"), (1, "  <5m!"), (0, "  +00m"),
      (-59, "  +00m"), (-60, "  +01m"), (-7 * 60, "  +07m"), (-59 * 60, "  +59m"),
      (-65 * 60, "+1h05m"), (59 * 60, "   59m"), (60 * 60, " 1h00m"), (100 * 60, " 1h40m"),
      (599 * 60, " 9h59m"), (600 * 60, "   10h"), (47 * 3600, "   47h"), (48 * 3600, "    2d"),
      (-48 * 3600, "   +2d"), (-10 * 3600, "  +10h"), (2000 * 86_400, "  999d"),
    ] as [(Int64, String)])
  func countsDownAndThenUp(_ seconds: Int64, _ text: String) {
    #expect(Countdown.text(.seconds(seconds)) == text)
  }

  @Test func saysWithoutWordsWhyItStands() {
    let start = Timestamp(seconds: 1_795_165_200)
    func text(_ event: ServiceEvent?, after minutes: Int64, target: Int64 = 60) -> String {
      var run = ServiceRun(
        levels: ServiceLevels(
          rules: [], otherwise: ServiceRule(first: .minutes(target), next: .minutes(target)),
          calendar: WorkCalendar(hours: WorkCalendarTests.hours(["09:00-10:00"]))),
        events: [.theirs(at: start, intent: .other, followers: nil)])
      if let event { run.take(event) }
      return Countdown.text(run.reading(at: start.adding(.minutes(minutes))))
    }
    let held = ServiceEvent.held(at: start.adding(.minutes(12)), reason: .askedThem)
    #expect(text(nil, after: 20) == "   40m")
    #expect(text(held, after: 20) == "  =48m")
    #expect(text(held, after: 20, target: 10) == " =+02m")
    #expect(text(held, after: 20, target: 112) == "=1h40m")
    #expect(text(nil, after: 90, target: 90) == "  ~30m")
    #expect(text(.ours(at: start), after: 5) == "     -")
    #expect(Countdown.text(nil) == "     -")
  }

  @Test func isAlwaysAsWide() {
    var random = SeededRandom(seed: 9)
    for _ in 0..<5000 {
      let span = Span(
        milliseconds: Int64.random(in: Int64.min...Int64.max, using: &random)
          >> Int64.random(in: 0...60, using: &random))
      #expect(Countdown.text(span).utf8.count == Countdown.width)
    }
  }
}
