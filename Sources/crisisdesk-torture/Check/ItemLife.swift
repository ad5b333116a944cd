/// The life of one outgoing item as the desk's record tells it.
struct ItemLife: Sendable {
  /// What the record says of where it stands.
  enum State: String, Sendable {
    case draft, approved, queued, sending, sent, refused, unknown, held, missed, dropped
    case awaitingApproval = "awaiting"

    /// Whether it stays there unless a person does something.
    var rests: Bool { self != .queued && self != .sending && self != .unknown }
  }

  /// The item's number.
  let item: Int64
  /// The message that it carries.
  let message: Int
  /// Whether it answers a person.
  let isReply: Bool
  /// Where it stands.
  private(set) var state = State.queued
  /// The server's id, once the desk said that it has one.
  private(set) var native: String?
  /// Steps that no item may take.
  private(set) var problems: [String] = []

  /// Every item whose making the record tells, in order.
  static func all(of history: History) -> [ItemLife] {
    var lives: [Int64: ItemLife] = [:]
    for entry in history.audit {
      guard let item = entry.item else { continue }
      if entry.action == "post" || entry.action == "reply" {
        guard let message = history.message(in: entry.detail) else { continue }
        // The gate may have held it in the transaction that made it.
        let isHeld = lives[item]?.state == .held
        lives[item] = ItemLife(item: item, message: message, isReply: entry.action == "reply")
        if isHeld { lives[item]?.state = .held }
      } else if entry.action == "gate: hold", lives[item] == nil {
        lives[item] = ItemLife(item: item, message: -1, isReply: false)
        lives[item]?.state = .held
      } else {
        lives[item]?.read(entry)
      }
    }
    return lives.values.filter { $0.message >= 0 }.sorted { $0.item < $1.item }
  }

  private init(item: Int64, message: Int, isReply: Bool) {
    self.item = item
    self.message = message
    self.isReply = isReply
  }

  private mutating func read(_ entry: History.Entry) {
    if let step = Self.step(in: entry.detail) {
      if entry.action == "sent" { native = step.why }
      return go(to: step.to, from: [step.from], entry)
    }
    switch entry.action {
    case "gate: admit": go(to: .sending, from: [.queued], entry)
    case "gate: hold": go(to: .held, from: [.queued, .held, .missed, .refused], entry)
    case "gate: miss": go(to: .missed, from: [.queued, .held], entry)
    case "sent":
      if state == .dropped {
        native = native ?? "?"
      } else {
        state = .sent
        native = entry.detail
      }
    case "refused": go(to: .refused, from: [.sending, .unknown], entry)
    case "unknown": go(to: .unknown, from: [.sending], entry)
    case "later": go(to: .queued, from: [.sending], entry)
    case "absent": go(to: .queued, from: [.unknown], entry)
    case "recall", "drop":
      go(to: .dropped, from: [.queued, .held, .missed, .refused, .unknown], entry)
    case "reschedule":
      if state != .held { go(to: .queued, from: [.queued, .missed, .refused], entry) }
    case "review":
      go(to: entry.detail == "drop" ? .dropped : .queued, from: [.held, .missed], entry)
    default: break
    }
  }

  /// An entry that says itself which step was taken: `queued -> sending: why`.
  private static func step(in detail: String) -> (from: State, to: State, why: String)? {
    let words = detail.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
    guard words.count >= 3, words[1] == "->", let from = State(rawValue: String(words[0])) else {
      return nil
    }
    let name = words[2].hasSuffix(":") ? words[2].dropLast() : words[2]
    guard let to = State(rawValue: String(name)) else { return nil }
    return (from, to, words.count > 3 ? String(words[3]) : "")
  }

  private mutating func go(to next: State, from allowed: Set<State>, _ entry: History.Entry) {
    if !allowed.contains(state) {
      problems.append(
        "item \(item) was \(state.rawValue) when entry \(entry.sequence) says: \(entry.action)")
    }
    state = next
  }
}
