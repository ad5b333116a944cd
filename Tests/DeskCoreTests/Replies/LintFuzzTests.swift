import DeskCore
import Testing

@Suite struct LintFuzzTests {
  static let context = LintContext(
    intent: .complaint, mention: "my order 123456", allowedHosts: ["brand.example"],
    ownContacts: ["help@brand.example", "112"])

  @Test(
    arguments: [
      String(repeating: "a", count: 60_000), String(repeating: "never ", count: 10_000),
      String(repeating: "\u{0301}", count: 60_000), String(repeating: "4", count: 60_000),
      String(repeating: "4 ", count: 20_000), String(repeating: "{", count: 60_000),
      String(repeating: "http://", count: 10_000), String(repeating: "a.", count: 30_000),
      String(repeating: "@", count: 60_000), String(repeating: "a@", count: 20_000),
      String(repeating: "we will ", count: 10_000), String(repeating: "می ", count: 20_000),
      String(repeating: "DE89", count: 10_000), String(repeating: "xn--", count: 10_000),
      String(repeating: "!", count: 60_000), String(repeating: "order ", count: 10_000),
      String(repeating: "\u{200B}", count: 60_000),
      String(repeating: "order 123456 ", count: 5_000),
    ])
  func survivesFloods(_ text: String) { expectSound(text) }

  @Test func readsRandomBytes() {
    var random = SeededRandom(seed: 6)
    for _ in 0..<500 {
      let count = Int.random(in: 0...200, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      expectSound(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func readsRandomMixtures() {
    let pieces = [
      "we", "will", "refund", "never", "again", "not", "нас", "вернём", "деньги", "می", "نمی",
      "تضمین", "و", "ال", "kafolat", "beramiz", "4111", "1111", "-", " ", "+998", "90", "@", ".",
      "com", "https://", "//", ":", "xn--", "-", "{", "}", "name", "\n", "\u{200C}", "\u{202E}",
      "#",
      "№", "order", "AB", "DE89", "!", "؟", "'", "’", "٤", "🏳️‍🌈", "\u{0}", "％", "/", "\\", "brand",
    ]
    var random = SeededRandom(seed: 7)
    for _ in 0..<1200 {
      let count = Int.random(in: 0...30, using: &random)
      let words = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }
      expectSound(words.joined(separator: Bool.random(using: &random) ? " " : ""))
    }
  }

  /// Whatever is found has a place that can be cut out of the text, and is found again.
  private func expectSound(_ text: String) {
    let found = ReplyLint.findings(in: text, context: Self.context)
    #expect(found == ReplyLint.findings(in: text, context: Self.context))
    for finding in found {
      guard let range = finding.range else { continue }
      #expect(!range.isEmpty && range.upperBound <= text.utf8.count)
      guard let place = finding.place(in: text) else {
        Issue.record("no place for \(finding)")
        continue
      }
      #expect(place.lowerBound.samePosition(in: text.unicodeScalars) != nil)
      #expect(place.upperBound.samePosition(in: text.unicodeScalars) != nil)
    }
  }
}
