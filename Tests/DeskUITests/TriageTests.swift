import DeskCore
import TerminalUI
import Testing

@testable import DeskUI

struct TriageTests {
  @Test(arguments: [
    ("d", Verdict.noAction), ("t", .troll), ("x", .duplicate), ("a", .answered), ("e", .handedOn),
  ])
  func aVerdictCrossesOutAndMovesOn(key: String, verdict: Verdict) throws {
    var rig = Rig()
    rig.press("3")
    let acted = try #require(rig.state.queue.selected)
    let next = rig.state.queue.mentions[1].id
    rig.press(key)
    #expect(rig.commands == [.judge([acted.id], verdict, note: "")])
    #expect(rig.state.queue.window.selection == next)
    #expect(rig.state.struck[acted.id] == verdict)
    #expect(rig.text.contains("[\(Words.state(verdict.state))]"))
  }

  @Test(arguments: [
    ("-", Sentiment.negative), ("=", .neutral), ("+", .positive),
  ])
  func oneKeySaysThatAMoodWasReadWrong(key: String, sentiment: Sentiment) throws {
    var rig = Rig()
    rig.press("3")
    let id = try #require(rig.state.queue.selected).id
    rig.press(key)
    #expect(rig.commands == [.correct([id], MoodCorrection(sentiment: sentiment))])
    rig.succeed(.done(undo: [.uncorrect(id, to: nil)]))
    rig.press("z")
    #expect(rig.commands.last == .uncorrect(id, to: nil))
  }

  @Test func theCommandLineNamesAnIntent() throws {
    var rig = Rig()
    rig.press("3 :")
    rig.type("intent question")
    let id = try #require(rig.state.queue.selected).id
    rig.press("<Enter>")
    #expect(rig.commands == [.correct([id], MoodCorrection(intent: .question))])
    rig.press(":")
    rig.type("intent rage")
    rig.press("<Enter>")
    #expect(rig.commands.count == 1)
    #expect(rig.text.contains("there is no intent rage"))
  }

  @Test func aRangeIsDrawnByMovingAndJudgedAtOnce() throws {
    var rig = Rig()
    rig.press("3 j V j j")
    let ids = rig.state.queue.mentions[1...3].map(\.id)
    #expect(rig.text.contains("3 marked"))
    rig.press("x")
    #expect(rig.commands == [.judge(ids, .duplicate, note: "")])
    #expect(rig.state.rangeFrom == nil && rig.state.marked.isEmpty)
  }

  @Test func aRangeGrowsUpwardsKeepsItsRowsAndIsForgotten() throws {
    var rig = Rig()
    rig.press("3 j j V k V")
    let ids = rig.state.queue.mentions[1...2].map(\.id)
    #expect(rig.state.marks == ids)
    rig.press("j j j V j")
    #expect(rig.state.marked.count == 4)
    rig.press("<Esc>")
    #expect(rig.state.marked.isEmpty && rig.commands.isEmpty)
  }

  @Test func manyAtOnceAreShownBeforeTheirNumberIsTyped() throws {
    var rig = Rig()
    rig.press("3 V " + Array(repeating: "j", count: 11).joined(separator: " ") + " d")
    #expect(rig.commands.isEmpty)
    #expect(rig.text.contains("… and 4 more"))
    let last = try #require(rig.state.queue.mentions.dropFirst(7).first)
    #expect(rig.text.contains("* " + Words.handle(last.incoming.author.handle)))
    rig.type("11")
    rig.press("<Enter>")
    #expect(rig.commands.isEmpty)
    rig.press("<Backspace> 2 <Enter>")
    #expect(rig.commands.first?.mentions.count == 12)
  }

  @Test func aStruckRowStaysUntilTheListIsReadAnew() throws {
    var rig = Rig()
    rig.press("3 j")
    let acted = try #require(rig.state.queue.selected)
    rig.press("d")
    rig.stored.removeAll { $0.id == acted.id }
    rig.succeed(.done(undo: [.reopen([acted.id])]))
    #expect(rig.state.queue.mentions[1].id == acted.id)
    rig.press("g")
    #expect(!rig.state.queue.mentions.contains { $0.id == acted.id })
  }

  @Test func undoTakesBackInReverseAndNamesIt() throws {
    var rig = Rig()
    rig.press("3")
    let ids = rig.state.queue.mentions.prefix(2).map(\.id)
    rig.press("d")
    rig.succeed(.done(undo: [.reopen([ids[0]])]))
    rig.press("t")
    rig.succeed(.done(undo: [.reopen([ids[1]])]))
    rig.press("z")
    #expect(rig.commands.last == .reopen([ids[1]]))
    #expect(rig.state.queue.window.selection == ids[1])
    rig.succeed(.done(undo: []))
    #expect(rig.state.line.text == "undone: troll: 1 mention")
    rig.press("z")
    #expect(rig.commands.last == .reopen([ids[0]]))
    rig.press("z")
    #expect(rig.state.line.text == Words.nothingToUndo)
    #expect(rig.commands.count == 4)
  }

  @Test func aRefusedVerdictComesBackAndSaysWhy() throws {
    var rig = Rig()
    rig.press("3")
    let id = try #require(rig.state.queue.selected?.id)
    rig.press("d")
    rig.fail(.changed(id))
    #expect(rig.state.struck.isEmpty)
    #expect(rig.state.line.text == Words.refusal(.changed(id)))
  }

  @Test func marksAreJudgedTogether() {
    var rig = Rig()
    rig.press("3 m m m")
    let ids = rig.state.queue.mentions.prefix(3).map(\.id)
    #expect(rig.state.marks == ids)
    #expect(rig.text.contains("3 marked"))
    rig.press("t")
    #expect(rig.commands == [.judge(ids, .troll, note: "")])
    #expect(rig.state.marks.isEmpty)
  }

  @Test func manyMarksNeedTheirNumberTyped() {
    var rig = Rig()
    rig.press("3")
    for _ in 0..<11 { rig.press("m") }
    rig.press("t <Enter>")
    #expect(rig.commands.isEmpty)
    rig.type("11")
    rig.press("<Enter>")
    #expect(rig.commands.count == 1)
  }

  @Test func aClaimByAnotherTurnsReplyingOffAndSaysWho() {
    var rig = Rig()
    let claim = Claim(
      conversation: ConversationID(rawValue: 100), seat: Seat("bo"),
      since: Fixtures.now.adding(.seconds(-100)), until: Fixtures.now.adding(.seconds(60)))
    rig.stored[0].claim = claim
    rig.send(.dataChanged)
    rig.wait(.seconds(2))
    rig.press("r")
    #expect(rig.state.layers.isEmpty)
    #expect(rig.state.line.text == "bo has it since 00:01; :steal takes it")
    rig.now = claim.until
    rig.press("r")
    #expect(rig.state.layers.count == 1)
  }

  @Test func anObserverIsToldWhichRoleIsNeeded() {
    var rig = Rig(role: .observer)
    rig.press("3 d")
    #expect(rig.commands.isEmpty)
    #expect(rig.state.line.text == "needs the role triage; yours is observer")
    rig.press("!")
    #expect(rig.commands == [.pause(.posts, reason: "")])
  }

  @Test func inTheDetailViewTheNextMentionOpens() throws {
    var rig = Rig()
    rig.press("3 <Enter>")
    let next = rig.state.queue.mentions[1].id
    rig.press("d")
    guard case .detail(let detail)? = rig.state.layers.last else {
      Issue.record("no detail view")
      return
    }
    #expect(detail.mention == next)
    rig.press("<Esc> <Esc> <Esc>")
    #expect(!rig.effects.contains(.quit))
  }

  @Test func theComposerClaimsKeepsAndSends() throws {
    var rig = Rig()
    rig.press("3 r")
    let id = try #require(rig.state.queue.selected?.id)
    rig.type("Hi!q")
    #expect(rig.commands == [.claim(id)])
    rig.wait(.seconds(1))
    guard case .saveDraft(let draft)? = rig.commands.last else {
      Issue.record("no draft was kept")
      return
    }
    #expect(draft.text == "Hi!q")
    rig.press("F5")
    #expect(rig.text.contains("no word of regret, thanks or understanding"))
    #expect(rig.commands.last == .saveDraft(draft))
    rig.press("F5")
    #expect(
      rig.commands.last
        == .reply(
          id, text: "Hi!q", isDirect: false, seenVersion: 1, despite: [.noAcknowledgement]))
    rig.succeed(.queued(Fixtures.answer(5, to: id.rawValue)))
    #expect(rig.state.layers.isEmpty)
    #expect(rig.state.line.text.contains("u takes it back"))
  }

  @Test func whatIsTakenBackIsWrittenOn() {
    var rig = Rig(board: PostsBoard(outbox: [Fixtures.answer(5, to: 100)]))
    rig.press("u")
    #expect(rig.commands == [.recall(OutgoingID(rawValue: 5))])
    rig.board = PostsBoard()
    rig.succeed(.done(undo: []))
    guard case .composer(let composer, _)? = rig.state.layers.last else {
      Issue.record("no composer")
      return
    }
    #expect(composer.text == "We are on it.")
  }

  @Test func onlyPlainWebAddressesAreOpened() {
    let bad = [
      "javascript:alert(1)", "file:///etc/passwd", "https://a.example/\u{1B}[2J", "https://a b",
    ]
    for address in bad { #expect(SafeAddress.check(address) == nil) }
    #expect(SafeAddress.check("https://a.example/x?y=1#z") != nil)
    var rig = Rig()
    rig.press("O")
    #expect(rig.effects == [.openURL("https://example.social/@100")])
  }

  @Test func theLoserOfARaceSeesTheWinner() throws {
    var rig = Rig()
    rig.press("3 r")
    rig.type("Sor")
    let target = try #require(rig.state.queue.selected)
    #expect(rig.commands == [.claim(target.id)])
    let bob = Claim(
      conversation: target.conversation, seat: Seat("bob"), since: rig.now,
      until: rig.now.adding(Claim.lease))
    let index = try #require(rig.stored.firstIndex { $0.id == target.id })
    rig.stored[index].claim = bob
    rig.fail(.claimed(bob))
    #expect(rig.text.contains("bob answers this"))
    rig.press("<Esc>")
    #expect(rig.state.queue.selected?.claim == bob)
  }

  @Test func whoseConversationIsTakenAwayIsTold() throws {
    var rig = Rig()
    rig.press("3 c")
    let target = try #require(rig.state.queue.selected)
    let index = try #require(rig.stored.firstIndex { $0.id == target.id })
    rig.stored[index].claim = Claim(
      conversation: target.conversation, seat: Fixtures.ana, since: rig.now,
      until: rig.now.adding(Claim.lease))
    rig.succeed(.claimed(try #require(rig.stored[index].claim)))
    rig.stored[index].claim = Claim(
      conversation: target.conversation, seat: Seat("bob"), since: rig.now,
      until: rig.now.adding(Claim.lease))
    rig.send(.dataChanged)
    #expect(rig.state.line.text.hasPrefix("bob took the conversation with @"))
  }

  @Test func whatIsOpenIsToldToOthersAndNoSoonerThanItRests() throws {
    var rig = Rig()
    rig.press("3 <Enter>")
    let id = try #require(rig.state.queue.selected).id
    #expect(rig.commands.isEmpty)
    rig.wait(.seconds(1))
    #expect(rig.commands == [.look(id)])
    rig.wait(.seconds(29))
    #expect(rig.commands.count == 1)
    rig.wait(.seconds(1))
    #expect(rig.commands == [.look(id), .look(id)])
    rig.press("<Esc>")
    rig.wait(.seconds(1))
    #expect(rig.commands.last == .look(nil))
    rig.wait(.seconds(60))
    #expect(rig.commands.count == 3)
  }

  @Test func whoReadsAConversationIsShown() throws {
    var rig = Rig()
    rig.press("3")
    let mention = try #require(rig.state.queue.selected)
    rig.state.status.presence = [
      Presence(
        seat: Seat("bob"), conversation: mention.conversation,
        until: rig.now.adding(Presence.length)),
      Presence(
        seat: Fixtures.ana, conversation: mention.conversation,
        until: rig.now.adding(Presence.length)),
    ]
    #expect(rig.text.contains("(bob reads) "))
    #expect(!rig.text.contains("(ana reads) "))
    rig.press("<Enter>")
    #expect(rig.text.contains("bob reads this too"))
  }

  @Test func aNoteIsWrittenWhoeverHasTheClaim() throws {
    var rig = Rig()
    let top = try #require(rig.state.queue.mentions.first)
    let index = try #require(rig.stored.firstIndex { $0.id == top.id })
    rig.stored[index].claim = Claim(
      conversation: top.conversation, seat: Seat("bob"), since: rig.now,
      until: rig.now.adding(Claim.lease))
    rig.send(.dataChanged)
    rig.press("3 n <Enter>")
    #expect(rig.text.contains(Words.nothingNoted))
    rig.type("her order is 4711")
    rig.press("<Enter>")
    #expect(rig.commands == [.note(top.id, text: "her order is 4711")])
  }

  @Test func theQueueIsByBreachOrByUrgency() throws {
    var rig = Rig()
    func rows(_ rig: Rig) -> [Mention] { rig.state.queue.mentions }
    #expect(rows(rig).map(\.dueAt) == rows(rig).map(\.dueAt).sorted())
    #expect(rig.text.contains("late first"))
    rig.press("3 j j S")
    #expect(rows(rig).map(\.rank) == rows(rig).map(\.rank).sorted())
    #expect(rig.text.contains("urgent first"))
    rig.press(":")
    rig.type("order breach")
    rig.press("<Enter>")
    #expect(rig.state.queueOrder == .breach)
  }

  @Test func theNextBreachIsOneKeyAwayFromAnywhere() throws {
    var rig = Rig()
    rig.press("1 B")
    let next = try #require(rig.state.queue.selected)
    #expect(rig.state.focus == .queue && next.dueAt > rig.now)
    #expect(rig.state.queue.mentions.allSatisfy { $0.dueAt <= rig.now || $0.dueAt >= next.dueAt })
  }
}
