import DeskCore
import TerminalUI
import Testing

@testable import DeskUI

struct KeymapTests {
  @Test func noKeyIsInTheTableTwiceAndEverySpellingIsAKey() {
    var seen: Set<KeyEvent> = []
    for row in Keymap.table {
      for spelling in row.keys.split(separator: " ") {
        let key = KeyEvent(spelling: String(spelling))
        #expect(key != nil, "\(spelling)")
        if let key { #expect(seen.insert(key).inserted, "\(spelling)") }
      }
    }
  }

  @Test func movingKeysDoNothingElse() {
    for spelling in ["h", "j", "k", "l", "g", "G"] {
      let verb = KeyEvent(spelling: spelling).flatMap { Keymap().verbs[$0] }
      #expect(verb.map(\.isMovement) ?? true, "\(spelling)")
    }
  }

  @Test func helpNamesEveryAct() {
    let names = Set(Help.lines(Rig().state, filter: "").map(\.name))
    for verb in Verb.allCases {
      #expect(names.contains(":" + verb.rawValue))
      #expect(!Words.help(verb).isEmpty)
    }
  }

  @Test func helpCanBeFilteredAndScrolled() {
    var rig = Rig(columns: 80, rows: 24)
    rig.press("?")
    #expect(rig.text.contains("▼ more"))
    rig.press("<PgDn> <PgDn> <PgDn> <PgDn> <PgDn>")
    #expect(rig.text.contains("quit"))
    rig.type("troll")
    #expect(rig.text.contains("not to be fed"))
    #expect(!rig.text.contains("▼ more"))
  }

  @Test func aMacroMayHaveAKeyOfItsOwn() throws {
    let names: Set<String> = ["parcel-late", "other"]
    let map = try Keymap().applying(overrides: ["parcel-late": "F9"], macros: names)
    let key = try #require(KeyEvent(spelling: "F9"))
    var rig = Rig()
    rig.press("3")
    #expect(map.action(for: .key(key), in: rig.state) == .verb(.macro, argument: "parcel-late"))
    rig.press("r")
    #expect(map.action(for: .key(key), in: rig.state) == .key(key))
    for (overrides, conflict) in [
      (
        ["parcel-late": "d"],
        Keymap.Conflict.shared(key: "d", first: "no-action", second: "parcel-late")
      ),
      (
        ["parcel-late": "F9", "other": "F9"],
        .shared(key: "F9", first: "other", second: "parcel-late")
      ),
      (
        ["parcel-late": "F9", "troll": "F9"],
        .shared(key: "F9", first: "parcel-late", second: "troll")
      ),
      (["parcel-late": "<Esc>"], .shared(key: "<Esc>", first: "back", second: "parcel-late")),
      (["parcel-late": "F6"], .composer(key: "F6", act: "parcel-late")),
      (["parcel-late": "gg"], .unknownKey(act: "parcel-late", spelling: "gg")),
    ] {
      #expect(throws: Keymap.Conflicts(list: [conflict])) {
        try Keymap().applying(overrides: overrides, macros: names)
      }
    }
  }

  @Test func ownKeysReplaceTheDelivered() throws {
    let map = try Keymap().applying(overrides: ["troll": "T", "redraw": "none"])
    #expect(map.keys(for: .troll) == ["T"])
    #expect(map.keys(for: .redraw).isEmpty)
  }

  @Test(arguments: [
    (["troll": "d"], Keymap.Conflict.shared(key: "d", first: "no-action", second: "troll")),
    (["trol": "d"], .unknownAct("trol")),
    (["troll": "dd"], .unknownKey(act: "troll", spelling: "dd")),
    (["troll": "j"], .reserved(key: "j", act: "troll")),
    (["pause": "none"], .mustHaveKey(act: "pause")),
    (["troll": "F5"], .composer(key: "F5", act: "troll")),
    (["troll": "F7", "move-private": "T"], .composer(key: "F7", act: "troll")),
    (["parcel-late": "d"], .unknownAct("parcel-late")),
  ])
  func conflictsAreNamed(overrides: [String: String], conflict: Keymap.Conflict) {
    #expect(throws: Keymap.Conflicts(list: [conflict])) {
      try Keymap().applying(overrides: overrides)
    }
    #expect(!conflict.words.isEmpty)
  }

  @Test func aPasteIsNeverACommand() {
    var rig = Rig()
    rig.event(.paste("dtx!q\n"))
    #expect(rig.effects.isEmpty)
    #expect(rig.state.line.text.contains("ignored"))
    rig.press("r")
    rig.event(.paste("line\u{1B}[31m one"))
    guard case .composer(let composer, _)? = rig.state.layers.last else {
      Issue.record("no composer")
      return
    }
    #expect(!composer.text.unicodeScalars.contains("\u{1B}"))
  }

  @Test func everyActHasAWorkingName() {
    for verb in Verb.allCases {
      var rig = Rig()
      rig.press(":")
      rig.type(verb.rawValue)
      rig.press("<Enter>")
      #expect(!rig.state.line.text.hasPrefix("nothing is called"), "\(verb.rawValue)")
    }
  }

  @Test(arguments: ["<Esc>", "<Backspace>"]) func aThemeIsShownWhileItIsTypedAndGoneWhenItIsNot(
    _ key: String
  ) {
    var rig = Rig()
    rig.press(":")
    rig.type("theme light")
    #expect(rig.effects == [.setTheme("light")])
    rig.send(.themeChanged("light", failure: nil))
    rig.press(key)
    #expect(rig.effects == [.setTheme("light"), .setTheme("dark")])
    rig.send(.themeChanged("dark", failure: nil))
    rig.press("<Esc>")
    #expect(rig.effects.count == 2)
  }

  @Test func theCommandLineCompletesAndExplains() {
    var rig = Rig()
    rig.press(":")
    rig.type("the")
    rig.press("<Tab>")
    rig.type("li")
    rig.press("<Tab>")
    #expect(rig.effects == [.setTheme("light")])
    rig.send(.themeChanged("light", failure: nil))
    rig.press("<Enter>")
    #expect(rig.effects == [.setTheme("light"), .setTheme("light")])
    rig.effects = []
    rig.press(":")
    rig.type("re")
    #expect(rig.text.contains(":release"))
    rig.press("<Enter>")
    #expect(rig.state.line.text.contains("could be"))
  }

  @Test func quittingAsksOnlyWhenSomethingWaits() {
    var item = Fixtures.answer(5, to: 100)
    item.state = .unknown
    var rig = Rig(board: PostsBoard(outbox: [item]))
    rig.press("q <Enter>")
    #expect(rig.effects.isEmpty)
    rig.press("y")
    #expect(rig.effects == [.quit])
    var other = Rig()
    other.press("C-c C-c <Enter>")
    #expect(other.effects.isEmpty)
    other.press("n q")
    #expect(other.effects == [.quit])
  }

  @Test func aFilterSaysWhatItHides() {
    var rig = Rig()
    rig.press("/")
    rig.type("lang:uz")
    rig.press("<Enter>")
    #expect(rig.text.contains("filter lang:uz – hides 31 (2 urgent)"))
    rig.press("<Esc>")
    #expect(!rig.text.contains("hides"))
    rig.press("/")
    rig.type("lang:")
    rig.press("<Enter>")
    #expect(rig.state.line.tone == .refused)
  }

  @Test func enterOnABarFiltersTheStreamToIt() throws {
    var rig = Rig()
    rig.press("2 h h <Enter>")
    let range = try #require(rig.state.filter.occurred)
    #expect(range.upperBound.since(range.lowerBound) == .minutes(2))
    #expect(rig.state.focus == .stream)
  }
}
