import DeskCore
import TerminalUI

extension Words {
  /// Days of the week, Monday first.
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  static let calendarEmpty = "Nothing is planned."

  private static func date(_ day: CivilDay, year: Bool) -> String {
    let fields = day.fields
    let month = months[fields.month - 1]
    return "\(fields.day) \(month)" + (year ? " \(fields.year)" : "")
  }

  private static func posts(_ count: Int) -> String { count == 1 ? "1 post" : "\(count) posts" }

  /// `Sat 14 March 2026, today – 3 posts`.
  static func calendarDay(_ day: CivilDay, count: Int, model: CalendarModel) -> String {
    let today = day == model.today ? ", today" : ""
    return "\(weekdays[day.weekday.rawValue]) \(date(day, year: true))\(today) – \(posts(count))"
      + clockChange(day, model)
  }

  /// `9 – 15 March 2026 – 4 posts`.
  static func calendarWeek(_ model: CalendarModel) -> String {
    let days = model.calendar.week
    let count = days.reduce(0) { $0 + (model.calendar.rows[$1]?.count ?? 0) }
    let changes = days.map { clockChange($0, model) }.joined()
    return
      "\(date(days[0], year: false)) – \(date(days[6], year: true)) – \(posts(count))\(changes)"
  }

  private static func clockChange(_ day: CivilDay, _ model: CalendarModel) -> String {
    let seconds = model.zone.clockChange(on: day)
    guard seconds != 0 else { return "" }
    let way = seconds > 0 ? "forward" : "back"
    return " – clocks go \(way) \(abs(seconds) / 60) min on the \(day.fields.day)."
  }

  /// `Sat 14`, with `*` on the day it is.
  static func calendarColumn(_ day: CivilDay, _ model: CalendarModel) -> String {
    let mark = day == model.today ? "*" : ""
    let count = model.calendar.rows[day]?.count ?? 0
    return "\(weekdays[day.weekday.rawValue]) \(day.fields.day)\(mark)"
      + (count == 0 ? "" : " (\(count))")
  }

  /// A day's posts on one line.
  static func calendarLine(_ rows: [PostRow], _ model: CalendarModel) -> String {
    guard !rows.isEmpty else { return "–" }
    return rows.map { row in
      "\(model.zone.civil(row.dueAt).clockText)\(calendarMark(row)) "
        + SafeText.line(String(row.text.prefix(24)))
    }.joined(separator: "  ")
  }

  static func calendarMore(_ count: Int) -> String { "+\(count) more" }

  static func calendarFree(_ span: Span) -> String { "   ⋮  \(ClockText.length(span)) free" }

  /// One cell that stands for a post's state; the foot line explains it.
  static func calendarMark(_ row: PostRow) -> String {
    switch row {
    case .native: return "@"
    case .own(let item):
      switch item.state {
      case .sent: return "✓"
      case .held: return "="
      case .missed, .refused: return "!"
      case .unknown, .sending: return "?"
      case .dropped: return "x"
      default: return "·"
      }
    }
  }

  /// What the marks mean.
  static let calendarLegend =
    "· planned  = held  ! missed, refused  ? unknown  ✓ sent  @ on its platform   G today  v view"

  static func calendarMode(_ mode: PostsCalendar.Mode) -> String {
    switch mode {
    case .list: "posts as a list"
    case .day: "posts of a day: h and l go through the days, G is today"
    case .week: "posts of a week: h and l go through the days, G is today"
    }
  }

  static func unknownCalendar(_ name: String) -> String {
    "there is no view \(SafeText.line(name)): list, day or week"
  }

  /// What was slept through, and what to do about it.
  static func missed(_ count: Int) -> String {
    "\(posts(count)) missed the time: 4 goes there, D drops, :reschedule moves"
  }
  static let missedTitle = "Missed, not sent"
  static let missedIntro =
    "Their time passed while the desk could not send. Nothing leaves by itself: decide about each."
  static let missedHow =
    "4 goes to the posts; D drops the selected one; :reschedule +5m, or another time, sends it then."
  static func missedLine(_ item: OutgoingItem, zone: DeskZone) -> String {
    "#\(item.id) due \(ClockText.full(item.dueAt, zone: zone)), \(item.content.account): "
      + SafeText.line(String(item.content.text.prefix(60)))
  }
}
