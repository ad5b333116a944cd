import DeskCore
import TerminalUI

/// The review that ends a pause: a verdict for every post whose time passed, a reason, and a word.
///
/// Nothing here resumes by Enter alone: the word must be typed, and nothing typed in the first
/// 500 ms counts, so that keys meant for another screen do no harm.
struct ResumeReview: Hashable, Sendable {
  /// What the person decided about one post.
  enum Choice: Hashable, Sendable {
    /// It leaves at the time it has; possible while that lies ahead.
    case keep
    /// Anything else.
    case verdict(ResumeVerdict)
  }

  /// The parts, in the order in which Tab goes through them.
  enum Part: Int, CaseIterable, Hashable, Sendable { case posts, reason, word }

  /// What a key asks for.
  enum Outcome: Hashable, Sendable {
    /// Nothing happened: too early, or the key means nothing here.
    case ignored
    /// Something on the screen changed.
    case changed
    /// Resume exactly so.
    case resume(DeskCommand)
    /// Resuming, or a choice, is not possible.
    case refused(Refusal)
    /// Close; the pause stands.
    case cancel
  }

  /// Why the review does not resume; worded in `Words`.
  enum Refusal: Hashable, Sendable {
    case verdictsNeeded([OutgoingID])
    case reasonNeeded
    case wordNeeded
    case timePassed(OutgoingID)
    case time(TimeEntry.Problem)
  }

  /// The word to type, the same in every language: the name of the command.
  static let word = "resume"
  /// How long keys are ignored after the review opens, 500 ms.
  static let deaf = Span(milliseconds: 500)

  /// Held and missed posts, by time.
  private(set) var items: [OutgoingItem]
  /// What was decided so far.
  private(set) var choices: [OutgoingID: Choice] = [:]
  /// The row under the cursor, from 0.
  private(set) var row = 0
  /// The part that keys go to.
  private(set) var part = Part.posts
  /// Why the desk resumes.
  private(set) var reason = TextField()
  /// The typed word.
  private(set) var typed = TextField()
  /// The new time of the post under the cursor, while it is typed; nil otherwise.
  private(set) var time: TextField?
  /// The pauses that stand.
  let pauses: [Pause]
  /// The one pause that is to end; nil for all.
  let ending: PauseTarget?
  /// When the review opened.
  let openedAt: Timestamp
  /// The desk's zone.
  let zone: DeskZone

  /// Opens the review over what is held or missed and free afterwards; others are left out.
  init(
    items: [OutgoingItem], pauses: [Pause] = [], ending: PauseTarget? = nil,
    openedAt: Timestamp, zone: DeskZone
  ) {
    self.pauses = pauses
    self.ending = ending
    self.items = Self.concerned(items, pauses, ending)
    self.openedAt = openedAt
    self.zone = zone
  }

  /// Takes in the posts as they are stored now; what was decided about them stays.
  mutating func refresh(_ items: [OutgoingItem]) {
    let selected = selected?.id
    self.items = Self.concerned(items, pauses, ending)
    row = self.items.firstIndex { $0.id == selected } ?? min(row, max(0, self.items.count - 1))
    if self.selected?.id != selected { time = nil }
  }

  /// The post under the cursor; nil when there is none.
  var selected: OutgoingItem? { items.indices.contains(row) ? items[row] : nil }

  /// Whether a post cannot leave at the time it has, so that a person must decide.
  func needsVerdict(_ item: OutgoingItem, now: Timestamp) -> Bool {
    item.state == .missed || item.dueAt <= now
  }

  /// What stands for a post: the person's choice, or that it keeps its time; nil when undecided.
  func choice(for item: OutgoingItem, now: Timestamp) -> Choice? {
    switch choices[item.id] {
    case .verdict(.reschedule(let at)) where at <= now: nil
    case .keep, nil: needsVerdict(item, now: now) ? nil : .keep
    case .verdict(let verdict): .verdict(verdict)
    }
  }

  /// The posts about which nothing is decided.
  func undecided(now: Timestamp) -> [OutgoingID] {
    items.filter { choice(for: $0, now: now) == nil }.map(\.id)
  }

  /// Why the review cannot resume yet; nil when it can.
  func refusal(now: Timestamp) -> Refusal? {
    let open = undecided(now: now)
    if !open.isEmpty { return .verdictsNeeded(open) }
    if !reason.text.contains(where: { !$0.isWhitespace }) { return .reasonNeeded }
    return typed.text == Self.word ? nil : .wordNeeded
  }

  /// Acts as a key says.
  mutating func handle(_ key: KeyEvent, width: Int, now: Timestamp) -> Outcome {
    guard now.since(openedAt) >= Self.deaf else { return .ignored }
    if time != nil { return handleTime(key, width: width, now: now) }
    switch (key, part) {
    case (.escape, _): return .cancel
    case (.tab, _): return step(1)
    case (.backTab, _): return step(-1)
    case (_, .posts): return handlePosts(key, now: now)
    case (.enter, .reason): return step(1)
    case (.enter, .word): return complete(now: now)
    case (_, .reason): return reason.handle(key, width: width) ? .changed : .ignored
    case (_, .word): return typed.handle(key, width: width) ? .changed : .ignored
    }
  }

  /// Inserts pasted text; the word must be typed, so it takes none.
  mutating func paste(_ text: String, now: Timestamp) -> Outcome {
    guard now.since(openedAt) >= Self.deaf else { return .ignored }
    if time != nil {
      time?.insert(text)
    } else if part == .reason {
      reason.insert(text)
    } else {
      return .ignored
    }
    return .changed
  }

  private mutating func handlePosts(_ key: KeyEvent, now: Timestamp) -> Outcome {
    switch key {
    case .down, .character("j"): row = min(row + 1, max(0, items.count - 1))
    case .up, .character("k"): row = max(0, row - 1)
    case .enter: return step(1)
    case .character(let letter): return decide(letter, now: now)
    default: return .ignored
    }
    return .changed
  }

  private mutating func decide(_ letter: Character, now: Timestamp) -> Outcome {
    guard let item = selected else { return .ignored }
    switch letter {
    case "d": choices[item.id] = .verdict(.drop)
    case "s": choices[item.id] = .verdict(.send)
    case "t": time = TextField()
    case "p":
      guard !needsVerdict(item, now: now) else { return .refused(.timePassed(item.id)) }
      choices[item.id] = .keep
    default: return .ignored
    }
    return .changed
  }

  private mutating func handleTime(_ key: KeyEvent, width: Int, now: Timestamp) -> Outcome {
    guard var field = time, let item = selected else {
      time = nil
      return .changed
    }
    switch key {
    case .escape: time = nil
    case .enter:
      do {
        let at = try TimeEntry.read(field.text, now: now, zone: zone)
        choices[item.id] = .verdict(.reschedule(at))
        time = nil
      } catch {
        return .refused(.time(error))
      }
    default:
      guard field.handle(key, width: width) else { return .ignored }
      time = field
    }
    return .changed
  }

  private mutating func step(_ by: Int) -> Outcome {
    let count = Part.allCases.count
    part = Part(rawValue: (part.rawValue + by + count) % count) ?? .posts
    return .changed
  }

  private func complete(now: Timestamp) -> Outcome {
    if let refusal = refusal(now: now) { return .refused(refusal) }
    var verdicts: [OutgoingID: ResumeVerdict] = [:]
    for item in items {
      if case .verdict(let verdict) = choice(for: item, now: now) { verdicts[item.id] = verdict }
    }
    return .resume(.resume(ending, reason: reason.text, verdicts: verdicts))
  }

  private static func concerned(
    _ items: [OutgoingItem], _ pauses: [Pause], _ ending: PauseTarget?
  ) -> [OutgoingItem] {
    items.filter { pauses.frees($0, ending: ending) }
      .sorted { ($0.dueAt, $0.id) < ($1.dueAt, $1.id) }
  }
}
