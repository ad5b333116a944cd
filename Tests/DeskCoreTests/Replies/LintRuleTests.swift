import DeskCore
import Testing

@Suite struct LintRuleTests {
  func reasons(_ text: String, _ context: LintContext) -> [LintReason] {
    ReplyLint.findings(in: text, context: context).map(\.reason)
  }

  @Test func lengthIsThePlatforms() {
    let short = LintContext(ruler: TextRuler(limit: 10), publicLength: 5)
    #expect(reasons("12345", short).isEmpty)
    #expect(reasons("Fine so", short) == [.longInPublic])
    #expect(reasons("Quite long!", short) == [.overLimit])
    #expect(reasons("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", short).isEmpty)
    let direct = LintContext(isPublic: false, ruler: TextRuler(limit: 10), publicLength: 5)
    #expect(reasons("Fine so", direct).isEmpty)
    let links = LintContext(
      ruler: TextRuler(limit: 20, linkLength: 23), allowedHosts: ["a.example"])
    #expect(reasons("https://a.example", links) == [.overLimit])
  }

  @Test(arguments: [
    "PLEASE LISTEN TO US", "This is ABSOLUTELY WRONG", "МЫ ВАМ УЖЕ ОТВЕТИЛИ", "BU YERDA HAMMASI",
  ])
  func capitalsShout(_ text: String) {
    #expect(reasons(text, LintContext(language: Language(rawValue: "de"))) == [.capitals])
  }

  @Test(
    arguments: [
      "The USB HDMI cable", "NASA UNICEF", "KLM", "It is OK", "AB 12 CD 34", "Dear ANNA",
      "اهلا وسهلا", "Vielen Dank", "UZ-1234 ABC", "I AM", "PNR ABCDEF",
    ])
  func shortCapitalsDoNot(_ text: String) {
    #expect(!reasons(text, LintContext(language: .english)).contains(.capitals))
  }

  @Test func rowsOfMarksShout() {
    let context = LintContext(language: .persian)
    #expect(reasons("سلام!!!", context) == [.marks])
    #expect(reasons("چرا؟؟؟", context) == [.marks])
    #expect(reasons("Was?!?! Ja!", context) == [.marks])
    #expect(reasons("Ja! Nein? Gut!!", context).isEmpty)
  }

  @Test(
    arguments: [
      ("Hello {name}", 1), ("{name} {order}", 2), ("{ }", 1), ("{имя}", 1), ("{}", 0),
      ("{a\nb}", 0),
      ("{{name}}", 1), ("name}", 0), ("{name", 0), (":-} {-:", 0), ("{" + "a{name}", 1),
    ])
  func unfilledVariablesStop(_ text: String, _ count: Int) {
    let found = ReplyLint.findings(in: text, context: LintContext()).filter { $0.rule == .variable }
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.severity == .stop })
  }

  // MARK: A private channel

  @Test(
    arguments: [
      "My order 483920 never came", "order #4839", "Booking ABCDEF is gone", "№ 4839 где?",
      "Мой заказ номер 12345678", "замовлення 5554443", "بلیت ۱۲۳۴۵۶ من", "رقم الطلب 99887",
      "Buyurtmam 778899 kelmadi", "Буюртма рақами 778899", "the account 4455667 was closed",
      "سفارش من به شماره ۴۴۵۵۶۶ نرسید",
    ])
  func aNamedRecordNeedsAPrivateChannel(_ mention: String) {
    let context = LintContext(language: .english, mention: mention)
    #expect(reasons("Sorry about that.", context) == [.recordInMention], "\(mention)")
    #expect(reasons("Sorry! Please send us a DM.", context).isEmpty)
    #expect(reasons("Sorry! Please e-mail us.", context).isEmpty)
    #expect(
      reasons("Sorry.", LintContext(language: .english, isPublic: false, mention: mention)).isEmpty)
  }

  @Test(
    arguments: [
      "My order never came", "It took 45 minutes", "order 2 pizzas", "In 2025 my order came",
      "I paid 20000 for nothing", "", "Мой заказ не пришёл", "call 123", "the order of 2024",
      "https://shop.example/order/4839201", "my booking on flight 1481",
      "tickets for #OSCARS2026", "order now #CMFat35000feet",
    ])
  func withoutARecordNoChannelIsNeeded(_ mention: String) {
    let context = LintContext(language: .english, mention: mention)
    #expect(reasons("Sorry about that.", context).isEmpty, "\(mention)")
  }

  @Test func aRecordInThePublicAnswerIsShown() throws {
    let text = "Sorry, your order 483920 is on its way. Please DM us."
    let found = ReplyLint.findings(in: text, context: LintContext(language: .english))
    #expect(found.map(\.reason) == [.recordInReply])
    let place = try #require(found.first?.place(in: text))
    #expect(text[place] == "483920")
    #expect(RecordNumber.texts(in: "My order 483920 and booking QWERTY") == ["483920", "QWERTY"])
  }

  // MARK: Links

  static let hosts = LintContext(
    language: .english, allowedHosts: ["brand.example", "пример.укр", "Help.Other.example"])

  @Test(
    arguments: [
      "See https://brand.example/help.", "See brand.example", "www.brand.example",
      "(https://shop.brand.example/a?b=c#d)", "HTTPS://BRAND.EXAMPLE", "help.other.example/x",
      "https://brand.example:8080/", "https://brand.example.", "пример.укр",
      "xn--e1afmkfd.xn--j1amh",
      "sorry.We are here", "v2.0 and 3.14 and e.g. this", "done.In time", "ok.so what", "e.g. i.e.",
      "@ana@evil.example is a handle", "README.md", "U.S.A.", "12.05.2026", "Wait...what",
      "https://user@brand.example/", "help@evil.com", "Ana.B", "привет.Мы тут", "так.да",
    ])
  func allowedLinksAndNoLinks(_ text: String) {
    #expect(!reasons(text, Self.hosts).contains { $0 == .unknownHost || $0 == .lookalikeHost })
  }

  @Test(
    arguments: [
      "https://evil.example", "evil.com", "see bit.ly/abc", "t.me/abc", "www.evil.zz",
      "https://brand.example@evil.example/", "https://brand.example.evil.com", "evilbrand.example",
      "https://evil.com\\@brand.example", "https://evil.com/brand.example", "http:\\\\evil.com",
      "сайт.рф", "evil。com", "evil．com/x", "https://192.168.0.1/", "ftp://evil.example/",
      "(evil.com)", "«evil.com»", "evil.com,", "сайт.онлайн", "موقع.ایران/x", "javascript://evil",
      "evil.co.uk", "https://evil.com#brand.example", "https://evil.com?brand.example", "is.gd/x",
      "https://", "xn--80ak6aa92e.org",
    ])
  func otherHostsAreNamed(_ text: String) {
    let found = reasons("Look: \(text)", Self.hosts)
    #expect(found == [.unknownHost], "\(text)")
  }

  @Test(
    arguments: [
      "https://brаnd.example", "https://brand.ехаmple", "brаnd.example", "https://bránd.example",
      "https://brand.examp1e", "https://bra\u{200B}nd.example", "https://𝐛𝐫𝐚𝐧𝐝.example",
      "https://shop.brаnd.example/", "https://ｂｒａｎｄ.example", "https://gооgle.com",
      "https://xn--brnd-53d.example",
    ])
  func imitationsAreNamed(_ text: String) {
    #expect(reasons("Look: \(text)", Self.hosts) == [.lookalikeHost], "\(text)")
  }

  @Test func theWholeLinkIsThePlace() throws {
    let text = "Гляньте: (https://evil.example/a?b=1)."
    let finding = try #require(ReplyLint.findings(in: text, context: Self.hosts).first)
    #expect(text[try #require(finding.place(in: text))] == "https://evil.example/a?b=1")
  }
}
