import DeskCore

/// How the posts pane lays out what is scheduled, and which day it looks at.
struct PostsCalendar: Hashable, Sendable {
  /// The ways to lay it out, in the order in which the key goes through them.
  enum Mode: String, CaseIterable, Hashable, Sendable { case list, day, week }

  /// The way chosen.
  var mode = Mode.list
  /// The day looked at, by the desk's clocks.
  var day = CivilDay(number: 0)
  /// The rows of each day, by time.
  private(set) var rows: [CivilDay: [PostRow]] = [:]

  /// Sorts rows into days.
  mutating func fill(_ all: [PostRow], zone: DeskZone) {
    rows = Dictionary(grouping: all) { CivilDay(zone.civil($0.dueAt)) }
      .mapValues { $0.sorted { $0.dueAt < $1.dueAt } }
  }

  /// The rows of the day looked at.
  var shown: [PostRow] { rows[day] ?? [] }

  /// The days of the week looked at, Monday first.
  var week: [CivilDay] { (0..<7).map { day.monday.adding($0) } }
}

extension DeskZone {
  /// How far clocks are moved on a day, in seconds: positive forward, 0 on most days.
  func clockChange(on day: CivilDay) -> Int {
    let fields = day.fields
    let next = day.adding(1).fields
    // Where clocks skip midnight itself, midnight in UTC is on the same side of no other change.
    let before = offset(at: midnight(fields) ?? Timestamp(seconds: day.number * 86_400))
    let after = offset(at: midnight(next) ?? Timestamp(seconds: (day.number + 1) * 86_400))
    return after - before
  }

  private func midnight(_ day: CivilTime) -> Timestamp? {
    instant(year: day.year, month: day.month, day: day.day, hour: 0, minute: 0)
  }
}
