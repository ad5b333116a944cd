import DeskCore
import DeskStore
import Testing

/// What services read between decisions.
@Suite struct DecisionReadTests {
  private let now = Timestamp(seconds: 1_770_000_000)

  private func post(
    _ tx: any DeskTransaction, _ account: String, in minutes: Int64
  ) throws -> OutgoingItem {
    try tx.enqueue(
      Outgoing(kind: .post, account: AccountID(account), text: "\(account) \(minutes)"),
      dueAt: now.adding(.minutes(minutes)), key: IdempotencyKey(rawValue: "\(account)\(minutes)"),
      author: Seat("ana"), at: now)
  }

  @Test func theFirstItemsOfOneAccountInOneState() throws {
    let desk = try DeskDatabase.temporary()
    let ids = try desk.decide { tx in
      let items = try [(3, "a"), (1, "a"), (2, "b"), (2, "a")].map {
        try post(tx, $0.1, in: Int64($0.0))
      }
      _ = try tx.beginPause(.posts, reason: "", seat: Seat("ana"), at: now)
      _ = try tx.passGate(items[3].id, now: now)
      return items.map(\.id)
    }
    func read(_ state: OutgoingState, _ limit: Int) throws -> [OutgoingID] {
      try desk.items(in: state, of: AccountID("a"), limit: limit).map(\.id)
    }
    #expect(try read(.queued, 9) == [ids[1], ids[0]])
    #expect(try read(.queued, 1) == [ids[1]])
    #expect(try read(.held, 9) == [ids[3]])
    #expect(try read(.unknown, 9).isEmpty)
    #expect(try desk.audit(after: 0, limit: 9).map(\.action) == ["gate: hold"])
  }

  @Test func thePauseThatStands() throws {
    let desk = try DeskDatabase.temporary()
    #expect(try desk.standingPauses().isEmpty)
    let pause = try desk.decide {
      try $0.beginPause(.posts, reason: "r", seat: Seat("ana"), at: now)
    }
    #expect(try desk.standingPauses() == [pause])
    try desk.decide { try $0.endPause(pause.id, reason: "over", seat: Seat("ana"), at: now) }
    #expect(try desk.standingPauses().isEmpty)
  }

  @Test func nativePostsOfOneAccountWithEveryHold() throws {
    let desk = try DeskDatabase.temporary()
    let posts = NativePost.Hold.allCases.enumerated().map { index, hold in
      NativePost(
        account: AccountID("a"), native: "n\(index)", text: "t", dueAt: now.adding(.hours(1)),
        snapshot: "{}", hold: hold, detail: "d\(index)")
    }
    let read = try desk.decide { tx in
      try tx.setNativePosts(posts, account: AccountID("a"))
      try tx.setNativePosts([], account: AccountID("b"))
      return try tx.nativePosts(of: AccountID("a"))
    }
    #expect(read == posts)
    #expect(try desk.nativePosts() == posts)
  }
}
