import DeskCore
import Testing

@Suite struct UrgencyTests {
  func mood(
    negative: Double = 0, intent: Intent = .other, abuse: Double = 0
  ) -> MoodReading {
    MoodReading(
      sentiment: negative > 0.5 ? .negative : .neutral, negative: negative,
      neutral: 1 - negative, positive: 0, intent: intent, abuse: abuse, language: .english)
  }

  func urgency(
    negative: Double = 0, intent: Intent = .other, abuse: Double = 0, followers: Int? = nil,
    visibility: Visibility = .public
  ) -> Urgency {
    Urgency(
      mood: mood(negative: negative, intent: intent, abuse: abuse), followers: followers,
      visibility: visibility)
  }

  @Test func eachPartIsWhatTheTableSays() {
    #expect(urgency().parts.isEmpty)
    #expect(urgency(negative: 1).headStart == .hours(4))
    #expect(urgency(negative: 0.25).headStart == .hours(1))
    #expect(urgency(intent: .complaint).headStart == .hours(2))
    #expect(urgency(intent: .question).headStart == .hours(1))
    #expect(urgency(intent: .praise).headStart == .hours(-1))
    #expect(urgency(visibility: .direct).headStart == .hours(1))
    #expect(urgency(abuse: 1).headStart == .hours(-2))
  }

  @Test(
    arguments: [
      (nil, 0), (0, 0), (-5, 0), (999, 0), (1000, 30), (1999, 30), (2000, 60), (4000, 90),
      (2_048_000, 360), (Int.max, 360),
    ] as [(Int?, Int64)])
  func reachCountsDoublings(_ followers: Int?, _ minutes: Int64) {
    #expect(urgency(followers: followers).headStart == .minutes(minutes))
  }

  @Test func theLinesAddUpToTheUrgencyShown() {
    let urgency = urgency(
      negative: 0.77, intent: .complaint, abuse: 0.31, followers: 5000, visibility: .direct)
    let seen = Timestamp(seconds: 1000)
    let now = seen.adding(.minutes(7))
    let lines = urgency.explained(seenAt: seen, now: now)
    #expect(lines.map(\.kind) == [.sentiment, .intent, .reach, .direct, .abuse, .waiting])
    let sum = lines.reduce(Int64(0)) { $0 + $1.span.milliseconds }
    #expect(sum == now.milliseconds - urgency.rank(seenAt: seen))
    #expect(lines.allSatisfy { $0.span.milliseconds % 60_000 == 0 })
  }

  @Test func whileTwoWaitTheirOrderStays() {
    let early = urgency(intent: .praise).rank(seenAt: Timestamp(seconds: 0))
    let late = urgency(negative: 1).rank(seenAt: Timestamp(seconds: 600))
    #expect(late < early)
  }

  @Test func dueTimesRunFromWhenItWasSeen() {
    let levels = ServiceLevels(
      targets: ServiceTargets(complaintMinutes: 5, questionMinutes: 6, otherMinutes: 7))
    let seen = Timestamp(seconds: 0)
    let minutes = Intent.allCases.map {
      levels.due(intent: $0, seenAt: seen, level: .calm).since(seen).minutes
    }
    #expect(minutes == [5, 6, 7, 7])
  }
}
