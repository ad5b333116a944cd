import DeskCore
import DeskTesting
import Foundation

/// Several rounds on one desk, one after the other, and a last look at all of them together.
struct DeskShift {
  /// A round that broke a promise.
  struct Failure: Sendable {
    let history: History
    let violations: [Violation]
  }

  let desk: DeskUnderTest
  let server: ScriptedMastodon
  let plans: [RoundPlan]

  /// What a shift found.
  struct Outcome: Sendable {
    var rounds = 0
    var items: [ItemLife.State: Int] = [:]
    var attempts = 0
    /// How often the record says each thing that happens to an item on its way.
    var happened: [String: Int] = [:]
    var pauses = 0
    var leftOut: Set<String> = []
    var failure: Failure?
  }

  private static let told: Set = [
    "gate: admit", "gate: hold", "gate: miss", "unknown", "absent", "later",
  ]

  /// Works until the rounds are done or one breaks a promise.
  func run() async throws -> Outcome {
    var outcome = Outcome()
    let mentions = try await openDesk()
    var histories: [History] = []
    var base = try await desk.audit(after: 0).last?.sequence ?? 0
    for plan in plans {
      let runner = RoundRunner(
        desk: desk, server: server, plan: plan, mentions: mentions[plan.seed] ?? [:])
      try await runner.act()
      let history = try await runner.settle(after: base)
      base = history.audit.last?.sequence ?? base
      outcome.rounds += 1
      outcome.leftOut.formUnion(runner.leftOut)
      outcome.pauses += history.calls.count { $0.isDone && $0.act.isPause }
      for entry in history.audit where Self.told.contains(entry.action) {
        outcome.happened[entry.action, default: 0] += 1
      }
      for life in ItemLife.all(of: history) { outcome.items[life.state, default: 0] += 1 }
      if let failure = failure(of: history) {
        outcome.failure = failure
        return outcome
      }
      histories.append(history)
    }
    outcome.attempts = server.log.attempts.count
    outcome.failure = try await lastLook(histories)
    return outcome
  }

  /// Something of an earlier round may have happened in a later one.
  private func lastLook(_ histories: [History]) async throws -> Failure? {
    let audit = try await desk.audit(after: 0)
    for var history in histories {
      history.audit = audit
      history.readServer(server)
      if let failure = failure(of: history) { return failure }
    }
    let verified = try await desk.call(["audit", "verify"])
    guard verified.status != 0, let last = histories.last else { return nil }
    let words = verified.output + verified.error
    return Failure(
      history: last, violations: [Violation(promise: .record, words: words)])
  }

  private func failure(of history: History) -> Failure? {
    let violations = Checker.violations(in: history)
    return violations.isEmpty ? nil : Failure(history: history, violations: violations)
  }

  /// Starts the services and lets people write; the desk's numbers of their mentions by seed.
  private func openDesk() async throws -> [UInt64: [Int: Int64]] {
    try desk.wakeServices()
    try await patiently("the services listen") { server.listenerCount > 0 }
    var places: [String: (seed: UInt64, message: Int)] = [:]
    for plan in plans {
      for message in plan.replies {
        let mention = plan.mention(message)
        server.mention(from: mention.author, text: mention.text)
        places[mention.text] = (plan.seed, message)
      }
    }
    var found: [UInt64: [Int: Int64]] = [:]
    try await patiently("the mentions are stored") {
      let queue = try await desk.call(["queue", "--limit", "500"])
      for mention in VerbRecords.read(VerbRecords.Mention.self, queue.output) {
        guard let place = places.first(where: { mention.text.contains($0.key) })?.value else {
          continue
        }
        found[place.seed, default: [:]][place.message] = mention.id
      }
      return found.values.reduce(0) { $0 + $1.count } == places.count
    }
    return found
  }

  private func patiently(_ what: String, _ condition: () async throws -> Bool) async throws {
    for _ in 0..<300 {
      if try await condition() { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw TortureProblem("in 15 seconds it did not come to this: \(what)")
  }
}

extension Act {
  fileprivate var isPause: Bool { if case .pause = self { true } else { false } }
}

extension DeskUnderTest {
  /// The record after an entry.
  func audit(after base: Int64) async throws -> [History.Entry] {
    for _ in 0..<40 {
      let ending = try await call(["audit", "list", "--after", "\(base)"])
      if ending.status == 0 {
        return VerbRecords.read(VerbRecords.Entry.self, ending.output).map(\.entry)
      }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw TortureProblem("the record cannot be read")
  }
}
