import DeskCore
import TerminalUI

extension Words {
  /// What a command did, once it is done.
  static func done(_ command: DeskCommand) -> String {
    switch command {
    case .judge(let ids, let verdict, _): "\(state(verdict.state)): \(mentions(ids.count))"
    case .reopen(let ids): "open again: \(mentions(ids.count))"
    case .snooze(let ids, _): "snoozed: \(mentions(ids.count))"
    case .wait(let ids, let reason): "\(waitsFor(reason)): \(mentions(ids.count))"
    case .goOn(let ids): "the clock goes on: \(mentions(ids.count))"
    case .claim, .steal, .renew: "claimed"
    case .release: "released"
    case .look: ""
    case .note: "noted"
    case .triage(let group, let act): done(act, count: group.count)
    case .judgeAuthor(let author, let kind, _):
      "\(authorKind(kind)): @\(SafeText.line(author.handle))"
    case .unjudgeAuthor(let author): "judged no more: @\(SafeText.line(author.handle))"
    case .split(let id): "out of its cluster: mention \(id)"
    case .unsplit(let id, _): "back in its cluster: mention \(id)"
    case .correct(let ids, let said): "\(correction(said)): \(mentions(ids.count))"
    case .uncorrect(_, to: nil): "the reading stands again"
    case .uncorrect(_, let said): said.map(correction) ?? ""
    case .saveDraft: "draft kept"
    case .reply: "answer queued"
    case .movePrivate: "goes on in private"
    case .recall(let id): "taken back: #\(id)"
    case .retry(let id): "sent again: #\(id)"
    case .hurry(let id): "leaves now: #\(id)"
    case .holdBack(let id): "held: #\(id)"
    case .submit(let id, _): "handed in: #\(id)"
    case .approve(let id, _, _): "approved: #\(id)"
    case .override(let id, _, _): "sent without its approvals: #\(id)"
    case .sendBack(let id, _): "sent back: #\(id)"
    case .settle(let id, let wasSent): "#\(id) \(wasSent ? "was sent" : "was not sent")"
    case .deleteSent(let id): "deletion queued: #\(id)"
    case .schedulePost: "post scheduled"
    case .schedulePosts(let posts): "posts scheduled: \(posts.count)"
    case .endSeries(let id): "series \(id) ended"
    case .reschedule(let id, _): "moved: #\(id)"
    case .dropPost(let id): "dropped: #\(id)"
    case .pause: "paused"
    case .explainPause: "reason kept"
    case .resume: "resumed"
    case .acknowledge(let id): "alert \(id) seen"
    case .snoozeAlert(let id, _, _): "alert \(id) snoozed"
    case .setLevel(let level, _): "level \(level.name)"
    }
  }

  /// What was done to many mentions in one step.
  static func done(_ act: GroupAct, count: Int) -> String {
    switch act {
    case .judge(let verdict, _): "\(state(verdict.state)): \(mentions(count))"
    case .snooze: "snoozed: \(mentions(count))"
    case .wait(let reason): "\(waitsFor(reason)): \(mentions(count))"
    case .goOn: "the clock goes on: \(mentions(count))"
    case .note: "noted: \(mentions(count))"
    case .correct(let said): "\(correction(said)): \(mentions(count))"
    }
  }

  /// What a person said of a mood: `negative complaint`.
  static func correction(_ said: MoodCorrection) -> String {
    [said.sentiment?.name, said.intent?.name].compactMap { $0 }.joined(separator: " ")
  }

  private static func mentions(_ count: Int) -> String {
    count == 1 ? "1 mention" : "\(count) mentions"
  }
  static func canUndo(_ label: String) -> String { "\(label) – z undoes" }
  static func undone(_ label: String) -> String { "undone: \(label)" }
  static func redone(_ label: String) -> String { "done again: \(label)" }
  static func claimTaken(_ claim: Claim) -> String { "claimed by \(claim.seat)" }
  static let resumed = "publishing again"
  static let resumedPart = "resumed; another pause still stands"
  static func notPaused(_ target: PauseTarget) -> String {
    "nothing is paused over \(SafeText.line(target.description))"
  }
  static let stillPaused = "still paused"
  static let draftKept = "draft kept; r goes on with it"
  static let nothingNoted = "nothing to note yet: type it, or Esc leaves"
  static let rangeBegun = "a range: move to its other end, then act; V keeps it marked"
  static func marked(_ count: Int) -> String { count == 0 ? "none marked" : "\(count) marked" }
  static let copiedText = "text copied"
  static let copiedAddress = "address copied"
  static let frozen = "stream frozen; f goes on"
  static let thawed = "stream goes on"
  static let cancelAgain = "press C-c again to quit"
  static func themeIs(_ name: String) -> String { "theme \(name)" }
  static func themes(_ names: [String], current: String) -> String {
    "theme \(current); there are \(names.joined(separator: ", "))"
  }

  static func stopped(_ item: OutgoingItem) -> String {
    let whom = item.content.recipient.map { " to @\(SafeText.line($0))" } ?? ""
    return "your answer\(whom) did not leave: \(SafeText.line(item.detail)); read it, then u takes "
      + "the answer up again"
  }

  static func queued(_ item: OutgoingItem, now: Timestamp, zone: DeskZone) -> String {
    switch item.state {
    case .awaitingApproval:
      let count = item.approvers.count
      let why = item.detail.isEmpty ? "" : ": \(SafeText.line(item.detail))"
      return "#\(item.id) waits for another person's yes" + (count == 0 ? why : "; \(count) given")
    case .approved, .held: return "#\(item.id) \(outgoingState(item.state)): \(item.detail)"
    default: break
    }
    if item.content.kind == .post {
      return "post #\(item.id) leaves \(ClockText.moment(item.dueAt, now: now, zone: zone))"
    }
    return countdown(item, left: item.dueAt.since(now))
  }
  static func countdown(_ item: OutgoingItem, left: Span) -> String {
    let whom = item.content.recipient.map { " to @\(SafeText.line($0))" } ?? ""
    let when =
      left.milliseconds > 0 ? "leaves in \((left.milliseconds + 999) / 1000) s" : "is leaving"
    return "answer\(whom) \(when) – u takes it back"
  }

  static func pausedNow(_ receipt: PauseReceipt) -> String {
    let place =
      receipt.pause.target == .desk
      ? "" : " \(SafeText.line(receipt.pause.target.description))"
    let head = (receipt.isNew ? "PAUSED" : "already paused by \(receipt.pause.seat)") + place
    return "\(head): \(receipt.held.count) held, \(receipt.inFlight.count) in flight"
  }
  static let reasonMissing = "paused without a reason: :pause-reason says why"

  /// What `:snooze` takes after a time, or alone for a day at most.
  static let untilSpike = "until spike"
  static let snoozeSpike = "until a spike"
  /// A time to put something off to: `15 minutes`, `4 hours`, `tomorrow 09:00`.
  static func snoozeTime(_ time: SnoozeTime) -> String {
    guard case .after(let span) = time else { return time.text }
    func count(_ number: Int64, _ unit: String) -> String {
      "\(number) \(unit)\(number == 1 ? "" : "s")"
    }
    let minutes = span.minutes
    if minutes % 1440 == 0 { return count(minutes / 1440, "day") }
    return minutes % 60 == 0 ? count(minutes / 60, "hour") : count(minutes, "minute")
  }

  static func whoPosted(_ author: Author, platform: Platform) -> String {
    let name = author.name.isEmpty ? "" : " (\(SafeText.line(author.name)))"
    let robot = author.isAutomated ? ", automated" : ""
    let reach = author.followers.map { "\($0) followers" } ?? "followers unknown"
    return "@\(SafeText.line(author.handle))\(name) on \(platform): \(reach)\(robot)"
  }
  static let whyTitle = "Why is this first?"
  static func whyOrder(_ order: QueueOrder) -> String {
    switch order {
    case .urgency: "The queue is in the order of this sum, the largest first."
    case .breach: "The queue is in the order of who is late first; this sum decides between two."
    }
  }
}
