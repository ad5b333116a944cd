import Testing

@testable import DeskCore

@Suite struct EmergingTermTests {
  struct Language: Sendable, CustomTestStringConvertible {
    var name: String
    var usual: [String]
    var news: [String]
    var term: String
    var testDescription: String { name }
  }

  static let languages = [
    Language(
      name: "en",
      usual: [
        "the order is late and I am sad", "is the shop open on a Sunday", "I love the new app",
        "where is the refund for the order",
      ],
      news: [
        "the battery caught fire in the kitchen", "is the battery fire true",
        "my battery fire and the shop is silent",
      ], term: "battery"),
    Language(
      name: "ar",
      usual: ["أين الطلب من فضلكم", "هل المتجر مفتوح اليوم", "شكرا على الخدمة في المتجر"],
      news: ["حريق في البطارية أين أنتم", "هل حريق البطارية صحيح", "حريق كبير في المتجر اليوم"],
      term: "حريق"),
    Language(
      name: "fa", usual: ["سفارش من کجاست لطفا", "فروشگاه امروز باز است", "از خدمات شما ممنون"],
      news: ["باتری آتش گرفت", "آتش در فروشگاه امروز", "آیا آتش واقعی است"], term: "آتش"),
    Language(
      name: "uz", usual: ["buyurtma qachon keladi", "do‘kon bugun ochiqmi", "xizmat uchun rahmat"],
      news: ["batareya yondi bugun", "yong‘in va batareya haqida", "batareya bilan nima bo‘ldi"],
      term: "batareya"),
    Language(
      name: "uk", usual: ["де моє замовлення", "чи магазин сьогодні відкрито", "дякую за сервіс"],
      news: [
        "батарея загорілась сьогодні", "чи правда що батарея горить", "батарея і магазин мовчить",
      ], term: "батарея"),
    Language(
      name: "ru", usual: ["где мой заказ", "магазин сегодня открыт", "спасибо за сервис"],
      news: ["батарея загорелась сегодня", "правда что батарея горит", "батарея и магазин молчит"],
      term: "батарея"),
  ]

  private func background(_ texts: [String]) -> TermBackground {
    var background = TermBackground()
    for index in 0..<400 {
      background.learn(
        texts[index % texts.count],
        at: CountSimulator.start.adding(.minutes(Int64(index))))
    }
    return background
  }

  @Test(arguments: languages)
  func findsTheNewsWithoutAListOfStopWords(language: Language) {
    let texts =
      (0..<12).map { language.news[$0 % language.news.count] }
      + (0..<6).map { language.usual[$0 % language.usual.count] }
    let found = EmergingTerm.find(in: texts, background: background(language.usual))
    let words = found.map(\.text)
    #expect(words.contains { $0.contains(language.term) }, "\(words)")
    let common = Set(language.usual.flatMap { $0.split(separator: " ").map(String.init) })
    #expect(words.allSatisfy { !common.contains($0) }, "\(words)")
  }

  @Test func aPhraseStandsForItsWords() throws {
    let texts = (0..<10).map { "lead paint in toy number \($0)" }
    let found = EmergingTerm.find(in: texts, background: background(Self.languages[0].usual))
    #expect(found.contains { $0.text == "lead paint" })
    #expect(!found.contains { $0.text == "lead" || $0.text == "paint" })
    let first = try #require(found.first)
    #expect(first.count == 10 && first.mentions == 10 && first.usualShare < 0.01)
  }

  @Test func nothingIsNewInTheUsual() {
    let usual = Self.languages[0].usual
    let texts = (0..<40).map { usual[$0 % usual.count] }
    #expect(EmergingTerm.find(in: texts, background: background(usual)).isEmpty)
  }

  @Test func aLargeVocabularyInventsNoNews() {
    var random = SeededRandom(seed: 12)
    func text() -> String {
      (0..<12).map { _ in
        let rank = Int(1 / (random.unit() + 0.0002))
        return "w" + String(rank, radix: 26).map { $0.isNumber ? "q" : String($0) }.joined()
      }.joined(separator: " ")
    }
    var background = TermBackground()
    for index in 0..<5000 {
      background.learn(text(), at: CountSimulator.start.adding(.minutes(Int64(index))))
    }
    let found = EmergingTerm.find(in: (0..<100).map { _ in text() }, background: background)
    #expect(found.count <= 1, "\(found)")
  }

  @Test func hostileTextsAreHarmless() {
    let texts = [
      "", "   ", "@a @b", "https://x", "😡😡😡", "\u{202E}abc\u{0}",
      String(repeating: "a ", count: 9000),
    ]
    var background = TermBackground()
    for text in texts { background.learn(text, at: CountSimulator.start) }
    #expect(EmergingTerm.find(in: texts, background: background).count <= 8)
    #expect(EmergingTerm.find(in: [], background: background).isEmpty)
  }
}
