import DeskCore
import Foundation

/// Lines that are out as soon as they are said, so that a long run can be watched.
enum Console {
  static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}

/// The figures of a run.
struct RunReport {
  private(set) var desks = 0
  private(set) var rounds = 0
  private(set) var failures = 0
  private var attempts = 0
  private var pauses = 0
  private var items: [ItemLife.State: Int] = [:]
  private var happened: [String: Int] = [:]
  private var leftOut: Set<String> = []

  mutating func add(_ outcome: DeskShift.Outcome) {
    desks += 1
    rounds += outcome.rounds
    attempts += outcome.attempts
    pauses += outcome.pauses
    if outcome.failure != nil { failures += 1 }
    items.merge(outcome.items) { $0 + $1 }
    happened.merge(outcome.happened) { $0 + $1 }
    leftOut.formUnion(outcome.leftOut)
  }

  func say(seconds: Int) {
    let states = items.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { "\($0.value) \($0.key.rawValue)" }.joined(separator: ", ")
    Console.say(
      "\(rounds) rounds on \(desks) desks in \(seconds) s, \(failures) with a broken promise")
    Console.say("items: \(states); \(attempts) requests to publish; \(pauses) pauses acknowledged")
    let record = happened.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    Console.say("on the way: \(record.joined(separator: ", "))")
    for what in leftOut.sorted() { Console.say("left out: \(what)") }
  }
}

/// Everything that helps to understand a broken promise.
struct FailureReport {
  let failure: DeskShift.Failure
  let kept: String

  func say() {
    let history = failure.history
    Console.say("\nBROKEN with seed \(history.plan.seed)")
    for violation in failure.violations { Console.say("  \(violation)") }
    Console.say("again with: crisisdesk-torture --seed \(history.plan.seed) --rounds 1")
    Console.say("the desk is kept in \(kept)\n\nplan\n\(history.plan)\n\nverbs")
    let start = history.calls.first?.began ?? Timestamp(milliseconds: 0)
    for call in history.calls {
      let (began, ended) = (Self.since(start, call.began), Self.since(start, call.ended))
      let status = call.status.map { "exit \($0)" } ?? "killed"
      let item = call.item.map { ", item \($0)" } ?? ""
      let flight = call.inFlight.isEmpty ? "" : ", in flight \(call.inFlight.sorted())"
      Console.say("  \(began)-\(ended) ms  \(call.act): \(status)\(item)\(flight)")
    }
    Console.say("\nrequests to publish")
    for attempt in history.attempts {
      guard let message = history.message(in: attempt.text) else { continue }
      Console.say(
        "  \(Self.since(start, attempt.at)) ms  message \(message) key \(attempt.key ?? "none")")
    }
    Console.say("\npublished")
    for post in history.published {
      guard let message = history.message(in: post.text) else { continue }
      Console.say("  \(post.native)  message \(message)")
    }
    Console.say("\nrecord")
    for entry in history.audit {
      Console.say(
        "  \(entry.sequence) \(entry.seat) \(entry.action) \(entry.subject) \(entry.detail)")
    }
  }

  /// Milliseconds of ours, as the plan has them.
  private static func since(_ start: Timestamp, _ instant: Timestamp) -> Int64 {
    instant.since(start).milliseconds / StretchedClock.speed
  }
}
