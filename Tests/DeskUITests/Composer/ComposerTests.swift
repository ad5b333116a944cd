import DeskCore
import TerminalUI
import Testing

@testable import DeskUI

@Suite struct ComposerTests {
  private let account = Account(id: AccountID("main"), platform: .mastodon, handle: "brand")

  private func composer(_ mention: Mention = mention(), limit: Int = 500, draft: Draft? = nil)
    -> ComposerState
  {
    ComposerState(
      target: mention, account: account, seat: Seat("bob"),
      ruler: TextRuler(limit: limit, linkLength: 23, foldsRemoteHandles: true), draft: draft)
  }

  @discardableResult
  private func type(_ text: String, into state: inout ComposerState, now: Timestamp = noon)
    -> [ComposerOutcome]
  {
    text.flatMap { state.handle($0 == "\n" ? .enter : .character($0), width: 40, now: now) }
  }

  @Test func claimsOnceAtTheThirdCharacter() {
    var state = composer()
    #expect(type("So", into: &state) == [.changed, .changed])
    #expect(type("r", into: &state) == [.changed, .claim])
    #expect(!type("ry, all of you", into: &state).contains(.claim))
    var pasted = composer()
    #expect(pasted.paste("x", now: noon) == [.changed, .claim])
  }

  @Test func renewsTheClaimWhileTyping() {
    var state = composer()
    type("Sorry", into: &state)
    #expect(type("!", into: &state, now: noon.adding(.seconds(29))) == [.changed])
    #expect(type("!", into: &state, now: noon.adding(.seconds(30))) == [.changed, .renew])
  }

  /// A lease runs from the last key, so that nobody loses it in the middle of a thought.
  @Test func renewsTheClaimOnceMoreWhenTypingRests() {
    var state = composer()
    type("Sorry", into: &state)
    type("!", into: &state, now: noon.adding(.seconds(20)))
    #expect(state.tick(now: noon.adding(.seconds(21))).last == .renew)
    #expect(state.tick(now: noon.adding(.seconds(22))).isEmpty)
  }

  @Test func warnsASilentWriterThenLetsTheClaimGoAndTakesItAgain() {
    var state = composer()
    type("Sorry", into: &state)
    func status(_ now: Timestamp) -> String {
      _ = state.tick(now: now)
      return draw(90, 9) {
        ComposerView.render(state, now: now, into: &$0, in: $1, theme: .fallback)
      }
    }
    #expect(!status(noon.adding(.seconds(59))).contains("claim"))
    #expect(status(noon.adding(.seconds(60))).contains("your claim ends in 60 s"))
    #expect(status(noon.adding(.seconds(119))).contains("your claim ends in 1 s"))
    #expect(status(noon.adding(.seconds(120))).contains("your claim has ended, the draft is kept"))
    #expect(state.text == "Sorry")
    #expect(type("!", into: &state, now: noon.adding(.seconds(130))) == [.changed, .claim])
  }

  @Test func keepsTheDraftOnceTypingRests() {
    var state = composer()
    type("Sorry", into: &state)
    #expect(state.tick(now: noon.adding(Span(milliseconds: 799))).isEmpty)
    let saved = state.tick(now: noon.adding(Span(milliseconds: 800)))
    guard case .save(let draft) = saved.first else {
      Issue.record("no draft was kept")
      return
    }
    #expect(draft.text == "Sorry" && draft.mention == state.target.id && !state.isDirty)
    #expect(state.tick(now: noon.adding(.seconds(9))).isEmpty)
  }

  @Test func leavingKeepsTheDraftAndSendsNothing() {
    var state = composer()
    type("Sorry", into: &state)
    let outcomes = state.handle(.escape, width: 40, now: noon)
    #expect(outcomes.count == 2 && outcomes.last == .leave)
    #expect(!state.isDirty)
  }

  @Test func sendsExactlyWhatIsThere() {
    var state = composer()
    type("Sorry\nAna", into: &state)
    let outcomes = state.handle(.function(5), width: 40, now: noon)
    #expect(
      outcomes.last
        == .send(
          .reply(state.target.id, text: "Sorry\nAna", isDirect: false, seenVersion: 1)))
    #expect(state.handle(.function(5), width: 40, now: noon) == [.refused(.alreadyAsked)])
  }

  @Test func whatTheLintWarnsOfMustBeAskedForTwiceAndIsNamed() {
    var state = composer(mention(text: "Why was I charged twice?"))
    type("I guarantee you the refund by Friday.", into: &state)
    guard case .refused(.lint(let remarks, stops: false))? = state.send(now: noon).last else {
      Issue.record("nothing was said")
      return
    }
    #expect(remarks.contains { $0.reason == .guarantee })
    #expect(Words.lint(remarks, stops: false).contains("a guarantee “guarantee"))
    let reasons = remarks.map(\.reason)
    #expect(
      state.send(now: noon).last
        == .send(
          .reply(
            state.target.id, text: state.text, isDirect: false, seenVersion: 1, despite: reasons)))
  }

  @Test func anAnswerInAnotherOfTheSixLanguagesIsReadToo() {
    var state = composer(mention(text: "الغلاية الجديدة تسرب الماء منذ اليوم الأول"))
    type("We are sorry, this should not happen.", into: &state)
    #expect(state.findings().isEmpty)
  }

  @Test func anEditAsksAnew() {
    var state = composer(mention(text: "Why was I charged twice?"))
    type("I guarantee it", into: &state)
    _ = state.send(now: noon)
    type("!", into: &state)
    guard case .refused(.lint)? = state.send(now: noon).last else {
      Issue.record("the changed text was sent without a word")
      return
    }
  }

  @Test func aVariableThatNobodyFilledNeverLeaves() {
    var state = composer(mention(text: "Why was I charged twice?"))
    type("Sorry {name}, we look into it", into: &state)
    for _ in 0..<3 {
      #expect(
        state.send(now: noon)
          == [
            .refused(
              .lint([LintRemark(reason: .unfilled, words: "{name}", character: 7)], stops: true))
          ])
    }
  }

  @Test func refusesWithTheReason() {
    var state = composer(limit: 9)
    #expect(state.send(now: noon) == [.refused(.empty)])
    type("12345", into: &state)
    #expect(state.send(now: noon) == [.refused(.tooLong(count: 10, limit: 9))])
    let other = Claim(
      conversation: ConversationID(rawValue: 7), seat: Seat("eve"), since: noon,
      until: noon.adding(Claim.lease))
    state.refresh(mention(claim: other))
    #expect(state.send(now: noon) == [.refused(.claimed(other))])
    state.refresh(mention(state: .withdrawn))
    #expect(state.send(now: noon) == [.refused(.state(.withdrawn))])
  }

  @Test func aChangedMentionMustBeAskedForTwice() {
    var state = composer()
    type("Sorry", into: &state)
    state.refresh(mention(text: "I meant another shop", version: 2))
    #expect(state.isStale)
    #expect(state.send(now: noon) == [.refused(.changed)])
    #expect(
      state.send(now: noon).last
        == .send(.reply(state.target.id, text: "Sorry", isDirect: false, seenVersion: 2)))
  }

  @Test func aDraftBelongsToItsOwnMention() {
    let draft = Draft(
      mention: MentionID(rawValue: 99), seat: Seat("bob"), text: "for somebody else",
      isDirect: true, seenVersion: 4, savedAt: noon)
    #expect(composer(draft: draft).text.isEmpty)
    var state = composer()
    state.refresh(mention(99))
    #expect(state.target.id == MentionID(rawValue: 7))
  }

  @Test func privateStaysPrivate() {
    var state = composer(mention(visibility: .direct))
    #expect(state.isDirect)
    #expect(
      state.handle(.function(6), width: 40, now: noon)
        == [.refused(.unable(Words.composerOnlyDirect))])
    #expect(state.isDirect)
  }

  @Test func showsWhomItGoesToAndTheCount() {
    var state = composer()
    type("Sorry, Ana.\nWe are on it", into: &state)
    let text = draw(60, 9) {
      ComposerView.render(state, now: noon, into: &$0, in: $1, theme: .fallback)
    }
    #expect(
      text == """
        public reply to @ana@example.social as @brand on mastodon
        > My order is broken and nobody answers.
        > https://shop.example/x
        │ Sorry, Ana.
        │ We are on it
        │
        │
        F5 sends  F6 public/private  F3 saved  <Esc> keeps the draft
        29/500 with @ana@example.so…  draft not kept yet
        """)
  }

  @Test func countsAsThePlatformDoes() {
    var state = composer()
    type("@ana@example.social https://example.com/a/very/long/path", into: &state)
    #expect(state.count == 4 + 1 + 23)
    #expect(state.lead.isEmpty)
    // Without the handle it is put in front before the text is frozen, so it counts all the same.
    for _ in 0..<60 { _ = state.handle(.backspace, width: 40, now: noon) }
    type("hi", into: &state)
    #expect(state.lead == "@ana@example.social " && state.count == 4 + 1 + 2)
  }

  @Test func aNameAloneIsNoAnswerAndOtherReadersAreSaid() {
    var state = composer()
    type("@ana@example.social ", into: &state)
    #expect(state.refusal(now: noon) == .empty)
    _ = state.handle(.function(6), width: 40, now: noon)
    type("ask @bea@example.social", into: &state)
    #expect(state.otherReaders == ["bea@example.social"])
    let text = draw(90, 9) {
      ComposerView.render(state, now: noon, into: &$0, in: $1, theme: .fallback)
    }
    #expect(text.contains("also read by @bea@example.soc"))
  }

  @Test func nothingTypedOrPastedBreaksIt() {
    var random = SeededRandom(seed: 31)
    let keys: [KeyEvent] = [
      .character("a"), .character(" "), .character("漢"), .character("\u{301}"), .enter, .backspace,
      .delete, .up, .down, .left, .right, .home, .end, .control("k"), .control("u"), .control("w"),
      .alt("b"), .function(6), .function(9), .tab, .pageUp,
    ]
    var state = composer()
    for step in 0..<4000 {
      let now = noon.adding(Span(milliseconds: Int64(step) * 100))
      if random.below(12) == 0 {
        let text = hostileTexts.filter { $0.utf8.count < 2000 }
        _ = state.paste(random.pick(text), now: now)
      } else {
        let outcomes = state.handle(random.pick(keys), width: 5 + random.below(40), now: now)
        let sends = outcomes.contains { if case .send = $0 { true } else { false } }
        #expect(!sends)
      }
      guard step % 40 == 0 else { continue }
      let shown = draw(1 + random.below(60), 1 + random.below(12)) {
        ComposerView.render(state, now: now, into: &$0, in: $1, theme: .fallback)
      }
      #expect(isHarmless(shown))
      if state.text.utf8.count > 3000 { state = composer() }
    }
  }
}
