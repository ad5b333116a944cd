import DeskCore
import TerminalUI
import Testing

@testable import DeskUI

/// The selection belongs to a mention, whatever happens around it.
struct ListTests {
  @Test func newMentionsAreCountedAndNotShown() {
    var rig = Rig()
    rig.press("j j j")
    let before = rig.state.stream.window.selection
    rig.stored.insert(contentsOf: Fixtures.mentions(101...112), at: 0)
    rig.send(.dataChanged)
    #expect(rig.state.stream.window.selection == before)
    #expect(rig.state.stream.waiting.count == 12)
    #expect(rig.text.contains("▲ 12 new – G to load"))
    rig.press("G")
    #expect(rig.state.stream.window.selection == MentionID(rawValue: 112))
    #expect(rig.state.stream.waiting.isEmpty)
    #expect(rig.state.stream.isFollowing)
  }

  /// The graph is read once a second at most; what is stored between two readings is not forgotten.
  @Test func theGraphCatchesUpWithTheLastOfABurst() {
    var rig = Rig()
    func readings(_ rig: Rig) -> Int {
      rig.loads.count { if case .mood = $0 { true } else { false } }
    }
    let before = readings(rig)
    rig.send(.dataChanged)
    #expect(readings(rig) == before)
    rig.wait(.seconds(1))
    #expect(readings(rig) == before + 1)
    rig.wait(.seconds(1))
    #expect(readings(rig) == before + 1)
  }

  /// What a step sends is felt on a slow line: the heads of two rows, and none of their text.
  @Test(arguments: ["j", "k"]) func aStepChangesOnlyTheHeadsOfTwoRows(key: String) {
    var rig = Rig()
    rig.press("j j j")
    var diff = FrameDiff()
    var buffer = CellBuffer(size: rig.state.size)
    let theme = Theme.fallback
    DeskScreen.render(rig.state, into: &buffer, theme: theme)
    _ = diff.update(to: buffer)
    rig.press(key)
    DeskScreen.render(rig.state, into: &buffer, theme: theme)
    let spans = diff.update(to: buffer)
    #expect(spans.count == 2)
    #expect(spans.allSatisfy { $0.columns.upperBound <= 23 })
  }

  @Test func aPageThatEndedEarlyIsGoneOnWithByItself() {
    var rig = Rig()
    rig.answers = false
    rig.press(":")
    rig.type("filter lang:uz")
    rig.press("<Enter>")
    var filter = MentionFilter()
    filter.languages = [Language(rawValue: "uz")]
    let newest = LoadRequest.stream(filter, .newest, limit: MentionList.limit / 2)
    let stop = MentionID(rawValue: 60)
    rig.send(
      .loaded(
        LoadResult(
          newest,
          .page(
            MentionPage(mentions: [Fixtures.mention(99)], hasMore: true, stoppedAt: .mention(stop)))
        )))
    let more = LoadRequest.stream(filter, .before(stop), limit: MentionList.limit)
    #expect(rig.loads.last == more)
    rig.send(
      .loaded(
        LoadResult(more, .page(MentionPage(mentions: [Fixtures.mention(3)], hasMore: false)))))
    #expect(rig.state.stream.mentions.map(\.id.rawValue) == [99, 3])
    #expect(rig.loads.last == more)
  }

  @Test func followsOnlyAtTheNewestEnd() {
    var rig = Rig()
    rig.stored.insert(Fixtures.mention(101), at: 0)
    rig.send(.dataChanged)
    #expect(rig.state.stream.window.selection == MentionID(rawValue: 101))
    rig.press("j")
    rig.stored.insert(Fixtures.mention(102), at: 0)
    rig.send(.dataChanged)
    #expect(rig.state.stream.window.selection == MentionID(rawValue: 100))
  }

  @Test func aRowThatJustArrivedIsNotJudgedBlindly() {
    var rig = Rig()
    rig.stored.insert(Fixtures.mention(101), at: 0)
    rig.send(.dataChanged)
    rig.press("d")
    #expect(rig.commands.isEmpty)
    #expect(!rig.state.stream.isFollowing)
    rig.press("d")
    #expect(rig.commands == [.judge([MentionID(rawValue: 101)], .noAction, note: "")])
  }

  @Test func aRowThatVanishesGivesTheCursorToItsNeighbour() throws {
    var rig = Rig()
    rig.press("3 j j")
    let gone = try #require(rig.state.queue.selected)
    let next = rig.state.queue.mentions[rig.state.queue.window.index + 1].id
    rig.stored.removeAll { $0.id == gone.id }
    rig.send(.dataChanged)
    #expect(rig.state.queue.window.selection == next)
  }

  @Test func theSelectedIdStaysWhenTheQueueIsReordered() {
    var rig = Rig()
    rig.press("3 j j j j")
    let id = rig.state.queue.window.selection
    for round in 0..<20 {
      rig.stored.removeAll { $0.id.rawValue % 7 == Int64(round % 7) && $0.id != id }
      rig.send(.dataChanged)
      #expect(rig.state.queue.window.selection == id)
    }
  }

  @Test func freezingKeepsNewRowsOut() {
    var rig = Rig()
    rig.press("f")
    rig.stored.insert(Fixtures.mention(101), at: 0)
    rig.send(.dataChanged)
    #expect(rig.state.stream.mentions.first?.id == MentionID(rawValue: 100))
    #expect(rig.text.contains("FROZEN"))
  }

  @Test func olderRowsComeBeforeTheEndIsReached() {
    var rig = Rig(mentions: Fixtures.mentions(1...900))
    for _ in 0..<40 { rig.press("<PgDn>") }
    #expect(rig.state.stream.mentions.last?.id == MentionID(rawValue: 1))
    #expect(rig.state.stream.selected?.id == MentionID(rawValue: 1))
    for _ in 0..<60 { rig.press("<PgUp>") }
    rig.press("G")
    #expect(rig.state.stream.selected?.id == MentionID(rawValue: 900))
  }

  @Test func wakeUpsDuringAReadingAreTakenTogether() {
    var rig = Rig()
    rig.answers = false
    rig.send(.dataChanged)
    let first = rig.loads.count
    for _ in 0..<50 { rig.send(.dataChanged) }
    #expect(rig.loads.count == first)
  }

  @Test func fuzzNeverLosesTheSelection() {
    var generator = SeededRandom(seed: 7)
    let keys = [
      "j", "k", "g", "G", "<PgDn>", "<PgUp>", "d", "z", "m", "<Tab>", "f", "<Esc>", "<End>",
    ]
    var rig = Rig(mentions: Fixtures.mentions(1...300))
    for step in 0..<200 {
      rig.now = rig.now.adding(.milliseconds(200))
      switch generator.next() % 5 {
      case 0:
        rig.stored.insert(Fixtures.mention(301 + Int64(step)), at: 0)
        rig.send(.dataChanged)
      case 1:
        let ids = rig.stored.map(\.id)
        let victim = ids[Int(generator.next() % UInt64(ids.count))]
        rig.stored.removeAll { $0.id == victim }
        rig.send(.dataChanged)
      default: rig.press(keys[Int(generator.next() % UInt64(keys.count))])
      }
      for list in [rig.state.stream, rig.state.queue] {
        let id = list.window.selection
        #expect(list.mentions.isEmpty == (id == nil))
        #expect(id == nil || list.mentions[list.window.index].id == id)
      }
    }
  }
}

extension Span {
  static func milliseconds(_ count: Int64) -> Span { Span(milliseconds: count) }
}
