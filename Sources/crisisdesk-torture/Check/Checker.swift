import DeskCore

/// A promise that was broken.
struct Violation: Hashable, Sendable, CustomStringConvertible {
  /// The promises.
  enum Promise: String, Sendable, CaseIterable {
    case pause = "nothing leaves while paused"
    case double = "nothing leaves twice"
    case loss = "nothing is lost"
    case change = "nothing leaves changed"
    case record = "the record is whole and true"
  }

  /// Which.
  let promise: Promise
  /// How.
  let words: String
  /// The promise and how it was broken.
  var description: String { "\(promise.rawValue): \(words)" }
}

/// Holds what a server saw against what a desk promised and said.
struct Checker {
  let history: History
  let lives: [ItemLife]

  /// Everything in a history that breaks a promise; empty when all is well.
  static func violations(in history: History) -> [Violation] {
    let checker = Checker(history: history, lives: ItemLife.all(of: history))
    return checker.pauses() + checker.recordedPauses() + checker.doubles() + checker.losses()
      + checker.truths() + checker.changes() + checker.records()
  }

  func broken(_ promise: Violation.Promise, _ words: String) -> Violation {
    Violation(promise: promise, words: words)
  }

  func published(_ message: Int) -> [History.Published] {
    history.published.filter { history.message(in: $0.text) == message }
  }

  /// Nothing is on the server twice, and every request for one item carries its one key.
  private func doubles() -> [Violation] {
    var found: [Violation] = []
    for life in lives {
      // A message can be decided anew by another item only if the verb was called again.
      let count = published(life.message).count
      let twins = lives.count { $0.message == life.message }
      if count > twins {
        found.append(broken(.double, "item \(life.item) is \(count) times on the server"))
      }
    }
    var keys: [String: Int] = [:]
    for attempt in history.attempts {
      guard let message = history.message(in: attempt.text) else { continue }
      guard let key = attempt.key else {
        found.append(broken(.double, "a request for message \(message) had no key"))
        continue
      }
      if let other = keys[key], other != message {
        found.append(broken(.double, "messages \(other) and \(message) had the same key"))
      }
      keys[key] = message
    }
    let used = Dictionary(grouping: keys, by: \.value)
    for (message, group) in used.sorted(by: { $0.key < $1.key }) where group.count > 1 {
      found.append(broken(.double, "message \(message) left with \(group.count) keys"))
    }
    return found
  }

  /// What a verb said was decided is in the record; every item comes to rest.
  private func losses() -> [Violation] {
    var found: [Violation] = []
    for call in history.calls where call.isDone {
      guard let item = call.item else { continue }
      if !lives.contains(where: { $0.item == item }) {
        found.append(broken(.loss, "item \(item) was decided and is nowhere"))
      }
    }
    for life in lives where !life.state.rests {
      found.append(broken(.loss, "item \(life.item) is \(life.state.rawValue) for good"))
    }
    return found
  }

  /// What the desk says was sent is on the server, and the other way round.
  private func truths() -> [Violation] {
    var found: [Violation] = []
    for life in lives {
      let there = published(life.message)
      if life.state == .sent, !there.contains(where: { $0.native == life.native }) {
        let name = life.native ?? "nothing"
        found.append(broken(.loss, "item \(life.item) is said to be sent as \(name) and is not"))
      }
      if !there.isEmpty, life.state != .sent, life.native == nil,
        !lives.contains(where: { $0.message == life.message && $0.state == .sent })
      {
        found.append(
          broken(.loss, "item \(life.item) is on the server and said to be \(life.state.rawValue)"))
      }
    }
    let known = Set(lives.map(\.message))
    for post in history.published {
      guard let message = history.message(in: post.text), !known.contains(message) else {
        continue
      }
      found.append(broken(.loss, "message \(message) is on the server and was never decided"))
    }
    return found
  }

  /// Bytes, recipient and audience are those that were decided.
  private func changes() -> [Violation] {
    var found: [Violation] = []
    for post in history.published {
      guard let message = history.message(in: post.text),
        let life = lives.first(where: { $0.message == message })
      else { continue }
      let said = history.calls.first { $0.item == life.item }?.text
      // A verb that was killed said nothing; its text has at most a name in front.
      let isSame =
        said.map { $0.utf8.elementsEqual(post.text.utf8) }
        ?? post.text.utf8.suffix(history.plan.text(message).utf8.count)
        .elementsEqual(history.plan.text(message).utf8)
      if !isSame {
        found.append(broken(.change, "message \(message) is '\(post.text)' on the server"))
      }
      if !post.text.hasSuffix(history.plan.text(message)) {
        found.append(broken(.change, "message \(message) lost some of what was typed"))
      }
      if post.target != (life.isReply ? history.mentions[message] : nil) {
        found.append(broken(.change, "message \(message) answers \(post.target ?? "nobody")"))
      }
      if post.visibility != "public" {
        found.append(broken(.change, "message \(message) is \(post.visibility)"))
      }
    }
    return found
  }

  /// No step that an item may not take, and the list of posts says what the record says.
  private func records() -> [Violation] {
    var found = lives.flatMap(\.problems).map { broken(.record, $0) }
    for (before, after) in zip(history.audit, history.audit.dropFirst())
    where after.sequence != before.sequence + 1 {
      found.append(broken(.record, "entry \(after.sequence) follows \(before.sequence)"))
    }
    for life in lives {
      guard let listed = history.listed[life.item], listed != life.state.rawValue else { continue }
      found.append(
        broken(.record, "post \(life.item) is listed as \(listed), not \(life.state.rawValue)"))
    }
    return found
  }
}
