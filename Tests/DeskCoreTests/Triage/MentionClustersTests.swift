import DeskCore
import Testing

@Suite struct MentionClustersTests {
  static let now = Timestamp(seconds: 1_800_000_000)

  /// The cluster of each text in turn, nil for those that are alone.
  func clusters(
    _ texts: [String], _ clusters: inout MentionClusters, from first: Int64 = 1
  ) -> [Int64?] {
    texts.enumerated().map { index, text in
      clusters.take(MentionID(rawValue: first + Int64(index)), text: text, at: Self.now)?.cluster
        .rawValue
    }
  }

  func clusters(_ texts: [String]) -> [Int64?] {
    var fresh = MentionClusters()
    return clusters(texts, &fresh)
  }

  @Test(
    arguments: [
      [
        "Shame on @brand, they closed my account and kept all the money. Boycott them now!",
        "shame on @brand they closed my account and kept all the money, boycott them NOW 😡",
        "RT @x: Shame on @brand, they closed my account and kept all the money. Boycott them now! https://x.example/1",
      ],
      [
        "Верните деньги за отменённый рейс, мы ждём ответа уже третью неделю подряд",
        "@brand Верните деньги за отмененный рейс!!! Мы ждём ответа уже третью неделю подряд",
        "верните деньги за отменённый рейс мы ждём ответа уже третью неделю подряд позор",
      ],
      [
        "الشركة سرقت أموالنا وأغلقت حساباتنا ولا أحد يرد على رسائلنا منذ أسبوع",
        "الشركه سرقت اموالنا واغلقت حساباتنا ولا احد يرد على رسائلنا منذ اسبوع!!",
        "@brand الشركة سرقت أموالنا وأغلقت حساباتنا ولا أحد يرد على رسائلنا منذ أسبوع",
      ],
      [
        "پول ما را پس بدهید، سه هفته است که هیچ‌کس جواب درستی به مشتریان نمی‌دهد",
        "پول ما را پس بدهید سه هفته است که هیچکس جواب درستی به مشتریان نمیدهد 😡",
        "پول ما را پس بدهيد، سه هفته است كه هیچ‌کس جواب درستی به مشتریان نمی‌دهد!",
      ],
      [
        "Pulimizni qaytaring, uch haftadan beri hech kim javob bermayapti, uyat sizlarga",
        "pulimizni qaytaring uch haftadan beri hech kim javob bermayapti uyat sizlarga!!!",
        "@brand Pulimizni qaytaring, uch haftadan beri hech kim javob bermayapti, uyat sizlarga",
      ],
      [
        "请把我们的钱退回来，已经三个星期没有人回复了", "请把我们的钱退回来,已经三个星期没有人回复了！！",
        "@brand 请把我们的钱退回来，已经三个星期没有人回复了 😡",
      ],
      ["返金してください、三週間も返事がありません", "返金してください！三週間も返事がありません", "返金してください三週間も返事がありません😡"],
      ["refund my money now", "Refund my money NOW!!", "@brand refund my money now 😡"],
    ])
  func copiesFindEachOther(_ texts: [String]) {
    #expect(clusters(texts) == [nil, 1, 1])
  }

  @Test func whatSaysLittleStaysAlone() {
    let texts = [
      "Same!", "same", "Same!!!", "+1", "+1", "👍", "👍", "me too", "Me too!", "@brand", "@brand",
      "https://x.example", "https://x.example", "", "", "так", "Так!", "نعم", "نعم", "是", "是",
      "lol no", "lol no", "ok ok ok", "OK ok ok", "thanks so much!", "Thanks so much",
    ]
    #expect(clusters(texts).allSatisfy { $0 == nil })
  }

  @Test func differentComplaintsStayApart() {
    let texts = [
      "My flight was cancelled and nobody told us anything at the airport",
      "The app crashes every time I open the payment page on my phone",
      "I have been waiting for my refund for three weeks and nobody answers",
      "Your driver was rude to my mother and left her in the rain",
      "I have been waiting on the phone for an hour and nobody answers",
      "My flight was great and the crew told us everything about the airport",
    ]
    #expect(clusters(texts).allSatisfy { $0 == nil })
  }

  /// Each text changes a little more; the last has nothing left of the first and is not with it.
  @Test func aChainOfSmallChangesDoesNotTieEverything() {
    let words = (0..<60).map {
      "word\(Character(UnicodeScalar(UInt8(97 + $0 % 26))))\(String(repeating: "x", count: $0 / 26 + 1))z"
    }
    let texts = (0..<40).map { words[$0..<$0 + 20].joined(separator: " ") }
    let found = clusters(texts)
    #expect(found.contains(1))
    #expect(found.last != 1)
  }

  @Test func growsAndCounts() {
    var pile = MentionClusters()
    let text = "Shame on you, the outage lasts for days and nobody says a word about it"
    for number in 1...300 {
      let place = pile.take(
        MentionID(rawValue: Int64(number)), text: "\(text) @friend\(number)", at: Self.now)
      #expect(place?.size == (number == 1 ? nil : number))
    }
  }

  @Test func oneMentionCanBeSplitOff() {
    var pile = MentionClusters()
    let text = "Shame on you, the outage lasts for days and nobody says a word about it"
    #expect(clusters([text, text, text], &pile) == [nil, 1, 1])
    #expect(pile.split(MentionID(rawValue: 2), from: ClusterID(rawValue: 1)) == 2)
    #expect(pile.split(MentionID(rawValue: 2), from: ClusterID(rawValue: 1)) == 2)
    #expect(pile.take(MentionID(rawValue: 2), text: text, at: Self.now) == nil)
    #expect(pile.take(MentionID(rawValue: 4), text: text, at: Self.now)?.size == 3)
    // The one that began it may leave too; the others stay together under its number.
    #expect(pile.split(MentionID(rawValue: 1), from: ClusterID(rawValue: 1)) == 2)
    #expect(pile.take(MentionID(rawValue: 5), text: text, at: Self.now)?.cluster.rawValue == 1)
    #expect(pile.split(MentionID(rawValue: 9), from: ClusterID(rawValue: 77)) == nil)
  }

  @Test func forgetsAfterTheWindow() {
    var pile = MentionClusters(window: .hours(1))
    let text = "Shame on you, the outage lasts for days and nobody says a word about it"
    #expect(pile.take(MentionID(rawValue: 1), text: text, at: Self.now) == nil)
    #expect(pile.take(MentionID(rawValue: 2), text: text, at: Self.now.adding(.hours(2))) == nil)
    #expect(
      pile.take(MentionID(rawValue: 3), text: text, at: Self.now.adding(.hours(3)))?.cluster
        .rawValue == 2)
  }

  @Test func memoryIsBoundedAndClustersOutliveSingleTexts() {
    var pile = MentionClusters(capacity: 100)
    var random = SeededRandom(seed: 4)
    let text = "Shame on you, the outage lasts for days and nobody says a word about it"
    #expect(clusters([text, text], &pile) == [nil, 1])
    for number in 10..<3000 {
      let words = (0..<12).map { _ in
        String((0..<7).map { _ in "bcdfghklmnprstvz".randomElement(using: &random) ?? "b" })
      }
      _ = pile.take(
        MentionID(rawValue: Int64(number)), text: words.joined(separator: " "), at: Self.now)
      #expect(pile.count <= 100)
    }
    #expect(pile.take(MentionID(rawValue: 5000), text: text, at: Self.now)?.cluster.rawValue == 1)
  }

  @Test func theSameOrderGivesTheSameClusters() {
    let pieces = [
      "refund", "my", "money", "now", "рейс", "где", "پول", "钱", "退", "@x", "!", "the", "app",
    ]
    func run() -> [Int64?] {
      var random = SeededRandom(seed: 12)
      func some(_ count: Int) -> [String] {
        (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }
      }
      let stems = (0..<40).map { _ in some(Int.random(in: 0...14, using: &random)) }
      let texts = (0..<800).map { _ in
        ((stems.randomElement(using: &random) ?? []) + some(1)).joined(separator: " ")
      }
      var pile = MentionClusters(capacity: 64)
      return clusters(texts, &pile)
    }
    let first = run()
    #expect(first == run())
    #expect(first.contains { $0 != nil })
  }
}
