import DeskCore
import TerminalUI

extension Words {
  static let composerTitle = "Answer"
  static let editorTitle = "New post"
  static let resumeDialog = "Resume publishing"
  static let receiptTitle = "What the pause did"
  static let helpTitle = "Help – every act has a name for the : line"
  static let helpFilter = "filter: "
  static func mentionNumber(_ id: MentionID) -> String { "mention \(id)" }
  static func andMore(_ count: Int) -> String { "… and \(count) more" }
  static func detailTitle(_ id: MentionID) -> String { "Mention \(id)" }
  static func linesShown(_ visible: Range<Int>, of count: Int) -> String {
    let arrow = visible.upperBound < count ? "▼ more" : "end"
    return " \(visible.lowerBound + 1)–\(visible.upperBound) of \(count) \(arrow) "
  }

  static func menuTitle(_ kind: Menu.Kind) -> String {
    switch kind {
    case .level: "Move the level"
    case .snooze: "Snooze until"
    case .quit: "Quit?"
    case .leave: "Quit while an answer waits?"
    case .steal: "Take the claim?"
    case .macros: macrosTitle
    case .runMacro: "What it would do now"
    }
  }
  static func snoozeChoice(
    _ preset: SnoozePreset, count: Int, now: Timestamp, zone: DeskZone
  ) -> String {
    "\(preset.name): wakes \(ClockText.moment(preset.until, now: now, zone: zone))"
  }
  static func quitQuestion(_ waiting: Int) -> [String] {
    let first =
      waiting == 0
      ? "Nothing waits in the outbox."
      : "\(waiting) in the outbox: they leave when a desk runs, and not before."
    return [first, "y quits, n stays"]
  }
  /// Each answer that waits, then what can be done with them all.
  static func leaveQuestion(
    _ items: [OutgoingItem], leaving: Leaving?, now: Timestamp
  ) -> [String] {
    let rows = items.prefix(6).map { item in
      let left = max(0, (item.dueAt.since(now).milliseconds + 999) / 1000)
      let whom = item.content.recipient.map { "@\(SafeText.line($0))" } ?? ""
      return "\(left) s  \(whom): \(SafeText.line(item.content.text))"
    }
    let more = items.count > 6 ? ["and \(items.count - 6) more"] : []
    if leaving != nil { return rows + more + ["On its way out; n stays."] }
    if items.isEmpty { return ["Nothing waits any more.", "y quits, n stays"] }
    return rows + more + [
      "", "s  send now, then quit", "h  hold: it leaves when somebody sends it",
      "d  drop: the words are kept as a draft", "n  stay",
    ]
  }
  static let leaveKeys = "s, h, d or n"
  static let leftUnsent = "still here: #"
  static func stealQuestion(_ claim: Claim?, now: Timestamp) -> [String] {
    let holder = claim.map {
      "\($0.seat) has it since \(stopwatch(now.since($0.since), short: true))."
    }
    return [holder ?? "Nobody has it.", "y takes it and tells them, n leaves it"]
  }

  static func promptLabel(_ kind: Prompt.Kind) -> String {
    switch kind {
    case .command: ":"
    case .search: "/"
    case .pauseReason: "PAUSED. Why? "
    case .levelReason(let level): "Why level \(level.name)? "
    case .count(let verdict, let group):
      "\(state(verdict.state)) for \(group.count) mentions: type \(group.count) "
    case .snoozeAlert: "Until when, and why (+2h we know of it): "
    case .override(let id, _): "OVERRIDE: #\(id) leaves without its approvals. Why? "
    case .sendBack(let id): "#\(id) back to its writer; what is to change? "
    case .editText(let id, _): "#\(id), changed and approved: "
    case .note: "Note for colleagues: "
    case .reschedule(let id): "New time of #\(id) (\(timeForms)): "
    }
  }

  static func postNotice(_ row: PostRow, now: Timestamp, zone: DeskZone) -> Notice {
    let due = ClockText.full(row.dueAt, zone: zone)
    switch row {
    case .own(let item):
      let head = "\(outgoingState(item.state)) – \(item.content.kind.rawValue) by \(item.author)"
      let tag = item.content.tag.map { ", #\(SafeText.line($0))" } ?? ""
      let series = item.content.series.map { ", series \($0)" } ?? ""
      let lines =
        [head, "\(row.account), \(due)\(tag)\(series)", SafeText.line(item.detail)]
        + approvalLines(item, now: now, zone: zone) + unknownLines(item) + ["", row.text]
      return Notice(title: "#\(item.id)", lines: lines)
    case .native(let post):
      return Notice(
        title: "\(row.account) \(SafeText.line(post.native))",
        lines: [nativeExplanation(post), due, "", row.text])
    }
  }

  /// The keys of what lies on top, most needed first.
  static func layerKeys(_ layer: Layer) -> [(String, String)] {
    switch layer {
    case .prompt(let prompt) where prompt.kind == .command:
      [("Enter", "run"), ("Tab", "complete"), ("Esc", "leave")]
    case .prompt: [("Enter", "done"), ("Esc", "leave")]
    case .menu(let menu) where menu.kind == .leave:
      [("s", "send"), ("h", "hold"), ("d", "drop"), ("n", "stay")]
    case .menu(let menu) where menu.isMacro: [("Enter", "run"), ("Esc", "leave")]
    case .menu(let menu):
      menu.isChoice
        ? [("j k", "choose"), ("Enter", "take"), ("Esc", "leave")] : [("y", "yes"), ("n", "no")]
    case .composer:
      [
        ("F5", "send"), ("F6", "public/private"), ("F7", "on in private"), ("F3", "saved reply"),
        ("Esc", "keep draft and leave"),
      ]
    case .saved: [("Enter", "put it in"), ("Up Down", "choose"), ("Esc", "leave")]
    case .editor: [("F5", "schedule"), ("Tab", "next field"), ("Esc", "leave")]
    case .resume: [("Tab", "next part"), ("d t s p", "verdict"), ("Esc", "stay paused")]
    case .help: [("PgDn", "scroll"), ("Esc", "leave")]
    case .alerts:
      [
        ("Enter", "its mentions"), ("a", "seen"), ("s", "snooze"), ("U", "accept level"),
        ("L", "level"), ("Esc", "leave"),
      ]
    case .approvals:
      [
        ("K", "yes"), ("E", "change and yes"), ("W", "send back"), ("Enter", "open"),
        ("j k", "choose"), ("Esc", "leave"),
      ]
    case .notice, .receipt: [("j k", "scroll"), ("Esc", "leave")]
    case .detail: []
    }
  }
}
