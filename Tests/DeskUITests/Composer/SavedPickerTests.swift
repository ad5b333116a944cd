import DeskCore
import TerminalUI
import Testing

@testable import DeskUI

struct SavedPickerTests {
  static let late = SavedReply(
    id: SavedReplyID(rawValue: "late"), title: "Parcel is late", owner: Seat("ana"),
    approver: Seat("lee"),
    variants: [
      SavedReply.Variant(tag: "en", body: "Hello {name}, your parcel {link} is on its way."),
      SavedReply.Variant(tag: "uz", body: "Salom {name}!"),
    ])
  static let draft = SavedReply(
    id: SavedReplyID(rawValue: "refund"), title: "Refund", owner: Seat("ana"),
    variants: [SavedReply.Variant(tag: "en", body: "We will look at it.")])

  /// A screen with the composer open for a mention in English and the search over it.
  func rig() throws -> (rig: Rig, target: Mention) {
    var rig = Rig()
    let index = try #require(
      rig.state.queue.mentions.firstIndex { $0.mood.language.rawValue == "en" })
    rig.press("3 " + Array(repeating: "j", count: index).joined(separator: " ") + " r F3")
    return (rig, rig.state.queue.mentions[index])
  }

  func answer(_ rig: inout Rig, _ problems: [SavedReplyProblem] = []) {
    rig.send(
      .loaded(LoadResult(.savedReplies, .savedReplies([Self.draft, Self.late], problems))))
  }

  @Test func aChosenReplyIsPutInFilledAndSaysWhatIsMissing() throws {
    var (rig, target) = try rig()
    #expect(rig.loads.last == .savedReplies)
    answer(&rig)
    rig.type("late")
    #expect(rig.text.contains("▸ Parcel is late"))
    #expect(rig.text.contains("put in yourself: "))
    rig.press("<Enter>")
    guard case .composer(let composer, _) = rig.state.layers.last else {
      Issue.record("the composer is not on top")
      return
    }
    let name =
      ReplyVariables(
        author: target.incoming.author, mention: "", agent: "")["name"] ?? "{name}"
    #expect(composer.text == "Hello \(name), your parcel {link} is on its way.")
    #expect(rig.commands.contains(.claim(target.id)))
    // The cursor waits behind what is open, so that one key takes it away.
    let open = name == "{name}" ? "{name}" : "{link}"
    #expect(String(composer.field.characters[..<composer.field.cursor]).hasSuffix(open))
  }

  @Test func whatMayNotBeUsedIsShownAndRefused() throws {
    var (rig, _) = try rig()
    answer(&rig)
    rig.type("refund")
    rig.press("<Enter>")
    #expect(rig.text.contains("nobody has approved it"))
    guard case .saved = rig.state.layers.last else {
      Issue.record("the search was left")
      return
    }
    rig.press("<Esc>")
    guard case .composer(let composer, _) = rig.state.layers.last else {
      Issue.record("the composer is not on top")
      return
    }
    #expect(composer.text.isEmpty)
  }

  @Test func filesThatCannotBeReadAreNamed() throws {
    var (rig, _) = try rig()
    let problem = SavedReplyProblem(file: "x.txt", line: 3, kind: .badLevel("red\u{1B}[2J"))
    rig.send(.loaded(LoadResult(.savedReplies, .savedReplies([], [problem]))))
    #expect(rig.text.contains("x.txt:3: there is no level red"))
    #expect(!rig.text.contains("\u{1B}"))
  }
}
