import DeskCore
import DeskStore
import Testing

@Suite struct SearchTests {
  static let texts: [(String, String)] = [
    ("en", "My café order hasn't arrived, I don't trust Acme's app #AcmeFail @help@acme.example"),
    ("ar", "لماذا لم تصل الطلبيّة إلى مدرسـة أحمد على المكتبة ١٢٣"),
    ("fa", "سفارش من هنوز نرسیده و نمی‌شود کاری کرد"),
    ("uz", "Nega buyurtmam hali yo‘q, gʻalati xizmat, ma'no yo'q"),
    ("uk", "Де моє замовлення? П’ять днів чекаю в Києві, ґудзик"),
    ("ru", "Ещё не пришёл мой заказ, где деньги"),
    ("ja", "注文した商品がまだ届きません 東京タワー"),
    ("th", "สินค้ายังไม่มาถึง"),
    ("emoji", "burned my hand 🔥🔥 100% done_now"),
    ("wide", "ＡＣＭＥ ﬁnal 𝐛𝐨𝐥𝐝"),
  ]

  static let hits: [(String, [String])] = [
    ("cafe", ["en"]), ("CAFÉ", ["en"]), ("hasn't", ["en"]), ("hasnt", ["en"]), ("hasn’t", ["en"]),
    ("acme", ["wide", "en"]), ("acmefail", ["en"]), ("#acmefail", ["en"]), ("#acme", []),
    ("#acme*", ["en"]), ("@help", ["en"]), ("@help@acme.example", ["en"]), ("\"my cafe\"", ["en"]),
    ("\"cafe my\"", []), ("my arrived", ["en"]), ("arr*", ["en"]), ("arr", []),
    ("الطلبية", ["ar"]), ("الي", ["ar"]), ("مدرسه", ["ar"]), ("احمد", ["ar"]), ("علي", ["ar"]),
    ("123", ["ar"]), ("المکتبه", ["ar"]),
    ("نمیشود", ["fa"]), ("نمي‌شود", ["fa"]), ("سفارش هنوز", ["fa"]), ("كاري", ["fa"]),
    ("yo'q", ["uz"]), ("yoʻq", ["uz"]), ("yoq", ["uz"]), ("g'alati", ["uz"]), ("maʼno", ["uz"]),
    ("п'ять", ["uk"]), ("пять", ["uk"]), ("ЗАМОВЛЕННЯ", ["uk"]), ("гудзик", ["uk"]),
    ("еще", ["ru"]), ("пришел", ["ru"]), ("ЗАКАЗ", ["ru"]),
    ("まだ届き", ["ja"]), ("届", ["ja"]), ("東京", ["ja"]), ("東京タワー 商品が", ["ja"]),
    ("東京 大阪", []), ("ยังไม่", ["th"]),
    ("🔥", ["emoji"]), ("burned 🔥", ["emoji"]), ("100%", ["emoji"]), ("done_now", ["emoji"]),
    ("final", ["wide"]), ("bold", ["wide"]), ("ａｃｍｅ", ["wide", "en"]),
  ]

  @Test func findsWordsHoweverTheyAreTyped() throws {
    let desk = try DeskDatabase.temporary()
    for (native, text) in Self.texts { try desk.take(judged(native, text)) }
    for (query, natives) in Self.hits {
      #expect(try desk.found(query) == natives, "searching \(query)")
    }
  }

  @Test(arguments: [
    "\"", "\"\"", "\"open", "*", "**", "a*b", "AND", "a AND", "NOT", "OR x", "NEAR(a b)", "a:b",
    "text:hello", "(", ")", "a\"b", "';--", "-x", "+", "^a", "{a}", "%", "_", "\\", "\0",
    "\u{E000}1",
    "#", "@", "##a", "東\"京", "東京*", "\u{202E}abc", "\u{FFFF}", "''", "a - b", "🔥*", "́", "｢",
  ])
  func nothingTypedIsSyntax(query: String) throws {
    let desk = try DeskDatabase.temporary()
    try desk.take(judged("a", "plain hello"))
    var filter = MentionFilter()
    filter.text = query
    _ = try desk.stream(filter, before: nil, limit: 10)
    _ = try desk.queue(filter, after: nil, limit: 10)
    _ = try desk.counts(filter, cap: 10)
  }

  @Test func randomQueriesNeverFail() throws {
    let desk = try DeskDatabase.temporary()
    try desk.take(judged("a", "plain hello"))
    let alphabet = Array("ab \"*'()-:#@^+%_\\{}東ん🔥اё\u{200C}\u{301}")
    var chance = SeededRandom(seed: 11)
    for _ in 0..<300 {
      var filter = MentionFilter()
      filter.text = String((0..<12).compactMap { _ in alphabet.randomElement(using: &chance) })
      _ = try desk.stream(filter, before: nil, limit: 10)
      _ = try desk.queue(filter, after: nil, limit: 10)
    }
  }

  @Test func filtersByEverythingAtOnce() throws {
    let desk = try DeskDatabase.temporary()
    try desk.take(
      judged("a", "the app fails", by: "ana", mood: mood(.negative)),
      judged("b", "the app shines", by: "bob", mood: mood(.positive, language: .uzbek)),
      judged("c", "the app", at: dawn.adding(.hours(1)), by: "ana"))
    func shown(_ change: (inout MentionFilter) -> Void) throws -> [String] {
      var filter = MentionFilter()
      change(&filter)
      let page = try desk.stream(filter, before: nil, limit: 10)
      let counts = try desk.counts(filter, cap: 10)
      #expect(counts.shown.value == page.mentions.count)
      #expect(counts.hidden.value == 3 - page.mentions.count)
      #expect(
        Set(try desk.queue(filter, after: nil, limit: 10).mentions.map(\.id))
          == Set(page.mentions.map(\.id)))
      return page.mentions.map(\.incoming.key.native)
    }
    #expect(try shown { $0.author = "@ana" } == ["c", "a"])
    #expect(try shown { $0.author = "nobody" } == [])
    #expect(
      try shown {
        $0.author = "ana"; $0.text = "fails"
      } == ["a"])
    #expect(try shown { $0.languages = [.uzbek] } == ["b"])
    #expect(try shown { $0.sentiments = [.negative, .positive] } == ["b", "a"])
    #expect(try shown { $0.platforms = [.demo] } == ["c", "b", "a"])
    #expect(try shown { $0.platforms = [.mastodon] } == [])
    #expect(
      try shown {
        $0.intents = [.other]; $0.text = "app"
      } == ["c", "b", "a"])
    #expect(
      try shown { $0.occurred = dawn..<dawn.adding(.minutes(1)) } == ["b", "a"])
  }
}
