import DeskCore
import DeskStore
import Testing

/// What is stored of mentions that say nearly the same, and the queue with one row for them.
@Suite struct ClusterStoreTests {
  private let desk: DeskDatabase

  init() throws { desk = try DeskDatabase.temporary() }

  /// Brings mentions and puts those with the same letter before the number together.
  private func bring(_ names: [String], followers: [String: Int] = [:]) throws {
    for (index, name) in names.enumerated() {
      try desk.take(
        judged(name, at: dawn.adding(.seconds(Int64(index))), by: name, followers: followers[name]))
    }
    var first: [Character: MentionID] = [:]
    var members: [MentionID: ClusterID] = [:]
    for (index, name) in names.enumerated() where name.first != "-" {
      let id = MentionID(rawValue: Int64(index + 1))
      if let letter = name.first, let founder = first[letter] {
        members[id] = ClusterID(founder)
      } else if let letter = name.first {
        first[letter] = id
      }
    }
    let step = ClusterStep(
      from: MentionID(rawValue: 0), to: MentionID(rawValue: Int64(names.count)), members: members)
    #expect(try desk.store(step))
  }

  private func rows(
    by order: QueueOrder = .breach, page: Int = 50,
    _ change: (inout MentionFilter) -> Void = { _ in }
  ) throws -> [String] {
    var filter = MentionFilter()
    change(&filter)
    var rows: [Mention] = []
    var after: QueuePosition?
    while true {
      let part = try desk.foldedQueue(filter, by: order, after: after, limit: page)
      rows += part.mentions
      guard part.hasMore, let last = part.mentions.last else { break }
      after = QueuePosition(last)
    }
    return rows.map { mention in
      let count = mention.cluster.map { "×\($0.open)" } ?? ""
      return mention.incoming.key.native + count
    }
  }

  @Test(arguments: [1, 2, 3, 50]) func aClusterIsOneRowOnWhateverPages(page: Int) throws {
    try bring(["-1", "a1", "b1", "a2", "-2", "b2", "a3"])
    #expect(try rows(page: page) == ["-1", "a1×3", "b1×2", "-2"])
    #expect(try rows(by: .urgency, page: page) == ["-1", "a1×3", "b1×2", "-2"])
    // Nothing is hidden from a count, nor from who asks for each.
    #expect(try desk.status(now: dawn).open == 7)
    #expect(try desk.queue(MentionFilter(), after: nil, limit: 50).mentions.count == 7)
  }

  @Test func whoIsMostUrgentInTheOrderStandsForIt() throws {
    try bring(["a1", "a2", "-1"], followers: ["a2": 90_000])
    #expect(try rows(by: .breach) == ["a1×2", "-1"])
    #expect(try rows(by: .urgency) == ["a2×2", "-1"])
    #expect(try rows { $0.author = "a2" } == ["a2×2"])
    #expect(try rows { $0.text = "hello" } == ["a1×2", "-1"])
    #expect(try rows(page: 1) { $0.text = "hello" } == ["a1×2", "-1"])
    #expect(try rows(page: 1) { $0.languages = [.english] } == ["a1×2", "-1"])
  }

  @Test func aFilterNamesItsMembers() throws {
    try bring(["a1", "-1", "a2", "a3"])
    let members = try rows { $0.cluster = ClusterID(rawValue: 1) }
    #expect(members == ["a1×3", "a2×3", "a3×3"])
    var filter = MentionFilter()
    filter.cluster = ClusterID(rawValue: 1)
    #expect(try desk.stream(filter, before: nil, limit: 2).mentions.map(\.id.rawValue) == [4, 3])
    #expect(try desk.counts(filter, cap: 100).shown.value == 3)
    filter.cluster = ClusterID(rawValue: 2)
    #expect(try desk.stream(filter, before: nil, limit: 9).mentions.isEmpty)
  }

  @Test func whoeverWaitsNextStandsForIt() throws {
    try bring(["a1", "a2", "a3"])
    try desk.decide { try $0.set(MentionID(rawValue: 1), state: .noAction, snoozedUntil: nil) }
    #expect(try rows() == ["a2×2"])
    try desk.decide { try $0.set(MentionID(rawValue: 1), state: .open, snoozedUntil: nil) }
    #expect(try rows() == ["a1×3"])
    // One whose author changed the text says something else now.
    try desk.take(judged("a2", "hello, all is well", at: dawn.adding(.minutes(1)), by: "a2"))
    #expect(try rows() == ["a1×2", "a2"])
    try desk.decide { try $0.set(MentionID(rawValue: 3), state: .snoozed, snoozedUntil: dawn) }
    #expect(try rows() == ["a1×1", "a2"])
    _ = try desk.wakeSnoozed(now: dawn)
    #expect(try rows() == ["a1×2", "a2"])
  }

  @Test func whoWasTakenOutStaysOut() throws {
    try bring(["a1", "a2", "a3"])
    try desk.decide { try $0.setCluster(nil, of: MentionID(rawValue: 1)) }
    #expect(try rows() == ["a1", "a2×2"])
    try bringMore(to: ClusterID(rawValue: 1), again: MentionID(rawValue: 1))
    #expect(try rows() == ["a1", "a2×3"])
    try desk.decide { try $0.setCluster(ClusterID(rawValue: 1), of: MentionID(rawValue: 1)) }
    #expect(try rows() == ["a1×4"])
    try desk.decide { transaction in
      for id in 1...3 { try transaction.setCluster(nil, of: MentionID(rawValue: Int64(id))) }
    }
    #expect(try rows() == ["a1", "a2", "a3", "a4"])
  }

  private func bringMore(to cluster: ClusterID, again: MentionID) throws {
    try desk.take(judged("a4", at: dawn.adding(.seconds(9)), by: "a4"))
    let step = ClusterStep(
      from: MentionID(rawValue: 3), to: MentionID(rawValue: 4),
      members: [MentionID(rawValue: 4): cluster, again: cluster])
    #expect(try desk.store(step))
  }

  @Test func ofTwoProcessesOneFindsThatTheOtherWasFirst() throws {
    try bring(["a1", "a2"])
    let late = ClusterStep(
      from: MentionID(rawValue: 0), to: MentionID(rawValue: 1),
      members: [MentionID(rawValue: 1): ClusterID(rawValue: 1)])
    #expect(try !desk.store(late))
    #expect(try desk.clusteredUpTo() == MentionID(rawValue: 2))
    let known = try desk.clusters(since: dawn, limit: 10)
    #expect(known.map(\.id) == [ClusterID(rawValue: 1)])
    #expect(known.map(\.size) == [2])
    #expect(known.map(\.last) == [dawn.adding(.seconds(1))])
  }

  /// Counts kept by triggers are those that a count over the rows would find, whatever happens.
  @Test(arguments: 1...8) func countsAreTrueAfterWhatever(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    try bring((1...30).map { "\(["a", "b", "c", "-"][$0 % 4])\($0)" })
    for _ in 0..<200 {
      let id = MentionID(rawValue: Int64.random(in: 1...30, using: &random))
      let native = try desk.mention(id)?.incoming.key.native ?? ""
      let choice = Int.random(in: 0..<6, using: &random)
      switch choice {
      case 0: try desk.take(judged(native, "text \(random.next() % 3)", at: dawn, by: native))
      case 1:
        _ = try desk.store(batch([.deleted(MentionKey(account: main, native: native))]))
      default:
        try desk.decide { transaction in
          switch choice {
          case 2: try transaction.setCluster(nil, of: id)
          case 3: try transaction.setCluster(ClusterID(rawValue: 1), of: id)
          case 4: try transaction.set(id, state: .noAction, snoozedUntil: nil)
          default: try transaction.set(id, state: .open, snoozedUntil: nil)
          }
        }
      }
    }
    let stored = try (1...30).compactMap { try desk.mention(MentionID(rawValue: Int64($0))) }
    for group in Dictionary(grouping: stored, by: { $0.cluster?.cluster }) {
      guard let cluster = group.key else { continue }
      for mention in group.value {
        #expect(mention.cluster?.size == group.value.count, "\(cluster)")
        #expect(mention.cluster?.open == group.value.count { $0.state == .open }, "\(cluster)")
      }
    }
    let shown = try rows()
    #expect(shown.count == Set(shown).count)
  }
}
