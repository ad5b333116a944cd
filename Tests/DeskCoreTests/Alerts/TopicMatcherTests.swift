import Testing

@testable import DeskCore

@Suite struct TopicMatcherTests {
  static let matcher = TopicMatcher([
    Topic(name: "delivery", words: ["delivery", "курьер*", "yetkaz*", "توصيل", "поштою"]),
    Topic(name: "money", words: ["refund*", "деньги", "پول", "café", "o'tkazma*"]),
    Topic(name: "brand", words: ["nimbara"]),
  ])

  @Test(arguments: [
    ("My DELIVERY is late", ["delivery"]), ("deliveryman", []),
    ("delivery, refunded!", ["delivery", "money"]),
    ("Курьером привезли", ["delivery"]), ("курь", []), ("YETKAZIB bering", ["delivery"]),
    ("التَّوصيل", []), ("تَوصيل سريع", ["delivery"]), ("توصیل", ["delivery"]), ("پول من", ["money"]),
    ("cafe", ["money"]), ("CAFÉ", ["money"]), ("o‘tkazmalar", ["money"]), ("oʻtkazma", ["money"]),
    ("nimbara's plane", ["brand"]), ("#nimbara @nimbara", ["brand"]), ("animbara", []), ("", []),
    ("деньги-курьеру", ["delivery", "money"]), ("𝐝𝐞𝐥𝐢𝐯𝐞𝐫𝐲", ["delivery"]),
    ("de\u{200B}livery", ["delivery"]),
    ("поштою", ["delivery"]), ("refun", []),
  ])
  func aWordIsFoundHoweverItWasTyped(text: String, names: [String]) {
    let bits = Self.matcher.match(text)
    let found = Self.matcher.topics.enumerated().filter { bits & 1 << UInt64($0.offset) != 0 }
    #expect(found.map(\.element.name) == names)
  }

  @Test(arguments: [
    ("delivery", true), ("курьер*", true), ("#tag", true), ("o'chir*", true), ("two words", false),
    ("", false), ("*", false), ("a*", false), ("a", true), ("!", false), ("a,b", false),
    ("\u{301}", false),
  ])
  func onlySingleWordsCount(word: String, isWord: Bool) { #expect(Topic.isWord(word) == isWord) }

  /// The same answer as cutting the text into folded words and comparing each.
  @Test func findsWhatComparingWordByWordFinds() {
    var random = SeededRandom(seed: 4)
    let pieces = [
      "delivery", "курьер", "Курьеров", "refund", "refunds", " ", ",", "-", "’", "nimbara", "x",
      "توصيل", "پول", "\u{64B}", "😀", "деньги", "7",
    ]
    for _ in 0..<5_000 {
      let count = Int.random(in: 0...8, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      #expect(Self.matcher.match(text) == slow(text), "\(text)")
    }
  }

  private func slow(_ text: String) -> UInt64 {
    let letters = text.unicodeScalars.map { TopicMatcher.letter($0.value) }
      .filter { $0 != LetterForms.skipped }
    var found: UInt64 = 0
    for word in letters.split(separator: LetterForms.separator) {
      let parts = word.split(separator: LetterForms.apostrophe)
      let joined = Array(parts.joined())
      var wholes = [joined]
      for end in parts.indices { wholes.append(Array(parts[...end].joined())) }
      for (bit, topic) in Self.matcher.topics.enumerated() {
        for pattern in topic.words.compactMap(TopicMatcher.Pattern.init) {
          let fits =
            pattern.isBeginning
            ? joined.starts(with: pattern.letters) : wholes.contains(pattern.letters)
          if fits { found |= 1 << UInt64(bit) }
        }
      }
    }
    return found
  }
}
