import DeskCore
import DeskServices
import DeskTesting
import Testing

/// The lint and the guard against repeating, where they cannot be left out: in the decision.
@Suite struct AnswerLintTests {
  private func ask(
    _ desk: TestDesk, _ id: MentionID, _ text: String, isDirect: Bool = false,
    despite: [LintReason] = []
  ) throws -> Refusal? {
    try desk.refusal(
      .reply(id, text: text, isDirect: isDirect, seenVersion: 1, despite: despite))
  }

  @Test func whatTheLintWarnsOfLeavesOnlyByADecision() throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    let text = "We guarantee it"
    let remark = LintRemark(reason: .guarantee, words: "guarantee", character: 4)
    #expect(try ask(desk, id, text) == .lint([remark], stops: false))
    #expect(try ask(desk, id, text, despite: [.blaming]) == .lint([remark], stops: false))
    #expect(try desk.desk.outbox(now: desk.now, limit: 9).isEmpty)
    #expect(try ask(desk, id, text, despite: [.guarantee]) == nil)
    #expect(try desk.desk.outbox(now: desk.now, limit: 9).count == 1)
  }

  @Test func whatIsNotFinishedCannotBeSentDespite() throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    let refusal = try ask(desk, id, "Thanks {name}", despite: LintReason.allCases)
    #expect(
      refusal
        == .lint([LintRemark(reason: .unfilled, words: "{name}", character: 8)], stops: true))
  }

  @Test(arguments: [
    ("see acme.example/help", [LintReason]()),
    ("see shop.acme.example/help", []),
    ("see help.acme.example/x and forms.example/contact", []),
    ("see elsewhere.example/help", [.unknownHost]),
    ("see below.example/a", [.unknownHost]),
    ("see www.below.example/a", []),
    ("see acrne.example/help", [.lookalikeHost]),
    ("write to help@acme.example or +380 44 123 45 67", []),
    ("write to me@home.example", [.email]),
  ])
  func linksAndContactsAreTheDesksOwn(_ text: String, _ reasons: [LintReason]) throws {
    var desk = TestDesk()
    desk.rules.lint = AnswerLint(
      allowedHosts: ["acme.example", "*.below.example"],
      contact: ContactCard(
        email: "help@acme.example", phone: "+380441234567",
        form: "https://forms.example/contact"))
    let id = try desk.bring(desk.incoming("1"))[0]
    var found: [LintReason] = []
    if case .lint(let remarks, _) = try ask(desk, id, text) { found = remarks.map(\.reason) }
    #expect(found == reasons)
  }

  @Test func withoutAListNoHostIsOffIt() throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    #expect(try ask(desk, id, "see elsewhere.example/help") == nil)
  }

  @Test func anApproversTextIsReadForWhatCannotBeSent() throws {
    let desk = TestDesk(approvals: ApprovalsByLevel(answers: ApprovalNeed([1])))
    let id = try desk.bring(desk.incoming("1"))[0]
    let item = try desk.reply(id)
    func approve(_ text: String) throws -> Refusal? {
      try desk.refusal(
        .approve(item.id, digest: item.decided.digest, text: text), as: Seat("kim"))
    }
    guard case .lint(_, stops: true) = try approve("Thanks {name}") else {
      Issue.record("an unfinished text was approved")
      return
    }
    #expect(try approve("We guarantee it") == nil)
  }
}

/// Identical public words to many people.
@Suite struct RepeatDecisionTests {
  private static let words = "We are on it and write to you as soon as we know more."

  /// So many mentions by as many people.
  private func crowd(_ desk: TestDesk, _ count: Int) throws -> [MentionID] {
    try (1...count).flatMap { number in
      var mention = desk.incoming("c\(number)")
      mention.author = Author(handle: "person\(number)@example.social")
      return try desk.bring(mention)
    }
  }

  @Test func theSixthPersonNeedsASecondPairOfEyes() throws {
    let desk = TestDesk()
    let ids = try crowd(desk, 7)
    for id in ids.prefix(5) { #expect(try desk.reply(id, Self.words).state == .queued) }
    let sixth = try desk.queued(
      .reply(ids[5], text: Self.words, isDirect: false, seenVersion: 1), as: desk.ben)
    #expect(sixth.state == .awaitingApproval)
    #expect(sixth.detail.contains("5 people"))
    #expect(sixth.decided.need.isAny)
    // Neither the writer nor time lets it out.
    #expect(
      try desk.refusal(.approve(sixth.id, digest: sixth.decided.digest, text: nil), as: desk.ben)
        == .role(needed: .lead, has: .responder))
    let yes = try desk.queued(.approve(sixth.id, digest: sixth.decided.digest, text: nil))
    #expect(yes.state == .queued)
    #expect(try desk.reply(ids[6], "Something else altogether, for you alone.").state == .queued)
  }

  @Test func trivialChangesAreTheSameWordsAndTwoSeatsShareTheCount() throws {
    let desk = TestDesk()
    let ids = try crowd(desk, 6)
    for (index, id) in ids.prefix(5).enumerated() {
      let text = index.isMultiple(of: 2) ? Self.words : Self.words.uppercased().lowercased() + " 🙏"
      _ = try desk.queued(
        .reply(id, text: text, isDirect: false, seenVersion: 1),
        as: index.isMultiple(of: 2) ? desk.ana : desk.ben)
    }
    let item = try desk.queued(
      .reply(ids[5], text: Self.words + " ✨", isDirect: false, seenVersion: 1), as: desk.ben)
    #expect(item.state == .awaitingApproval)
  }

  @Test func privateAnswersAndWhatDidNotGoAreNotCounted() throws {
    let desk = TestDesk()
    let ids = try crowd(desk, 9)
    for id in ids.prefix(4) { _ = try desk.reply(id, Self.words) }
    for id in ids[4..<7] {
      let direct = DeskCommand.reply(id, text: Self.words, isDirect: true, seenVersion: 1)
      #expect(try desk.queued(direct).state == .queued)
    }
    try desk.run(.recall(try desk.reply(ids[7], Self.words).id))
    #expect(try desk.reply(ids[8], Self.words).state == .queued)
  }

  @Test func yesterdayIsForgotten() throws {
    let desk = TestDesk()
    let ids = try crowd(desk, 6)
    for id in ids.prefix(5) { _ = try desk.reply(id, Self.words) }
    desk.clock.advance(by: .hours(25))
    #expect(try desk.reply(ids[5], Self.words).state == .queued)
  }

  @Test func aDeskOfOneIsToldWhatElseItCanDo() throws {
    var desk = TestDesk()
    desk.rules.team = Team(roles: [desk.ana: .lead])
    desk.rules.repeats = 2
    let ids = try crowd(desk, 3)
    for id in ids.prefix(2) { _ = try desk.reply(id, Self.words) }
    let refusal = try desk.refusal(
      .reply(ids[2], text: Self.words, isDirect: false, seenVersion: 1))
    #expect(refusal == .repeated(others: 2, limit: 2))
    #expect(
      try desk.refusal(.reply(ids[2], text: Self.words, isDirect: true, seenVersion: 1)) == nil)
  }
}
