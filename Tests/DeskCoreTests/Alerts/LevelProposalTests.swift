import Testing

@testable import DeskCore

@Suite struct LevelProposalTests {
  private let now = CountSimulator.start.adding(.days(1))

  private func alert(_ severity: Severity, hoursAgo: Int64 = 0) -> Alert {
    let alarm = SpikeAlarm(
      kind: .volume, cause: .began, severity: severity, at: now.adding(.hours(-hoursAgo)),
      windowSeconds: 900, sum: 50, usual: 5, negative: 5, judged: 50, usualShare: 0.2, texts: 50)
    return Alert(
      id: AlertID(rawValue: 1), series: SeriesKey(brand: "acme"), kind: .volume, cause: .began,
      severity: severity, figures: AlertFigures(alarm, offsetSeconds: 0, baseline: Baseline()))
  }

  private func size(negative: Int = 0, platforms: Int = 1, followers: Int = 10) -> SizeEstimate {
    SizeEstimate(
      (0..<60).map { index in
        VoiceFacts(
          author: "a\(index)", followers: index == 0 ? followers : 5, isNegative: index < negative,
          platform: Platform(rawValue: "p\(index % platforms)"), language: .english,
          at: now.adding(.minutes(-Int64(index))))
      })
  }

  @Test func proposesByWorstAlertAndWhatMakesItWorse() {
    let cases: [(Severity, SizeEstimate, Level?)] = [
      (.low, size(), .watch),
      (.low, size(negative: 60, platforms: 3), .watch),
      (.medium, size(), .watch),
      (.medium, size(negative: 50), .incident),
      (.high, size(), .incident),
      (.high, size(negative: 50, platforms: 2), .crisis),
      (.severe, size(), .incident),
      (.severe, size(followers: 90_000), .crisis),
    ]
    for (severity, size, expected) in cases {
      let proposal = LevelProposal.propose(
        current: .calm, since: now, alerts: [alert(severity)], size: size, now: now)
      #expect(proposal?.level == expected, "\(severity)")
      #expect(proposal?.reasons.first == .alert(.volume, severity))
    }
  }

  @Test func neverProposesWhatHoldsNorLessWhileItBurns() {
    let small = LevelProposal.propose(
      current: .incident, since: now, alerts: [alert(.low)], size: size(), now: now)
    #expect(small == nil)
    let same = LevelProposal.propose(
      current: .watch, since: now, alerts: [alert(.low)], size: size(), now: now)
    #expect(same == nil)
  }

  @Test func goesDownOneLevelAfterTwelveQuietHours() {
    func propose(_ level: Level, alertHoursAgo: Int64, sinceHoursAgo: Int64) -> LevelProposal? {
      LevelProposal.propose(
        current: level, since: now.adding(.hours(-sinceHoursAgo)),
        alerts: [alert(.severe, hoursAgo: alertHoursAgo)], size: size(), now: now)
    }
    #expect(propose(.crisis, alertHoursAgo: 13, sinceHoursAgo: 20)?.level == .incident)
    #expect(propose(.crisis, alertHoursAgo: 13, sinceHoursAgo: 2) == nil)
    #expect(propose(.crisis, alertHoursAgo: 11, sinceHoursAgo: 20) == nil)
    #expect(propose(.calm, alertHoursAgo: 13, sinceHoursAgo: 20) == nil)
  }

  @Test func estimatesSize() throws {
    let size = SizeEstimate(
      (0..<20).map { index in
        VoiceFacts(
          author: "a\(index % 10)", followers: index % 10 == 0 ? 60_000 : 100,
          isNegative: index < 10 ? true : index < 15 ? false : nil,
          platform: index < 5 ? .mastodon : .demo,
          language: index == 19 ? .undetermined : index % 2 == 0 ? .english : .russian,
          at: now)
      })
    #expect(size.authors == 10 && size.voices == 20 && size.largeAuthors == 1)
    #expect(size.reach == 60_900)
    #expect(size.platforms == [.demo, .mastodon])
    #expect(size.languages == [.english, .russian])
    let interval = try #require(size.negativeInterval)
    #expect(abs(interval.lowerBound - 0.417) < 0.002 && abs(interval.upperBound - 0.848) < 0.002)
  }

  @Test func doublingTimeFollowsGrowth() throws {
    // Twice as many every 20 minutes for an hour, ending now.
    let times = (0..<400).map { index -> Timestamp in
      let share = (Double(index) + 0.5) / 400
      let minutes = logarithm(1 + share * 7) / logarithm(2) * 20
      return now.adding(Span(milliseconds: Int64((minutes - 60) * 60_000)))
    }
    let doubling = try #require(Growth.doublingMinutes(times))
    #expect((17...23).contains(doubling))
    let steady = (0..<400).map { now.adding(Span(milliseconds: -Int64($0) * 9000)) }
    #expect(Growth.doublingMinutes(steady) == nil)
    #expect(Growth.doublingMinutes([now]) == nil)
    #expect(Growth.doublingMinutes([]) == nil)
  }
}
