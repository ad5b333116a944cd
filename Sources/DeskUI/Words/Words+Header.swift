import DeskCore
import TerminalUI

extension Words {
  /// Counts stop here and say so: `1000+`.
  static let countCap = 1000

  static func demo(short: Bool) -> String { short ? "DEMO" : "DEMO – nothing leaves" }
  static let demoExplained =
    "A demo: an invented shift plays by itself; crisisdesk init sets up yours."
  static func level(_ level: Level, short: Bool) -> String {
    (short ? "" : "LEVEL ") + level.name.uppercased()
  }
  static func publishing(pause: Pause?, short: Bool) -> String {
    let word =
      switch pause?.target {
      case nil: "LIVE"
      case .desk: "PAUSED"
      case .account, .tag: "PART PAUSED"
      }
    return (short ? "POSTS " : "PUBLISHING ") + word
  }
  static func reminder(short: Bool) -> String { short ? "STILL?" : "STILL PAUSED?" }
  /// What a reminder says in the status line.
  static func reminded(_ pause: Pause, now: Timestamp) -> String {
    let place = pause.target == .desk ? "" : " over \(SafeText.line(pause.target.description))"
    return
      "still paused\(place), \(ClockText.length(now.since(pause.at))) now: R reviews and resumes"
  }
  static func sourcesDown(_ names: [AccountID]) -> String {
    guard names.count == 1, let name = names.first else { return "\(names.count) sources down" }
    return TextWidth.truncate(SafeText.line(name.rawValue), to: 8) + " down"
  }
  static func clock(_ time: CivilTime) -> String { time.timeText }

  static func capped(_ count: CappedCount) -> String {
    "\(count.value)" + (count.isCapped ? "+" : "")
  }
  static func unanswered(_ count: Int, short: Bool) -> String {
    short ? "\(count) open" : "\(count) unanswered"
  }
  static func dueSoon(_ count: CappedCount, short: Bool) -> String {
    short ? "<15m \(capped(count))" : "due<15m \(capped(count))"
  }
  static func overdue(_ count: CappedCount, short: Bool) -> String {
    short ? "late \(capped(count))" : "overdue \(capped(count))"
  }
  static func oldest(_ age: Span, short: Bool) -> String { "oldest \(stopwatch(age, short: true))" }
  static func outbox(_ count: Int, short: Bool) -> String {
    (short ? "out " : "outbox ") + String(count)
  }
  static func stale(_ age: Span) -> String { "STALE \(ClockText.length(age))" }
  static let noSources = "no source is configured"

  static func rereading(_ percent: Int) -> String { "reading moods anew: \(percent) %" }

  /// A source's name, state and, where it is not well, why.
  static func source(_ source: SourceHealth, now: Timestamp) -> String {
    let heard = source.heardAt.map { " " + ClockText.length(now.since($0)) } ?? ""
    let why = source.detail.isEmpty ? "" : " (\(SafeText.line(source.detail)))"
    return "\(source.account): \(source.state.rawValue)\(heard)\(why)"
  }

  /// `PAUSED 00:12:31 by ana – reason – 7 held, 2 missed, 1 elsewhere`.
  static func banner(
    _ pause: Pause, others: Int = 0, counts: (held: Int, missed: Int, elsewhere: Int),
    now: Timestamp
  ) -> String {
    var head = pause.scope == .everything ? "EVERYTHING PAUSED" : "PAUSED"
    if pause.target != .desk {
      head += " " + TextWidth.truncate(SafeText.line(pause.target.description), to: 24)
    }
    if others > 0 { head += " (+\(others))" }
    let reason = pause.reason.isEmpty ? "no reason yet" : SafeText.line(pause.reason)
    let sums = "\(counts.held) held, \(counts.missed) missed, \(counts.elsewhere) elsewhere"
    let short = TextWidth.truncate(reason, to: 60)
    return "\(head) \(stopwatch(now.since(pause.at))) by \(pause.seat) – \(short) – \(sums)"
  }

  /// `00:12:31`, or `00:12` without seconds.
  static func stopwatch(_ span: Span, short: Bool = false) -> String {
    let seconds = max(0, span.seconds)
    let head = "\(pad(seconds / 3600)):\(pad(seconds / 60 % 60))"
    return short ? head : head + ":\(pad(seconds % 60))"
  }

  private static func pad(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

  static func windowTitle(_ level: Level, pause: Pause?, isDemo: Bool) -> String {
    "crisisdesk\(isDemo ? " DEMO" : "") – \(self.level(level, short: true)) – "
      + publishing(pause: pause, short: false)
  }

  static func tooSmall(_ size: Size, least: Size) -> String {
    "\(size.columns)x\(size.rows) is too small: \(least.columns)x\(least.rows) needed."
  }
  static let tooSmallLive = "PUBLISHING LIVE  ! pauses  q quits"
  static let tooSmallPaused = "PUBLISHING PAUSED  q quits"
}
