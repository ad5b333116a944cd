import DeskCore
import Testing

@Suite struct SavedReplyTests {
  static let file = """
    # the first hours
    title: Parcel is late
    owner: ana
    approver: lee
    level: watch
    expires: 2026-12-31
    keywords: courier, delay

    --- en

    Hello {name}, we are sorry
    about order {order}.

    --- uz-Latn
    Salom { Name }, uzr.
    --- uz-Cyrl
    Салом {name}, узр.
    """

  func read(_ text: String) -> SavedReplyFile {
    SavedReplyFile(text, id: SavedReplyID(rawValue: "late"), file: "late.txt")
  }

  @Test func readsAFile() throws {
    let file = read(Self.file)
    #expect(file.problems.isEmpty)
    let reply = try #require(file.reply)
    #expect(reply.title == "Parcel is late")
    #expect(reply.owner == Seat("ana") && reply.approver == Seat("lee"))
    #expect(reply.level == .watch)
    #expect(reply.expiresAt == Timestamp(rfc3339: "2027-01-01T00:00:00Z"))
    #expect(reply.keywords == ["courier", "delay"])
    #expect(reply.variants.map(\.tag) == ["en", "uz-Latn", "uz-Cyrl"])
    #expect(reply.variants[0].body == "Hello {name}, we are sorry\nabout order {order}.")
    #expect(reply.variants[2].language == .uzbek)
  }

  @Test func endsWithTheDayOfTheDesk() {
    let text = "title: a\nowner: b\nexpires: 2026-12-31\n--- en\nx"
    let file = SavedReplyFile(
      text, id: SavedReplyID(rawValue: "a"), file: "a", offset: { _ in 5 * 3600 })
    #expect(file.reply?.expiresAt == Timestamp(rfc3339: "2026-12-31T19:00:00Z"))
  }

  @Test(
    arguments: [
      ("title: a\nowner: b\nwhat\n--- en\nx", 3, .noHeader),
      ("title: a\nowner: b\nLewel: calm\n--- en\nx", 3, .unknownHeader("lewel")),
      ("title: a\nowner: b\ntitle: c\n--- en\nx", 3, .repeatedHeader("title")),
      ("title:\nowner: b\n--- en\nx", 1, .emptyHeader("title")),
      ("title: a\n--- en\nx", 1, .missingHeader("owner")),
      ("title: a\nowner: b\nlevel: red\n--- en\nx", 3, .badLevel("red")),
      ("title: a\nowner: b\nexpires: 31.12.2026\n--- en\nx", 3, .badDate("31.12.2026")),
      ("title: a\nowner: b\nexpires: 2026-02-30\n--- en\nx", 3, .badDate("2026-02-30")),
      ("title: a\nowner: b\napprover: b\n--- en\nx", 3, .ownApproval),
      ("title: a\nowner: b", 2, .noText),
      ("title: a\nowner: b\n--- english!\nx", 3, .badTag("english!")),
      ("title: a\nowner: b\n---\nx", 3, .badTag("")),
      ("title: a\nowner: b\n--- en\nx\n--- EN\ny", 5, .repeatedTag("EN")),
      ("title: a\nowner: b\n--- en\n\n--- uz\ny", 3, .emptyText("en")),
      ("title: a\nowner: b\n--- en\nHi {nmae}", 4, .unknownVariable("nmae")),
      ("title: a\nowner: b\n--- en\nHi\n\n{name", 6, .looseBrace),
      ("title: a\r\nowner: b\r\nwhat\r\n--- en\r\nx", 3, .noHeader),
    ] as [(String, Int, SavedReplyProblem.Kind)])
  func namesTheFileAndTheLine(_ text: String, _ line: Int, _ kind: SavedReplyProblem.Kind) {
    let file = read(text)
    #expect(file.reply == nil)
    #expect(file.problems.contains(SavedReplyProblem(file: "late.txt", line: line, kind: kind)))
  }

  @Test func namesEveryMistakeAtOnce() {
    let file = read("owner: b\nlevel: red\n--- en\n{x}\n{name")
    #expect(
      file.problems.map(\.kind) == [
        .missingHeader("title"), .badLevel("red"), .unknownVariable("x"), .looseBrace,
      ])
  }

  @Test func readsWhateverItIsGiven() {
    let pieces = [
      "title", ":", "owner", "--- ", "---", "en", "uz-Cyrl", "\n", "\r\n", "{", "}", "name", " ",
      "#",
      "expires: 2026-13-01", "level: crisis", "\u{0}", "\u{FEFF}", "ё", "🙏",
    ]
    var random = SeededRandom(seed: 3)
    for _ in 0..<3000 {
      let count = Int.random(in: 0...30, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let file = read(text)
      let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
      #expect((file.reply == nil) != file.problems.isEmpty)
      #expect(file.problems.allSatisfy { (1...lines).contains($0.line) })
    }
  }

  @Test func usesTheVeryTagThenTheLanguageAndNeverAnother() throws {
    let reply = try #require(read(Self.file).reply)
    #expect(reply.variant(for: "uz-Cyrl")?.tag == "uz-Cyrl")
    #expect(reply.variant(for: "UZ-latn")?.tag == "uz-Latn")
    #expect(reply.variant(for: "uz")?.tag == "uz-Latn")
    #expect(reply.variant(for: "en-GB")?.tag == "en")
    #expect(reply.variant(for: "ru") == nil)
  }

  @Test func refusesWithAReason() throws {
    let reply = try #require(read(Self.file).reply)
    let end = try #require(reply.expiresAt)
    let before = end.adding(.seconds(-1))
    #expect(reply.refusal(at: before, level: .watch, tag: "en") == nil)
    #expect(reply.refusal(at: end, level: .watch, tag: "en") == .expired(end))
    #expect(reply.refusal(at: before, level: .calm, tag: "en") == .level(needed: .watch))
    #expect(reply.refusal(at: before, level: .crisis, tag: "ru") == .language(.russian))
    let open = SavedReply(
      id: reply.id, title: "", owner: Seat("a"), variants: [.init(tag: "en", body: "x")])
    #expect(open.refusal(at: before, level: .calm, tag: "en") == .unapproved)
  }

  // MARK: Variables

  @Test func fillsWhatItKnowsAndLeavesTheRest() {
    let values = ReplyVariables(["name": "Ana", "order": ""])
    let filled = values.fill("Hi {name}, {order} and { Name } and {order} {x}")
    #expect(filled.text == "Hi Ana, {order} and Ana and {order} {x}")
    #expect(filled.unfilled == ["order", "x"])
    #expect(values.fill("plain").unfilled.isEmpty)
  }

  @Test func takesTheValuesOfAConversation() {
    let values = ReplyVariables(
      author: Author(handle: "ana@example.social", name: " Ana\n\u{202E}{order} @bob\u{200B} 🌸 "),
      mention: "where is my order 483920?", agent: "Bo", own: ["Brand": "Acme", "contact": "a@b.c"])
    #expect(values["name"] == "Ana order bob 🌸")
    #expect(values["handle"] == "anaexample.social")
    #expect(values["order"] == "483920")
    #expect(values["BRAND"] == "Acme" && values["contact"] == "a@b.c")
    #expect(values["link"] == nil)
    let hidden = ReplyVariables(
      author: Author(handle: "x", name: "\u{200C}\u{200D}"), mention: "", agent: "")
    #expect(hidden["name"] == nil && hidden["order"] == nil && hidden["agent"] == nil)
    #expect(hidden.fill("{name}").unfilled == ["name"])
  }

  @Test func aLongNameIsCut() {
    let values = ReplyVariables(
      author: Author(handle: "x", name: String(repeating: "ы", count: 500)), mention: "", agent: "")
    #expect(values["name"]?.count == 60)
  }
}
