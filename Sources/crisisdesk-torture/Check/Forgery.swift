import DeskCore
import DeskTesting

/// A history that never happened, by which the checks show that they see what they are there for.
struct Forgery: Sendable {
  /// What was forged.
  let name: String
  /// What the checks must say is broken; empty for an honest history.
  let breaks: Set<Violation.Promise>
  /// The history.
  let history: History

  private init(
    _ name: String, _ breaks: Set<Violation.Promise>, _ change: (inout History) -> Void = { _ in }
  ) {
    self.name = name
    self.breaks = breaks
    var history = Self.honest
    change(&history)
    self.history = history
  }

  /// Every forgery, the honest history first.
  static var all: [Forgery] { pauses + messages + records }

  // MARK: The honest history

  private static let plan = RoundPlan(
    seed: 5, ignoresKeys: true, publishing: [], refusedLooks: 0,
    steps: [Step(at: 0, .reply(message: 0)), Step(at: 0, .post(message: 1, minutes: 1))])
  private static func at(_ milliseconds: Int64) -> Timestamp {
    Timestamp(milliseconds: 1_000_000 + milliseconds)
  }

  /// A reply leaves before a pause of posts and is answered late; a post is held, sent on resuming.
  private static var honest: History {
    var history = History(plan: plan)
    let reply = "@c5m0 " + plan.text(0)
    history.mentions = [0: "m1"]
    history.calls = [
      .init(.reply(message: 0), began: at(0), ended: at(10), status: 0, item: 1, text: reply),
      .init(
        .post(message: 1, minutes: 1), began: at(0), ended: at(12), status: 0, item: 2,
        text: plan.text(1)),
      .init(.pause(everything: false), began: at(50), ended: at(60), status: 0, inFlight: [1]),
      .init(.resume(sendsOverdue: true), began: at(200), ended: at(210), status: 0),
    ]
    history.attempts = [
      .init(at: at(61), text: reply, key: "k1"), .init(at: at(215), text: plan.text(1), key: "k2"),
    ]
    history.published = [
      .init(native: "n1", text: reply, target: "m1"),
      .init(native: "n2", text: plan.text(1), target: nil),
    ]
    history.audit = [
      .init(1, seat: "ana", "reply", "item 1", "to mention 1 as reply: " + reply),
      .init(2, seat: "ana", "post", "item 2", "main at x: " + plan.text(1)),
      .init(3, "gate: admit", "item 1", "attempt 1"),
      .init(4, "gate: hold", "item 2", "paused by posts"),
      .init(5, seat: "posts", "pause", "pause 1", "begins, posts"),
      .init(6, "sent", "item 1", "n1"),
      .init(7, seat: "ana", "review", "item 2", "send now"),
      .init(8, seat: "ana", "resume", "pause 1", "all clear"),
      .init(9, "gate: admit", "item 2", "attempt 1"),
      .init(10, "sent", "item 2", "n2"),
    ]
    history.listed = [2: "sent"]
    return history
  }

  // MARK: Forgeries

  private static var pauses: [Forgery] {
    [
      Forgery("honest", []),
      Forgery("a post comes while posts are paused", [.pause]) {
        $0.attempts[1].at = at(100)
      },
      Forgery("an answer comes while posts are paused", []) { $0.calls[2].inFlight = [] },
      Forgery("an answer comes while everything is paused", [.pause]) {
        $0.calls[2].act = .pause(everything: true)
        $0.calls[2].inFlight = []
      },
      Forgery("one that the receipt named comes while everything is paused", []) {
        $0.calls[2].act = .pause(everything: true)
      },
      Forgery("a post comes after a resume that was refused", [.pause]) {
        $0.calls.insert(
          .init(.resume(sendsOverdue: true), began: at(80), ended: at(90), status: 2), at: 3)
        $0.attempts[1].at = at(100)
      },
      Forgery("a post comes after a resume that was killed", []) {
        $0.calls.insert(
          .init(.resume(sendsOverdue: true), began: at(80), ended: at(90), status: nil), at: 3)
        $0.attempts[1].at = at(100)
      },
      Forgery("a post comes after a pause that was never acknowledged", []) {
        $0.calls[2].status = nil
        $0.attempts[1].at = at(100)
      },
      Forgery("a post is admitted while paused", [.pause, .record]) {
        $0.audit[6] = .init(7, "gate: admit", "item 2")
      },
      Forgery("an answer is admitted while everything is paused", [.pause]) {
        $0.audit[2] = .init(3, seat: History.everythingSeat, "pause", "pause 1")
        $0.audit[3] = .init(4, "gate: admit", "item 1")
        $0.audit[4] = .init(5, "gate: hold", "item 2")
      },
    ]
  }

  private static var messages: [Forgery] {
    [
      Forgery("twice on the server", [.double]) {
        $0.published.append(.init(native: "n3", text: plan.text(1), target: nil))
      },
      Forgery("two keys for one post", [.double]) {
        $0.attempts.append(.init(at: at(220), text: plan.text(1), key: "k3"))
      },
      Forgery("one key for two", [.double]) { $0.attempts[1].key = "k1" },
      Forgery("no key", [.double]) { $0.attempts[1].key = nil },
      Forgery("sent and not there", [.loss]) { $0.published.removeLast() },
      Forgery("there and said to be refused", [.loss, .record]) {
        $0.audit[9] = .init(10, "refused", "item 2")
      },
      Forgery("decided and nowhere", [.loss]) {
        $0.audit.removeAll { $0.item == 2 }
        $0.audit = $0.audit.enumerated().map { number, entry in
          .init(Int64(number), seat: entry.seat, entry.action, entry.subject, entry.detail)
        }
        $0.published.removeLast()
      },
      Forgery("there and never decided", [.loss]) {
        $0.published.append(.init(native: "n3", text: plan.text(7), target: nil))
      },
      Forgery("on its way for ever", [.loss, .record]) {
        $0.audit.removeLast()
        $0.published.removeLast()
      },
      Forgery("one letter changed", [.change]) {
        $0.published[0].text = "@c5m9 " + plan.text(0)
      },
      Forgery("the end is missing", [.change]) {
        $0.published[1].text = plan.token(1)
      },
      Forgery("to somebody else", [.change]) { $0.published[0].target = "m2" },
      Forgery("to fewer people", [.change]) { $0.published[1].visibility = "direct" },
    ]
  }

  private static var records: [Forgery] {
    [
      Forgery("a step from where it was not", [.record]) {
        $0.audit[8] = .init(9, "gate: admit", "item 2", "held -> sending: attempt 1")
      },
      Forgery("the record says itself what step it was", []) {
        $0.audit[8] = .init(9, "gate: admit", "item 2", "queued -> sending: attempt 1")
        $0.audit[9] = .init(10, "sent", "item 2", "sending -> sent: n2")
      },
      Forgery("admitted twice", [.record]) {
        $0.audit[9] = .init(10, "gate: admit", "item 2")
        $0.audit.append(.init(11, "sent", "item 2", "n2"))
      },
      Forgery("an entry is missing", [.record]) {
        $0.audit.append(.init(12, "wake", "mention 1"))
      },
      Forgery("listed as something else", [.record]) { $0.listed[2] = "queued" },
    ]
  }
}
