import DeskCore
import TerminalUI

/// A post while a person writes it: text, account, campaign and time.
struct PostEditor: Hashable, Sendable {
  /// The parts, in the order in which Tab goes through them.
  enum Part: Int, CaseIterable, Hashable, Sendable { case text, account, tag, time }

  /// What a key asks the desk to do.
  enum Outcome: Hashable, Sendable {
    /// Something on the screen changed.
    case changed
    /// Schedule exactly this.
    case schedule(DeskCommand)
    /// Scheduling was asked for and is not possible.
    case refused(Refusal)
    /// Close; what was typed stays in this value.
    case leave
  }

  /// Why a post cannot be scheduled as it stands; worded in `Words`.
  enum Refusal: Hashable, Sendable {
    case empty
    case tooLong(count: Int, limit: Int)
    case noAccount
    case time(TimeEntry.Problem)
  }

  /// The accounts to choose from, each with how its platform counts.
  struct Choice: Hashable, Sendable {
    let account: Account
    let ruler: TextRuler
    var spacing: Span?
  }

  /// The accounts to choose from.
  let choices: [Choice]
  /// Which of them is chosen.
  private(set) var chosen = 0
  /// The text.
  private(set) var text = TextField(isMultiline: true)
  /// The campaign as typed; empty for none.
  private(set) var tag = TextField()
  /// The time as typed.
  private(set) var time = TextField("+1h")
  /// The part that keys go to.
  private(set) var part = Part.text
  /// The desk's zone.
  let zone: DeskZone
  /// The posts around it on the schedule.
  private let neighbours: [PostNeighbour]

  /// Makes an empty post; `account` is chosen when it is among the choices.
  init(
    choices: [Choice], account: AccountID? = nil, text: String = "", zone: DeskZone,
    neighbours: [PostNeighbour] = []
  ) {
    self.neighbours = neighbours
    self.choices = choices
    self.zone = zone
    self.text = TextField(text, isMultiline: true)
    chosen = choices.firstIndex { $0.account.id == account } ?? 0
  }

  /// The chosen account; nil when the desk has none that can post.
  var choice: Choice? { choices.indices.contains(chosen) ? choices[chosen] : nil }
  /// The length in the chosen platform's own count.
  var count: Int { choice?.ruler.count(text.text) ?? text.text.count }

  /// Edits or acts as a key says; F5 schedules, Tab goes on, Esc leaves.
  mutating func handle(_ key: KeyEvent, width: Int, now: Timestamp) -> [Outcome] {
    switch (key, part) {
    case (.escape, _): return [.leave]
    case (.function(5), _): return [schedule(now: now)]
    case (.tab, _): step(1)
    case (.backTab, _): step(-1)
    case (.left, .account), (.up, .account): choose(-1)
    case (.right, .account), (.down, .account), (.character(" "), .account): choose(1)
    case (_, .text): guard text.handle(key, width: width) else { return [] }
    case (_, .tag): guard tag.handle(key, width: width) else { return [] }
    case (_, .time): guard time.handle(key, width: width) else { return [] }
    default: return []
    }
    return [.changed]
  }

  /// Inserts pasted text into the part that has the focus.
  mutating func paste(_ pasted: String) -> [Outcome] {
    switch part {
    case .text: text.insert(pasted)
    case .tag: tag.insert(pasted)
    case .time: time.insert(pasted)
    case .account: return []
    }
    return [.changed]
  }

  /// Schedules, or says why not.
  func schedule(now: Timestamp) -> Outcome {
    guard let choice else { return .refused(.noAccount) }
    guard text.text.contains(where: { !$0.isWhitespace }) else { return .refused(.empty) }
    guard count <= choice.ruler.limit else {
      return .refused(.tooLong(count: count, limit: choice.ruler.limit))
    }
    do {
      let dueAt = try TimeEntry.read(time.text, now: now, zone: zone)
      return .schedule(
        .schedulePost(
          account: choice.account.id, text: text.text, dueAt: dueAt,
          tag: PostTag.stored(tag.text)))
    } catch {
      return .refused(.time(error))
    }
  }

  /// What a person should know of the post as it stands: nothing keeps it from being scheduled.
  func warnings(now: Timestamp) -> [PostNeighbour.Warning] {
    guard let choice, text.text.contains(where: { !$0.isWhitespace }),
      let dueAt = try? TimeEntry.read(time.text, now: now, zone: zone)
    else { return [] }
    return PostNeighbour(.line(0), account: choice.account.id, text: text.text, dueAt: dueAt)
      .warnings(among: neighbours, spacing: choice.spacing)
  }

  private mutating func step(_ by: Int) {
    let count = Part.allCases.count
    part = Part(rawValue: (part.rawValue + by + count) % count) ?? .text
  }

  private mutating func choose(_ by: Int) {
    guard !choices.isEmpty else { return }
    chosen = (chosen + by + choices.count) % choices.count
  }
}
