import DeskCore
import TerminalUI

extension Words {
  static func pane(_ pane: Pane) -> String {
    switch pane {
    case .stream: "Stream"
    case .graph: "Sentiment"
    case .queue: "Queue"
    case .posts: "Posts"
    }
  }
  static func newWaiting(_ count: CappedCount) -> String { "▲ \(capped(count)) new – G to load" }
  static let following = "following"
  static let frozenMark = "FROZEN – f goes on"
  static let streamEmpty = "No mentions yet."
  static let streamAllHidden = "The filter hides every mention. Esc clears it."
  static let queueEmpty = "Nothing waits for an answer."
  static let queueAllHidden = "Nothing in the queue passes the filter. Esc clears it."
  static let reading = "Reading …"
  static func queueCount(_ open: Int, snoozed: Int) -> String {
    snoozed == 0 ? "\(open) open" : "\(open) open, \(snoozed) snoozed"
  }
  static func queueOrder(_ order: QueueOrder) -> String {
    switch order {
    case .breach: "late first"
    case .urgency: "urgent first"
    }
  }
  static func ordered(_ order: QueueOrder) -> String {
    switch order {
    case .breach: "first who waits too long or will soonest; of two, the more urgent"
    case .urgency: "first what is most urgent; w says why"
    }
  }
  static func unknownOrder(_ name: String) -> String {
    "there is no order \(SafeText.line(name)): breach or urgency"
  }
  static func postsSwitch(_ pause: Pause?) -> String {
    if let pause, pause.target != .desk {
      return "PART PAUSED: \(SafeText.line(pause.target.description)) – R resumes"
    }
    return switch pause?.scope {
    case nil: "LIVE – ! pauses"
    case .posts: "PAUSED – R resumes"
    case .everything: "ALL PAUSED – R resumes"
    }
  }
  static func postCounts(waiting: Int, held: Int, missed: Int, elsewhere: Int) -> String {
    [(waiting, "queued"), (held, "held"), (missed, "missed"), (elsewhere, "elsewhere")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }
  /// What a filter hides; it never goes without saying.
  static func filterLine(_ line: String, _ counts: FilterCounts?, width: Int) -> String {
    var tail = " – counting what it hides …"
    if let counts {
      let isCalm = counts.hiddenUrgent.value == 0
      let urgent = isCalm ? "" : " (\(capped(counts.hiddenUrgent)) urgent)"
      tail = " – hides \(capped(counts.hidden))\(urgent)"
    }
    let room = max(8, width - TextWidth.cells(of: tail))
    return TextWidth.truncate("filter " + SafeText.line(line), to: room) + tail
  }

  static func rowTime(_ at: Timestamp, now: Timestamp, zone: DeskZone) -> String {
    let (then, today) = (zone.civil(at), zone.civil(now))
    if then.day == today.day, then.month == today.month, then.year == today.year {
      return then.clockText
    }
    return String(then.dateText.dropFirst(5))
  }
  static func platformMark(_ platform: Platform, width: Int) -> String {
    String(platform.tag.prefix(width))
  }
  static func sentimentMark(_ sentiment: Sentiment, long: Bool) -> String {
    switch sentiment {
    case .negative: long ? "▼neg" : "▼n"
    case .neutral: long ? "·neu" : "·u"
    case .positive: long ? "▲pos" : "▲p"
    }
  }
  static func intentMark(_ intent: Intent, long: Bool) -> String {
    switch intent {
    case .complaint: long ? "compl" : "C"
    case .question: long ? "quest" : "Q"
    case .praise: long ? "prais" : "P"
    case .other: long ? "other" : "-"
    }
  }
  /// At most four cells: `999`, `1.2k`, `12k`, `3.4M`; `?` when unknown. Rounded down.
  static func followers(_ count: Int?) -> String {
    guard let count else { return "   ?" }
    let text =
      switch count {
      case ..<1000: "\(max(0, count))"
      case ..<10_000: "\(count / 1000).\(count % 1000 / 100)k"
      case ..<1_000_000: "\(count / 1000)k"
      case ..<10_000_000: "\(count / 1_000_000).\(count % 1_000_000 / 100_000)M"
      default: "\(min(999, count / 1_000_000))M"
      }
    return String(repeating: " ", count: max(0, 4 - text.utf8.count)) + text
  }
  static func handle(_ handle: String) -> String { "@" + handle }
  static func claimMark(_ claim: Claim, now: Timestamp) -> String {
    "{\(claim.seat) \(max(0, now.since(claim.since).minutes))m} "
  }
  /// Where the answer to a mention stands, before its text.
  static func answerMark(_ item: OutgoingItem, now: Timestamp) -> String {
    let left = (item.dueAt.since(now).milliseconds + 999) / 1000
    let isCounting = item.state == .queued && left > 0
    return "{\(item.author) \(isCounting ? "→\(left) s" : outgoingState(item.state))} "
  }
  static func readerMark(_ seat: Seat) -> String { "(\(seat) reads) " }
  /// How many that say nearly the same a row stands for.
  static func clusterMark(_ count: Int) -> String { "×\(count) " }
  static let privateMark = "[private] "
  static let editedMark = "[edited] "

  /// A fixed six cells: urgency in hours and minutes.
  static func urgency(_ span: Span) -> String {
    let minutes = ClockText.floorMinutes(span)
    let whole = abs(minutes)
    let sign = minutes < 0 ? "-" : ""
    let text =
      whole >= 6000 ? "\(sign)\(whole / 1440)d" : sign + "\(whole / 60):\(pad2(whole % 60))"
    return String(repeating: " ", count: max(0, 6 - text.utf8.count)) + text
  }

  private static func pad2(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

  static func state(_ state: MentionState) -> String {
    switch state {
    case .open: "open"
    case .snoozed: "snoozed"
    case .answered: "answered"
    case .noAction: "no action"
    case .troll: "troll"
    case .duplicate: "duplicate"
    case .handedOn: "handed on"
    case .withdrawn: "deleted by author"
    case .own: "ours"
    }
  }
}
