import DeskCore
import TerminalUI

extension Words {
  static let handOverTitle = "Hand-over"

  /// Who is on the desk, for the header: `on: ana, ben`.
  static func onDuty(_ seats: [Seat], until: Timestamp?, now: Timestamp, zone: DeskZone) -> String {
    let end = until.map { ClockText.moment($0, now: now, zone: zone) }
    if seats.isEmpty { return "nobody is on" + (end.map { " until \($0)" } ?? "") }
    let names = seats.map { SafeText.line($0.rawValue) }.joined(separator: ", ")
    return "on: \(names)" + (end.map { ", then \($0)" } ?? "")
  }

  /// That the desk took somebody's claim back.
  static func shiftOver(_ handle: String) -> String {
    "your shift is over: the claim on @\(SafeText.line(handle)) returned, your draft is kept"
  }

  /// The sheet as lines of plain text.
  static func handOver(_ report: HandOverReport, now: Timestamp, zone: DeskZone) -> [String] {
    let (sheet, status) = (report.sheet, report.status)
    var lines = ["Hand-over, \(ClockText.full(sheet.at, zone: zone))"]
    if status.onDuty != nil {
      lines.append("leaving: \(seats(sheet.leaving))   coming: \(seats(sheet.coming))")
    }
    lines += [
      "", "OPEN: \(status.open), \(capped(status.overdue)) late, \(status.snoozed) put aside",
    ]
    for (entry, mention) in zip(sheet.open, report.open) {
      lines.append(handOver(entry, mention, now: now, zone: zone))
    }
    let rest = status.open - report.open.count
    if rest > 0 { lines.append("  … and \(rest) more, all due later") }
    lines += ["", "PROMISED: \(sheet.promised.count)"]
    for promise in sheet.promised {
      let at = ClockText.moment(promise.sent.at, now: now, zone: zone)
      let text = SafeText.line(promise.sent.text)
      lines.append("  \(at) #\(promise.sent.mention) by \(promise.sent.seat): \(text)")
    }
    lines += ["", "WATCH OUT: \(sheet.watchOut.count)"]
    return lines + sheet.watchOut.map { "  \($0)" }
  }

  private static func seats(_ seats: [Seat]) -> String {
    seats.isEmpty ? "nobody" : seats.map { SafeText.line($0.rawValue) }.joined(separator: ", ")
  }

  private static func handOver(
    _ entry: HandOver.Open, _ mention: Mention, now: Timestamp, zone: DeskZone
  ) -> String {
    let due =
      entry.deadline.map { deadline in
        let late = deadline <= now ? "late since " : "due "
        return late + ClockText.moment(deadline, now: now, zone: zone)
      } ?? mention.hold.map { waitsFor($0.reason) } ?? ""
    let who = entry.seat.map { ", \(SafeText.line($0.rawValue)) has it" } ?? ""
    let head = "  #\(entry.mention) \(due)\(who): @\(SafeText.line(mention.incoming.author.handle))"
    let text = TextWidth.truncate(SafeText.line(mention.incoming.text), to: 90)
    return "\(head), \(mention.mood.intent.name): \(text)"
  }

  /// What of the desk itself the next shift must know.
  static func watchOut(_ status: DeskStatus, now: Timestamp, zone: DeskZone) -> [String] {
    var lines: [String] = []
    if status.level != .calm {
      let why = status.levelChange.map {
        " since \(ClockText.moment($0.at, now: now, zone: zone)) by \($0.seat): "
          + SafeText.line($0.reason)
      }
      lines.append("level \(status.level.name)\(why ?? "")")
    }
    lines += status.pauses.map { pause in
      let place = pause.target == .desk ? "" : " over \(SafeText.line(pause.target.description))"
      let reason = pause.reason.isEmpty ? "no reason yet" : SafeText.line(pause.reason)
      return "paused\(place) since \(ClockText.moment(pause.at, now: now, zone: zone)) "
        + "by \(pause.seat): \(reason)"
    }
    lines += status.sources.filter { $0.state != .live && $0.state != .polling }.map {
      "source " + source($0, now: now)
    }
    if !status.tellProblem.isEmpty { lines.append(tellProblem(status.tellProblem)) }
    return lines
  }

  /// An alert that waits for somebody.
  static func watchOut(_ alert: Alert, now: Timestamp, zone: DeskZone) -> String {
    alertHead(alert, now: now, zone: zone) + ": " + alert.figures.line
  }

  /// What in the outbox needs somebody; nil where nothing does.
  static func watchOut(_ item: OutgoingItem) -> String? {
    let what: String
    switch item.state {
    case .unknown: what = "nobody knows whether it arrived"
    case .awaitingApproval: what = "waits for another person's yes"
    case .approved, .held, .missed, .refused: what = outgoingState(item.state)
    default: return nil
    }
    let text = TextWidth.truncate(SafeText.line(item.content.text), to: 60)
    return "answer #\(item.id) by \(item.author), \(what): \(text)"
  }

  /// What somebody wrote for colleagues in this shift.
  static func watchOut(_ note: Note, now: Timestamp, zone: DeskZone) -> String {
    "note by \(note.seat), \(ClockText.moment(note.at, now: now, zone: zone)), "
      + "mention #\(note.mention): \(SafeText.line(note.text))"
  }
}

extension CommandLineWords {
  /// The hand-over sheet as lines of plain text.
  public func handOver(_ report: HandOverReport) -> [String] {
    Words.handOver(report, now: now, zone: zone)
  }
}
