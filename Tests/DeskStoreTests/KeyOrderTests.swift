import Testing

@testable import DeskStore

@Suite struct KeyOrderTests {
  /// Ids as platforms give them, each list in order of time.
  static let inOrder: [[String]] = [
    ["1", "2", "9", "10", "11", "99", "100", "4096", "1000000", "999999999999"],
    ["113000000000000000", "113000000400000000", "113000009000000000", "114000000000000000"],
    ["tweet-0998", "tweet-0999", "tweet-1000", "tweet-20000"],
    [
      "https://social.example/users/ana/statuses/113000000000000000",
      "https://social.example/users/bob/statuses/113000009000000000",
    ],
    ["at://did:plc:zz/app.bsky.feed.post/3k2abcdefgh2a", "at://did:plc:aa/post/3kxabcdefgh2a"],
    ["01ARZ3NDEKTSV4RRFFQ69G5FAV", "01BRZ3NDEKTSV4RRFFQ69G5FAA", "01BRZ4NDEKTSV4RRFFQ69G5FAA"],
    ["0190163d-8694-739b-aea5-966c26f8ad9x", "0190263d-8694-739b-aea5-966c26f8ad9a"],
  ]

  @Test(arguments: inOrder)
  func laterIdsStandLater(ids: [String]) {
    let places = ids.map(KeyOrder.place)
    #expect(places == places.sorted())
    #expect(Set(places).count == places.count)
    #expect(places.allSatisfy { $0 < 1 << KeyOrder.bits })
  }

  @Test(arguments: ["", "/", "a/", "ہم", "🔥", "٣٤٥٦", "18446744073709551616", "-1", "a:b#c/d"])
  func everyTextHasAPlace(text: String) {
    #expect(KeyOrder.place(of: text) < 1 << KeyOrder.bits)
  }

  /// What shares a place is still told apart, or a look-up would compare thousands of rows.
  @Test func idsThatBeginAlikeRarelyShareAKey() {
    let keys = (0..<20_000).map { number in
      StableHash.key(account: "main", native: "message-\(String(number, radix: 2))x")
    }
    #expect(Set(keys).count > 19_900)
    #expect(StableHash.key(account: "a", native: "1") != StableHash.key(account: "b", native: "1"))
  }
}
