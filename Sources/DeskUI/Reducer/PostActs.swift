import DeskCore
import TerminalUI

extension DeskState {
  /// Acts on the selected post, or makes a new one.
  mutating func handlePost(_ verb: Verb, _ argument: String) -> [Effect] {
    if verb == .post {
      if !argument.isEmpty { return schedule(argument) ?? [] }
      let choices = postAccounts.map {
        PostEditor.Choice(account: $0.account, ruler: $0.ruler, spacing: $0.spacing)
      }
      let around = posts.board.posts.neighbours + posts.board.past.neighbours
      layers.append(
        .editor(PostEditor(choices: choices, zone: zone, neighbours: around), problem: ""))
      return []
    }
    let isPostOnly = verb == .drop || verb == .reschedule
    guard let item = isPostOnly ? posts.selectedItem : outgoingTarget else { return [] }
    switch verb {
    case .drop: return perform(.dropPost(item.id))
    case .reschedule:
      guard !argument.isEmpty else {
        layers.append(.prompt(Prompt(kind: .reschedule(item.id))))
        return []
      }
      return reschedule(item.id, argument) ?? []
    case .retry: return perform(.retry(item.id))
    case .wasSent: return perform(.settle(item.id, wasSent: true))
    case .notSent: return perform(.settle(item.id, wasSent: false))
    case .deleteSent: return perform(.deleteSent(item.id))
    case .hold: return perform(.holdBack(item.id))
    case .approve: return perform(.approve(item.id, digest: item.decided.digest, text: nil))
    case .editText:
      let kind = Prompt.Kind.editText(item.id, digest: item.decided.digest)
      layers.append(.prompt(Prompt(kind: kind, field: TextField(item.content.text))))
      return []
    case .override:
      guard argument.isEmpty else {
        return perform(.override(item.id, digest: item.decided.digest, reason: argument))
      }
      let kind = Prompt.Kind.override(item.id, digest: item.decided.digest)
      layers.append(.prompt(Prompt(kind: kind)))
      return []
    case .sendBack:
      guard argument.isEmpty else { return perform(.sendBack(item.id, note: argument)) }
      layers.append(.prompt(Prompt(kind: .sendBack(item.id))))
      return []
    default: return []
    }
  }

  /// Schedules `TIME TEXT` or `ACCOUNT TIME TEXT`; nil when it cannot be read.
  mutating func schedule(_ line: String) -> [Effect]? {
    var rest = line[...]
    var account = postAccounts.first?.account.id
    var time = Self.word(&rest)
    if let named = postAccounts.first(where: { $0.account.id.rawValue == time }) {
      account = named.account.id
      time = Self.word(&rest)
    }
    guard let account, let due = readTime(time) else { return nil }
    guard !rest.isEmpty else {
      say(Words.refusal(.emptyText), .refused)
      return nil
    }
    return perform(.schedulePost(account: account, text: String(rest), dueAt: due))
  }

  /// A time as a person types it; says what is wrong and gives nil when it cannot be read.
  mutating func readTime(_ text: String) -> Timestamp? {
    do {
      return try TimeEntry.read(text, now: now, zone: zone)
    } catch {
      say(Words.timeProblem(error, zone: zone), .refused)
      return nil
    }
  }

  /// Moves a post; nil when the time cannot be read.
  mutating func reschedule(_ id: OutgoingID, _ text: String) -> [Effect]? {
    guard let due = readTime(text) else { return nil }
    return perform(.reschedule(id, dueAt: due))
  }

  private static func word(_ rest: inout Substring) -> String {
    let word = rest.prefix { $0 != " " }
    rest = rest[word.endIndex...].drop { $0 == " " }
    return String(word)
  }
}
