import DeskCore
import TerminalUI
import Testing

@testable import DeskUI

struct ScreenTests {
  static let sizes = [(80, 24), (120, 40), (200, 60)]
  static let board = PostsBoard(
    posts: [
      Fixtures.post(1, .missed, in: -5), Fixtures.post(2, .held, in: 25),
      Fixtures.post(3, .queued, in: 90),
    ],
    native: [Fixtures.native()])

  static let cases: [(name: String, keys: String, isPaused: Bool)] = [
    ("desk", "", false), ("queue", "3 j m", false), ("graph", "2 h h h", false),
    ("posts", "4 j", true), ("detail", "3 <Enter>", false), ("composer", "3 r H i", false),
    ("paused", "", true), ("resume", "4 R", true), ("help", "?", false),
    ("struck", "3 d t", false), ("zoom", "+", false), ("command", ": p a", false),
    ("why", "3 w", false), ("snooze", "3 s", false), ("level", "L", false),
    ("filter", "/ l a n g : u z <Enter>", false), ("post", "P N e w", true),
    ("day", "4 v Z", false), ("week", "4 v v Z", false), ("week-pane", "4 v v", true),
  ]

  @Test(arguments: cases.indices, sizes)
  func looksAsRecorded(index: Int, size: (Int, Int)) {
    let example = Self.cases[index]
    var rig = Rig(
      columns: size.0, rows: size.1, isDemo: example.name == "desk",
      pause: example.isPaused ? Fixtures.pause() : nil, board: Self.board)
    rig.press(example.keys)
    expectSnapshot(rig.text, "\(example.name)-\(size.0)x\(size.1)")
  }

  @Test(arguments: [
    "\u{1B}[2J\u{1B}]52;c;aGk=\u{07}", "\u{202E}txet desrever\u{2066}\u{2069}",
    "e" + String(repeating: "\u{0301}", count: 500), "a\u{200B}\u{200B}b\u{FEFF}c",
    String(repeating: "x", count: 100_000), "line\r\nbreak\u{2028}\u{2029}\ttab",
    "👨‍👩‍👧‍👦🏳️‍🌈 \u{0}\u{7F}\u{9B}31m",
  ])
  func hostileTextStaysInItsCells(text: String) {
    let author = Author(handle: text, name: text, followers: .max)
    let platform = Platform(rawValue: text)
    let mentions = Fixtures.mentions(1...5).map { mention in
      var mention = mention
      let old = mention.incoming
      mention.incoming = IncomingMention(
        key: old.key, platform: platform, author: author, text: text, createdAt: old.createdAt,
        url: text)
      mention.claim = Claim(
        conversation: mention.conversation, seat: Seat(text), since: Fixtures.now,
        until: Fixtures.now.adding(.minutes(1)))
      return mention
    }
    var item = Fixtures.post(1, .held, in: 5)
    item.content.text = text
    item.detail = text
    let native = NativePost(
      account: AccountID(text), native: text, text: text, dueAt: Fixtures.now, snapshot: text,
      detail: text)
    let pause = Pause(id: 1, seat: Seat(text), at: Fixtures.now, scope: .posts, reason: text)
    let board = PostsBoard(posts: [item], native: [native])
    for keys in ["", "3 <Enter>", "3 w", "4 <Enter>", "4 R", "3 r"] {
      var rig = Rig(mentions: mentions, pause: pause, board: board)
      rig.send(.notice(text))
      rig.press(keys)
      let screen = rig.text
      #expect(screen.split(separator: "\n", omittingEmptySubsequences: false).count == 40)
      for line in screen.split(separator: "\n") {
        #expect(TextWidth.cells(of: String(line)) <= 120)
        let isClean = line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
        #expect(isClean)
      }
    }
  }

  @Test func everySizeIsDrawnWithoutFailing() {
    for columns in stride(from: 1, through: 210, by: 37) {
      for rows in stride(from: 1, through: 61, by: 9) {
        for keys in ["", "3 <Enter>", "r", "4 R", "?", "+", "4 +", "2", ": x", "s", "v", "v v"] {
          var rig = Rig(columns: columns, rows: rows, pause: Fixtures.pause(), board: Self.board)
          rig.press(keys)
          #expect(!rig.text.isEmpty)
        }
      }
    }
  }

  @Test func everyPaneIsReachableAtTheSmallSize() {
    for (key, word) in [
      ("1", "▸1 Stream"), ("2", "▸2 Sentiment"), ("3", "▸3 Queue"), ("4", "▸4 Posts"),
    ] {
      var rig = Rig(columns: 80, rows: 24)
      rig.press(key)
      #expect(rig.text.contains(word))
    }
  }

  @Test func theFooterIsNeverCutSilently() {
    for columns in stride(from: 60, through: 200, by: 7) {
      for keys in ["", "2", "3", "4", "3 <Enter>"] {
        var rig = Rig(columns: columns, rows: 24)
        rig.press(keys)
        let last = rig.text.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        #expect(last.contains("? more"))
        #expect(!last.contains("…"))
      }
    }
  }

  static let reaches: [(count: Int?, text: String)] = [
    (nil, "   ?"), (0, "   0"), (999, " 999"), (1250, "1.2k"), (12_999, " 12k"),
    (999_999, "999k"), (3_400_000, "3.4M"), (.max, "999M"),
  ]

  @Test(arguments: reaches)
  func followersFitFourCells(reach: (count: Int?, text: String)) {
    #expect(Words.followers(reach.count) == reach.text)
  }
}
