import DeskCore
import Testing

@Suite struct TextRulerTests {
  static let link = "Status: https://status.example.com/incidents/2026-10-05?utm=x ok"

  @Test(arguments: [
    ("", 0), ("Hi 👋", 4), ("👨‍👩‍👧‍👦", 1), ("🇺🇿🇺🇦", 2), ("Приносим извинения", 18),
    ("نعتذر عن العطل", 14), ("می\u{200C}خواهیم", 8), ("مُحَمَّد", 4), ("お詫び申し上げます", 9),
    ("cafe\u{301}", 4), (link, 64), ("@brand@mastodon.example sorry", 29),
  ])
  func plainCounting(_ text: String, _ count: Int) {
    #expect(TextRuler(limit: 300).count(text) == count)
  }

  @Test(arguments: [
    (link, 34), ("@brand@mastodon.example sorry", 12), ("@brand sorry", 12),
    ("http://a.example", 23), ("(https://a.example)", 24), ("https://", 8),
    ("a@b.example", 11), ("@@b", 3), ("one\ntwo", 7), ("@a@b.example, hi", 6),
  ])
  func mastodonsCounting(_ text: String, _ count: Int) {
    #expect(TextRuler.mastodon.count(text) == count)
  }

  @Test func spacesAreCountedAsWritten() {
    #expect(TextRuler.mastodon.count("  a  \n b ") == 9)
  }

  @Test func longTextIsCountedInReasonableTime() {
    let text = String(repeating: "слово ", count: 20_000)
    #expect(TextRuler.mastodon.count(text) == 120_000)
  }
}
