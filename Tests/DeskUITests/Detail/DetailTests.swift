import DeskCore
import TerminalUI
import Testing

@testable import DeskUI

@Suite struct DetailTests {
  private func model(_ mention: Mention) -> DetailModel {
    DetailModel(mention: mention, seat: Seat("bob"), now: noon, zone: .utc)
  }

  @Test func explainsTheUrgencyLineByLine() {
    let lines = UrgencyLine.lines(model(mention()))
    #expect(
      lines.map { $0.name + String(repeating: " ", count: $0.gap) + $0.amount } == [
        "negative 92 %   +3:41", "complaint       +2:00", "reach 52k       +3:00",
        "waited          +0:12", "total          =+8:53",
      ])
  }

  @Test func shownLinesAddUpToTheShownTotal() {
    var random = SeededRandom(seed: 21)
    for _ in 0..<3000 {
      let negative = Double(random.below(1001)) / 1000
      let mood = MoodReading(
        sentiment: .negative, negative: negative, neutral: 1 - negative, positive: 0,
        intent: random.pick(Intent.allCases), abuse: Double(random.below(101)) / 100,
        language: .english)
      var model = self.model(
        mention(
          followers: random.below(5_000_000), visibility: random.pick(Visibility.allCases),
          mood: mood))
      // Clocks of two hosts may disagree, so waiting may be shown below zero.
      model.now = noon.adding(Span(milliseconds: Int64(random.below(9_000_000)) - 3_000_000))
      let lines = UrgencyLine.lines(model)
      let sum = lines.dropLast().reduce(0) { $0 + minutes($1.amount) }
      #expect(sum == minutes(lines.last?.amount ?? ""))
    }
  }

  private func minutes(_ amount: String) -> Int {
    let parts = amount.filter { $0.isNumber || $0 == ":" }.split(separator: ":").compactMap {
      Int($0)
    }
    guard parts.count == 2 else { return .min }
    return (parts[0] * 60 + parts[1]) * (amount.contains("−") ? -1 : 1)
  }

  @Test func showsEverythingOfTheText() {
    let text = "one two three four five six seven eight nine ten eleven twelve"
    let lines = DetailLines(model(mention(text: text)), width: 20)
    let start = lines.starts[.text] ?? 0
    #expect(
      lines.lines[start..<start + 4].map(\.text) == [
        "one two three four", "five six seven eight", "nine ten eleven", "twelve",
      ])
  }

  @Test func tellsOurWordsAndTheirExactState() {
    var model = self.model(mention())
    model.entries = [
      .mention(mention()),
      .ours(outgoing(9, .unknown, due: noon, kind: .reply, text: "On it", detail: "no answer")),
      .ours(outgoing(10, .held, due: noon, kind: .directReply, text: "Call us")),
    ]
    let text = DetailLines(model, width: 60).lines.map(\.text).joined(separator: "\n")
    #expect(text.contains("we: unknown #9, 13:37 by bob\n    no answer\n    On it"))
    #expect(text.contains("we, privately: held #10"))
    #expect(text.contains("▶ @ana@example.social 13:54, this mention"))
  }

  @Test func tellsWhatIsKnownOfTheAuthor() {
    var model = self.model(mention())
    let author = Author(
      handle: "ana", followers: 12, accountCreatedAt: noon.adding(.days(-3)), isAutomated: true)
    model.card = AuthorCard(
      author: author, firstSeenAt: noon.adding(.hours(-2)), mentions: [.open: 2, .troll: 1])
    let lines = DetailLines(model, width: 60)
    let start = lines.starts[.author] ?? 0
    #expect(
      lines.lines[start + 1..<start + 6].map(\.text) == [
        "  12 followers", "  account made 2026-01-28, 3 d 0 h old",
        "  the platform marks this account as automated", "  first seen here 12:07",
        "  3 mentions stored: 2 open, 1 troll",
      ])
  }

  @Test func warnsOfWhatIsNotShown() {
    let lines = DetailLines(model(mention(text: "a\u{202E}b\u{200B}\u{200B}")), width: 70)
    #expect(lines.lines.contains { $0.text.contains("U+200B ×2, U+202E ×1") })
  }

  @Test(arguments: hostileTexts) func noTextReachesTheTerminalAsControl(text: String) {
    var model = self.model(mention(text: text, handle: text))
    model.entries = [
      .mention(model.mention), .ours(outgoing(1, .sent, due: noon, text: text, detail: text)),
    ]
    model.reasons = [MoodReason(word: text, weight: -1)]
    model.draft = Draft(
      mention: model.mention.id, seat: Seat(text), text: text, isDirect: false, seenVersion: 1,
      savedAt: noon)
    for columns in [1, 12, 80] {
      let text = draw(columns, 30) {
        DetailView.render(model, scroll: Scroll(), into: &$0, in: $1, theme: .fallback)
      }
      #expect(isHarmless(text))
    }
  }

  @Test(arguments: [
    ("see https://a.example/x.", ["a.example"]),
    ("(http://b.example) https://good.example@evil.example/login", ["b.example", "evil.example"]),
    ("https:// http://c.example?q http://c.example?q", ["c.example"]), ("javascript://x", []),
    ("https://a.example\\@b.example", ["a.example"]),
  ])
  func listsLinksByTheirHost(text: String, hosts: [String]) {
    #expect(DetailLinks.found(in: text).map(\.host) == hosts)
  }
}
