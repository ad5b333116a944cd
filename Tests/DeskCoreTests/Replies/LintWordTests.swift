import DeskCore
import Testing

@Suite struct LintWordTests {
  static let wordRules: Set<LintRule> = [.blame, .promise, .acknowledgement]

  func context(_ language: Language?) -> LintContext {
    LintContext(language: language, intent: .complaint)
  }

  @Test(arguments: LintTexts.all)
  func everyTableIsLongEnough(_ texts: LintTexts) {
    #expect(texts.hitLines.count >= 30)
    #expect(texts.hitLines.count == texts.hits.split(separator: "\n").count)
    #expect(texts.quietLines.count >= 30)
    #expect(Set(texts.hitLines.map(\.reason)).count == 6)
  }

  @Test(arguments: LintTexts.all)
  func noticesWhatWillBeRegretted(_ texts: LintTexts) {
    for (reason, answer) in texts.hitLines {
      let found = ReplyLint.findings(in: answer, context: context(texts.language))
      #expect(found.contains { $0.reason == reason }, "\(reason): \(answer)")
    }
  }

  @Test(arguments: LintTexts.all)
  func leavesGoodAnswersAlone(_ texts: LintTexts) {
    for answer in texts.quietLines {
      let found = ReplyLint.findings(in: answer, context: context(texts.language))
        .filter { Self.wordRules.contains($0.rule) }
      #expect(
        found.isEmpty,
        "\(answer): \(found.map { ($0.reason, $0.place(in: answer).map { answer[$0] }) })")
    }
  }

  /// Somebody answers in a language that nobody named: all lists apply, and still few cry wolf.
  @Test func withoutALanguageAllListsApply() {
    var wrong: [String] = []
    var count = 0
    for texts in LintTexts.all {
      for (reason, answer) in texts.hitLines where reason != .noAcknowledgement {
        let found = ReplyLint.findings(in: answer, context: context(nil))
        #expect(found.contains { $0.reason == reason }, "\(reason): \(answer)")
      }
      for answer in texts.quietLines {
        count += 1
        let found = ReplyLint.findings(in: answer, context: context(nil))
        if found.contains(where: { Self.wordRules.contains($0.rule) }) { wrong.append(answer) }
      }
    }
    #expect(wrong.count * 50 <= count, "\(wrong)")
  }

  @Test func otherLanguagesAreNotJudgedByTheirWords() {
    let german = Language(rawValue: "de")
    #expect(!ReplyLint.reads(german))
    #expect(ReplyLint.reads(.uzbek))
    let found = ReplyLint.findings(in: "Wir garantieren das nicht.", context: context(german))
    #expect(found.isEmpty)
  }

  @Test func regretIsAskedForOnlyInTheFirstAnswerToAComplaint() {
    var context = context(.english)
    #expect(reasons("The app is back.", context) == [.noAcknowledgement])
    context.isFollowUp = true
    #expect(reasons("The app is back.", context).isEmpty)
    context = LintContext(language: .english, intent: .question)
    #expect(reasons("The app is back.", context).isEmpty)
  }

  @Test func theRangeIsThePlaceInTheText() throws {
    let text = "Désolé 🙏🏽 — we guarantee it. یہ"
    let finding = try #require(
      ReplyLint.findings(in: text, context: LintContext(language: .english)).first)
    #expect(finding.reason == .guarantee)
    let place = try #require(finding.place(in: text))
    #expect(text[place] == "guarantee")
    #expect(finding.place(in: "short") == nil)
  }

  @Test func promisesCanBeAskedForAlone() {
    let text = "It is your fault. We'll refund you by Friday."
    #expect(ReplyLint.promises(in: text).map(\.reason) == [.promisedMoney, .promisedTime])
    #expect(ReplyLint.promises(in: "Sorry about that.").isEmpty)
  }

  @Test func aPhraseWithAnyWordsInItStaysInItsClause() {
    let context = LintContext(language: .english)
    #expect(reasons("We will write to you tomorrow.", context) == [.promisedTime])
    #expect(reasons("We will. See you tomorrow!", context).isEmpty)
  }

  @Test func wordsInsideLinksAndHandlesAreNotRead() {
    let text = "Sorry! @never_again see https://brand.example/we-guarantee/calm-down"
    let context = LintContext(
      language: .english, intent: .complaint, allowedHosts: ["brand.example"])
    #expect(reasons(text, context).isEmpty)
  }

  private func reasons(_ text: String, _ context: LintContext) -> [LintReason] {
    ReplyLint.findings(in: text, context: context).map(\.reason)
  }
}
