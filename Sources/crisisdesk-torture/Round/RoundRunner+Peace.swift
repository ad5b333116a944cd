import DeskCore
import DeskTesting
import Synchronization

extension RoundRunner {
  /// How long a desk may take to bring everything to rest when nothing is wrong any more.
  private static let patience = Duration.seconds(40)

  /// Takes every trouble away, resumes, and waits until each item rests; then tells the history.
  func settle(after base: Int64) async throws -> History {
    server.faults.publishing = []
    server.faults.refusals = []
    desk.disk?.empty()
    try desk.wakeServices()
    // A clock that was wrong by much is put right, or posts would wait for their time for an hour.
    if plan.setsBack > 0 { try desk.clock.jump(seconds: plan.setsBack) }
    try await endPause()
    let start = ContinuousClock.now
    var history = try await history(after: base)
    while ContinuousClock.now - start < Self.patience {
      let lives = ItemLife.all(of: history)
      for life in lives where life.state == .missed || life.state == .held {
        let id = "\(life.item)"
        _ = try await desk.call(life.isReply ? ["reply", "--recall", id] : ["post", "drop", id])
      }
      if lives.allSatisfy({ $0.state.rests && $0.state != .missed && $0.state != .held }),
        server.publishing == 0
      {
        break
      }
      try await Task.sleep(for: .milliseconds(60))
      try desk.wakeServices()
      history = try await self.history(after: base)
    }
    // Once more, for what came between the record and the server's log.
    history = try await self.history(after: base)
    let posts = try await desk.call(["post", "list"])
    for post in VerbRecords.read(VerbRecords.Item.self, posts.output) {
      history.listed[post.id] = post.state
    }
    return history
  }

  private func endPause() async throws {
    let step = Step(at: 0, .resume(sendsOverdue: plan.seed % 2 == 0))
    for _ in 0..<50 {
      let ending = try await resume(step, sendsOverdue: plan.seed % 2 == 0)
      if ending.status == 0 || ending.error.contains("nothing is paused") { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw TortureProblem("the pause of seed \(plan.seed) could not be ended")
  }

  /// What is known now.
  func history(after base: Int64) async throws -> History {
    var history = History(plan: plan)
    history.calls = calls.withLock { $0 }.sorted { $0.began < $1.began }
    history.audit = try await desk.audit(after: base)
    history.readServer(server)
    for (message, _) in mentions {
      history.mentions[message] = server.native(of: plan.mention(message).text)
    }
    return history
  }
}

extension History {
  /// Takes over what a server saw.
  mutating func readServer(_ server: ScriptedMastodon) {
    let log = server.log
    attempts = log.attempts.map {
      Attempt(at: $0.arrivedAt, text: $0.fields["status"] ?? "", key: $0.key)
    }
    published = log.writes.filter { $0.method == "POST" }.map {
      Published(
        native: $0.native, text: $0.fields["status"] ?? "", target: $0.fields["in_reply_to_id"],
        visibility: $0.fields["visibility"] ?? "public")
    }
  }
}
