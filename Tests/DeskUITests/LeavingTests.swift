import DeskCore
import TerminalUI
import Testing

@testable import DeskUI

/// Leaving the program while an answer waits out its countdown.
@Suite struct LeavingTests {
  private func rig(columns: Int = 120, rows: Int = 40, answers: Int = 1) -> Rig {
    let items = (1...Int64(answers)).map { Fixtures.answer($0, to: 90 + $0) }
    return Rig(columns: columns, rows: rows, board: PostsBoard(outbox: items))
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func theQuestion(columns: Int, rows: Int) {
    var rig = rig(columns: columns, rows: rows, answers: 2)
    rig.press("q")
    #expect(!rig.state.isEnding)
    expectSnapshot(rig.text, "leave-\(columns)x\(rows)")
  }

  @Test func controlCTwiceAsksTheSame() {
    var rig = rig()
    rig.press("C-c C-c")
    #expect(rig.state.layers.last == .menu(Menu(kind: .leave)))
    rig.press("n")
    #expect(rig.state.layers.isEmpty)
    #expect(!rig.state.isEnding)
  }

  @Test func enterAndOtherKeysDecideNothing() {
    var rig = rig()
    rig.press("q <Enter> x y")
    #expect(rig.commands.isEmpty)
    #expect(!rig.state.isEnding)
  }

  @Test(arguments: ["h", "d"])
  func whatIsStoppedIsStoredBeforeTheProgramEnds(key: String) {
    var rig = rig()
    rig.press("q \(key)")
    let id = OutgoingID(rawValue: 1)
    #expect(rig.commands == [key == "h" ? .holdBack(id) : .recall(id)])
    #expect(!rig.state.isEnding)
    rig.succeed(.done(undo: []))
    #expect(rig.state.isEnding)
  }

  @Test func whatIsSentHasLeftBeforeTheProgramEnds() {
    var rig = rig()
    rig.press("q s")
    #expect(rig.commands == [.hurry(OutgoingID(rawValue: 1))])
    var item = Fixtures.answer(1, to: 91)
    rig.succeed(.queued(item))
    #expect(!rig.state.isEnding)
    item.state = .sending
    rig.board.outbox = [item]
    rig.send(.dataChanged)
    #expect(!rig.state.isEnding)
    item.state = .sent
    rig.board.outbox = [item]
    rig.send(.dataChanged)
    #expect(rig.state.isEnding)
  }

  @Test func aPlatformThatDoesNotAnswerKeepsNobody() {
    var rig = rig()
    rig.press("q s")
    rig.succeed(.queued(Fixtures.answer(1, to: 91)))
    rig.wait(.seconds(7))
    #expect(!rig.state.isEnding)
    rig.wait(.seconds(1))
    #expect(rig.state.isEnding)
  }

  @Test func whatCannotBeDoneKeepsTheScreen() {
    var rig = rig()
    rig.press("q h")
    rig.fail(.itemState(OutgoingID(rawValue: 1), .sending))
    #expect(!rig.state.isEnding)
    #expect(rig.text.contains("in flight"))
  }

  @Test func withoutACountdownTheProgramEnds() {
    var rig = Rig()
    rig.press("q")
    #expect(rig.state.isEnding)
  }

  @Test func recallPutsTheWordsIntoTheComposer() {
    var rig = rig()
    rig.press("u")
    #expect(rig.commands == [.recall(OutgoingID(rawValue: 1))])
    rig.succeed(.done(undo: []))
    guard case .composer(let composer, _) = rig.state.layers.last else {
      Issue.record("no composer")
      return
    }
    #expect(composer.text == "We are on it.")
  }
}
