import DeskCore
import Testing

@Suite struct HostileTextTests {
  let reader = LexiconMoodReader()

  @Test(
    arguments: [
      "", " ", "\n\t", "....", "\u{0}\u{1B}[31m\u{7}", "\u{202E}\u{200B}\u{FEFF}", "123 456",
      "'''' ʻʻ",
      "#", "@", "@@@", "http://", "www.", "\u{FFFD}\u{FFFD}", "(((((", "&&&", "🏳️‍🌈👨‍👩‍👧‍👦",
    ])
  func saysNothingAboutNothing(text: String) {
    let reading = reader.read(text)
    #expect(reading.intent == .other || text == "(((((")
    #expect(reading.abuse == 0)
    #expect(reading.sentiment == .neutral || text == "(((((")
  }

  @Test(
    arguments: [
      String(repeating: "a", count: 100_000), String(repeating: "scam ", count: 20_000),
      String(repeating: "\u{0301}", count: 100_000), String(repeating: "😡", count: 25_000),
      String(repeating: "http://", count: 15_000), String(repeating: "not ", count: 25_000),
      String(repeating: "но ", count: 33_000), String(repeating: "'", count: 100_000),
      String(repeating: "والله ", count: 17_000), String(repeating: "(", count: 100_000),
    ])
  func survivesFloods(text: String) {
    let reading = reader.read(text)
    let sum = reading.negative + reading.neutral + reading.positive
    #expect(abs(sum - 1) < 1e-9)
    #expect((0...1).contains(reading.abuse))
    #expect(reader.reasons(for: text, language: nil).allSatisfy { $0.weight.isFinite })
  }

  @Test func readsRandomBytes() {
    var generator = SeededRandom(seed: 7)
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...300, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      expectSound(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func readsRandomMixturesOfItsOwnWords() {
    let pieces = [
      "not", "good", "bad", "но", "не", "ужас", "нет", "شكرا", "ليس", "نیست", "خوب", "emas",
      "yaxshi", "but",
      "very", "😡", "❤️", "!", "?", ". ", "(((", ":)", "#", "@x", "http://a.example ", "o'", "WTF",
      "sooo", "\n",
    ]
    var generator = SeededRandom(seed: 11)
    for _ in 0..<3_000 {
      let count = Int.random(in: 0...40, using: &generator)
      let words = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }
      expectSound(words.joined(separator: Bool.random(using: &generator) ? " " : ""))
    }
  }

  private func expectSound(_ text: String) {
    let reading = reader.read(text)
    #expect(reading == reader.read(text))
    let sum = reading.negative + reading.neutral + reading.positive
    #expect(abs(sum - 1) < 1e-9)
    let largest = max(reading.negative, reading.neutral, reading.positive)
    let claimed = [reading.negative, reading.neutral, reading.positive][reading.sentiment.rawValue]
    #expect(claimed == largest)
    for reason in reader.reasons(for: text, language: nil) {
      #expect(text.utf8.count >= reason.word.utf8.count && !reason.word.isEmpty)
    }
  }
}
