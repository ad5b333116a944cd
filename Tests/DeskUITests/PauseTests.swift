import DeskCore
import TerminalUI
import Testing

@testable import DeskUI

/// Pausing is one key and never toggles; resuming is guarded.
struct PauseTests {
  private func receipt(isNew: Bool) -> CommandOutcome {
    .paused(
      PauseReceipt(
        pause: Fixtures.pause(reason: isNew ? "" : "recall"), isNew: isNew,
        held: [OutgoingID(rawValue: 1)], inFlight: []))
  }

  /// A terminal sends Esc and the next key as one when they come fast: that must still pause.
  @Test func theKeyPausesRightAfterEscapeEvenWhileWriting() {
    var rig = Rig()
    rig.press("3 r")
    rig.type("Sorry")
    rig.press("M-!")
    let pauses = rig.commands.count { if case .pause = $0 { true } else { false } }
    #expect(pauses == 1)
  }

  @Test(arguments: ["", "<Enter>", "r", "?", ":", "/", "s", "L", "P", "2", "3", "4", "+", "w"])
  func onePressPausesFromAnywhere(before: String) {
    var rig = Rig()
    rig.press(before)
    rig.press("F8")
    #expect(rig.commands.last == .pause(.posts, reason: ""))
  }

  @Test func typedLettersInAFieldDoNotPause() {
    var rig = Rig()
    rig.press("r")
    rig.type("Help!!")
    #expect(!rig.commands.contains(.pause(.posts, reason: "")))
  }

  @Test func theReasonIsAskedOnceThePauseStands() {
    var rig = Rig()
    rig.press("!")
    #expect(rig.state.layers.isEmpty)
    rig.pause = Fixtures.pause(reason: "")
    rig.succeed(receipt(isNew: true))
    #expect(rig.text.contains("PAUSED 00:12:31 by ana – no reason yet"))
    rig.press("! !")
    rig.type("recall")
    rig.press("<Enter>")
    #expect(rig.commands == [.pause(.posts, reason: ""), .explainPause(reason: "recall")])
  }

  @Test func pressingAgainShowsTheReceiptAndNeverResumes() {
    var rig = Rig(pause: Fixtures.pause())
    for _ in 0..<5 {
      rig.press("!")
      rig.succeed(receipt(isNew: false))
    }
    #expect(rig.commands.allSatisfy { $0 == .pause(.posts, reason: "") })
    #expect(rig.state.pause != nil)
    #expect(rig.state.layers.count == 1)
    #expect(rig.text.contains(Words.receiptTitle))
  }

  @Test func theBannerIsOnEveryScreen() {
    for (columns, rows) in [(80, 24), (120, 40), (200, 60), (60, 16)] {
      for keys in ["", "<Enter>", "r", "?", "4", "+"] {
        var rig = Rig(columns: columns, rows: rows, pause: Fixtures.pause())
        rig.press(keys)
        #expect(rig.text.contains("PAUSED 00:12:31 by ana – kettle recall"), "\(columns) \(keys)")
      }
    }
  }

  @Test func resumingNeedsEveryPartOfTheReview() {
    let board = PostsBoard(posts: [
      Fixtures.post(1, .missed, in: -5), Fixtures.post(2, .held, in: 60),
    ])
    var rig = Rig(pause: Fixtures.pause(), board: board)
    rig.press("4 R <Enter> <Enter> <Enter>")
    #expect(rig.commands.isEmpty)
    rig.wait(.seconds(1))
    rig.press("<Enter> <Enter> <Enter> <Enter>")
    #expect(rig.commands.isEmpty)
    rig.press("<Tab>")
    rig.press("d <Tab>")
    rig.type("all is well")
    rig.press("<Enter> <Enter>")
    #expect(rig.commands.isEmpty)
    rig.type("resume")
    rig.press("<Enter>")
    #expect(
      rig.commands == [.resume(reason: "all is well", verdicts: [OutgoingID(rawValue: 1): .drop])])
    rig.pause = nil
    rig.succeed(.done(undo: []))
    #expect(rig.state.layers.isEmpty)
    #expect(rig.text.contains("PUBLISHING LIVE"))
  }

  @Test func resumingIsRefusedWithAReason() {
    var rig = Rig()
    rig.press("R")
    #expect(rig.state.line.text == "nothing is paused")
    var other = Rig(role: .responder, pause: Fixtures.pause())
    other.press("4 R")
    #expect(other.state.layers.isEmpty)
    #expect(other.state.line.text == "needs the role lead; yours is responder")
  }

  @Test func onASmallScreenThePauseAndTheWayOutStillWork() {
    var rig = Rig(columns: 40, rows: 8)
    #expect(rig.text.contains("too small"))
    rig.press("d r :")
    #expect(rig.commands.isEmpty)
    #expect(rig.state.layers.isEmpty)
    rig.press("!")
    #expect(rig.commands == [.pause(.posts, reason: "")])
    rig.press("q")
    #expect(rig.effects.last == .quit)
  }

  @Test func aPauseThatFailsSaysSoLoudly() {
    var rig = Rig()
    rig.press("!")
    rig.fail(.reasonNeeded)
    #expect(rig.state.line.text.hasPrefix("NOT PAUSED"))
  }
}
