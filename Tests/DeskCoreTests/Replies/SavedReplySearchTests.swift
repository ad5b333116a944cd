import DeskCore
import Testing

@Suite struct SavedReplySearchTests {
  static let now = Timestamp(seconds: 1_800_000_000)

  func reply(
    _ id: String, _ title: String, tags: [String] = ["en"], expired: Bool = false,
    keywords: [String] = [], body: String = "x"
  ) -> SavedReply {
    SavedReply(
      id: SavedReplyID(rawValue: id), title: title, owner: Seat("a"), approver: Seat("b"),
      expiresAt: expired ? Self.now : nil, keywords: keywords,
      variants: tags.map { SavedReply.Variant(tag: $0, body: body) })
  }

  func names(_ query: String, _ replies: [SavedReply], tag: String = "en") -> [String] {
    SavedReplySearch.hits(for: query, in: replies, tag: tag, level: .calm, at: Self.now)
      .map(\.reply.id.rawValue)
  }

  @Test(
    arguments: [
      ("pl", "Parcel late", "Apple pie"), ("late", "Parcel late", "Lost at sea"),
      ("ref", "Refund", "Prefer"), ("возвр", "Возврат денег", "Вопрос: завтра"),
      ("пд", "Посылка долго", "Посылка опаздывает"),
      ("sorry h", "Sorry, heavy load", "Sorry, each"),
    ])
  func starts(_ query: String, _ better: String, _ worse: String) throws {
    let best = try #require(FuzzyMatch.score(query, in: better))
    #expect(best > FuzzyMatch.score(query, in: worse) ?? 0)
  }

  @Test func lettersMustComeInOrder() {
    #expect(FuzzyMatch.score("rfd", in: "Refund") != nil)
    #expect(FuzzyMatch.score("dfr", in: "Refund") == nil)
    #expect(FuzzyMatch.score("late parcel", in: "Parcel late") != nil)
    #expect(FuzzyMatch.score("", in: "x") == 1)
    #expect(FuzzyMatch.score("x", in: "") == nil)
    #expect(FuzzyMatch.score("қ", in: "Қайтариш") == FuzzyMatch.score("к", in: "Қайтариш"))
    #expect(FuzzyMatch.score("оф", in: "о'ф") != nil)
  }

  @Test func theLanguageOfTheMentionComesFirst() {
    let replies = [
      reply("exact", "refund", tags: ["ru"]), reply("far", "Roof damage", tags: ["en"]),
    ]
    #expect(names("refund", replies) == ["exact"])
    #expect(names("rfd", replies) == ["far", "exact"])
    #expect(names("rfd", replies, tag: "ru") == ["exact", "far"])
  }

  @Test func expiredOnesAreShownAndRefuse() {
    let replies = [reply("old", "refund", expired: true), reply("new", "refunds and more")]
    #expect(names("refund", replies) == ["new", "old"])
    let hits = SavedReplySearch.hits(
      for: "refund", in: replies, tag: "en", level: .calm, at: Self.now)
    #expect(hits[0].refusal == nil)
    #expect(hits[1].refusal == .expired(Self.now))
  }

  @Test func keywordsAndTextsAreFoundToo() {
    let replies = [
      reply("a", "First", keywords: ["courier"]), reply("b", "Second", body: "The courier is late"),
      reply("c", "Third"),
    ]
    #expect(names("courier", replies) == ["a", "b"])
    #expect(names("cour lat", replies) == ["b"])
    #expect(names("zzz", replies).isEmpty)
  }

  @Test func anEmptyQueryShowsAll() {
    let replies = [reply("b", "Beta"), reply("a", "Alpha"), reply("c", "Gamma", tags: ["fa"])]
    #expect(names("", replies) == ["a", "b", "c"])
    #expect(names(" ", replies, tag: "fa") == ["c", "a", "b"])
  }

  @Test func scoresWhateverItIsGiven() {
    var random = SeededRandom(seed: 5)
    let letters = Array("ab ё'\u{200C}ق9-")
    for _ in 0..<2000 {
      func text(_ most: Int) -> String {
        String(
          (0..<Int.random(in: 0...most, using: &random)).map { _ in
            letters.randomElement(using: &random) ?? "a"
          })
      }
      let (query, candidate) = (text(8), text(30))
      let score = FuzzyMatch.score(query, in: candidate)
      #expect(score ?? 1 >= 1)
      // Whatever contains the query as it is must be found.
      #expect(FuzzyMatch.score(query, in: candidate + query) != nil)
    }
  }
}
