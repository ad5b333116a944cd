import DeskCore

/// What the calendar of the posts pane shows.
struct CalendarModel: Hashable, Sendable {
  /// The layout, the day and the posts.
  var calendar: PostsCalendar
  /// The selected row; nil where there is none.
  var selection: PostRow.ID?
  /// Whether the pane has the focus.
  var isFocused = false
  /// The first row of the day to show.
  var offset = 0
  /// The time now.
  var now: Timestamp
  /// The desk's zone.
  var zone: DeskZone

  /// The day it is.
  var today: CivilDay { CivilDay(zone.civil(now)) }
}
