import DeskCore
import Testing

@Suite struct AuthorProfileTests {
  static let now = Timestamp(seconds: 1_800_000_000)

  func card(
    handle: String = "ana", created: Span? = nil, isAutomated: Bool = false,
    habits: AuthorHabits = AuthorHabits(), names: [String] = [], verdicts: [AuthorVerdict] = []
  ) -> AuthorProfile {
    AuthorProfile(
      author: Author(
        handle: handle, accountCreatedAt: created.map { Self.now.adding($0) },
        isAutomated: isAutomated),
      contacts: AuthorProfile.Contacts(counts: [.open: 2, .answered: 3, .troll: 1, .snoozed: 0]),
      clusterNames: names, habits: habits, verdicts: verdicts, at: Self.now)
  }

  func verdict(_ kind: AuthorKind, _ seconds: Int64) -> AuthorVerdict {
    AuthorVerdict(kind: kind, seat: Seat("lee"), at: Timestamp(seconds: seconds))
  }

  @Test func anOrdinaryPersonHasNoHints() {
    let habits = AuthorHabits(mostInAnHour: 9, texts: 4, differentTexts: 1)
    let card = card(
      handle: "ana1990", created: .days(-30), habits: habits, names: ["ana1990", "bo", "x"])
    #expect(card.hints.isEmpty)
    #expect(card.accountAge == .days(30))
    #expect(self.card().accountAge == nil)
    #expect(self.card(created: .days(2)).accountAge == .seconds(0))
  }

  @Test func signsAreNamedWithTheirNumbers() {
    let card = card(
      handle: "user83620174@x.example", created: .days(-3), isAutomated: true,
      habits: AuthorHabits(mostInAnHour: 40, texts: 9, differentTexts: 2),
      names: ["c", "b", "a", "b", "user83620174@x.example"])
    #expect(
      card.hints == [
        .platformSays, .youngAccount(days: 3), .manyMentions(inAnHour: 40),
        .repeatsItself(texts: 9, different: 2), .sharesText(names: 3), .numberedHandle,
      ])
    #expect(card.otherNames == ["a", "b", "c"])
  }

  @Test func theNewestVerdictCountsAndAllAreKept() {
    let card = card(verdicts: [verdict(.troll, 10), verdict(.press, 30), verdict(.bot, 20)])
    #expect(card.verdicts.map(\.kind) == [.press, .bot, .troll])
    #expect(card.verdict?.kind == .press)
    #expect(self.card(verdicts: [verdict(.bot, 5), verdict(.staff, 5)]).verdict?.kind == .staff)
    #expect(self.card().verdict == nil)
  }

  @Test(arguments: AuthorKind.allCases)
  func onlyATrollStopsTheClock(_ kind: AuthorKind) {
    let card = card(verdicts: [verdict(kind, 60)])
    var run = ServiceRun(
      levels: ServiceLevels(),
      events: [.theirs(at: Timestamp(seconds: 0), intent: .complaint, followers: nil)])
    if let event = card.clockEvent { run.take(event) }
    #expect((run.deadline == nil) == (kind == .troll))
  }

  @Test func aTrollStaysInEveryCount() {
    let card = card(verdicts: [verdict(.troll, 10)])
    #expect(card.contacts.total == 6)
    #expect(card.contacts.unanswered == 2)
    #expect(card.contacts.counts[.snoozed] == nil)
  }
}
