// begin example
import DeskCore

/// Reads a message, places it in the queue, and asks the gate about an answer while a pause stands.
func exampleDesk() -> [String] {
  var lines: [String] = []
  let seen = Timestamp(seconds: 1_767_258_000)
  let now = seen.adding(.minutes(20))

  // What does the message want, and how long would it have waited to stand where it stands?
  let mood = LexiconMoodReader().read("The app is broken and support does not answer!")
  let urgency = Urgency(mood: mood, followers: 4200, visibility: .public)
  for part in urgency.explained(seenAt: seen, now: now) {
    lines.append("\(part.kind.rawValue): \(part.span.minutes) min")
  }

  // Somebody has paused everything: the gate lets no answer out, whoever asks.
  let answer = Outgoing(
    kind: .reply, account: AccountID("main"), recipient: "ana@example.social",
    text: "We are looking into it.")
  let item = OutgoingItem(
    id: OutgoingID(rawValue: 1), content: answer, state: .queued, dueAt: now,
    key: IdempotencyKey(rawValue: "0123456789abcdef0123456789abcdef"), author: Seat("bo"),
    createdAt: now)
  let pause = Pause(id: 1, seat: Seat("lee"), at: now, scope: .everything)
  if case .hold(let reason) = Gate.decide(item, given: Gate.View(pause: pause), now: now) {
    lines.append("held: \(reason)")
  }
  return lines
}
// end example
