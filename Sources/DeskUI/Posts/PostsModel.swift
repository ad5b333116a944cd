import DeskCore

/// What the posts pane shows.
struct PostsModel: Hashable, Sendable {
  /// The rows in order; `PostRow.rows(items:native:)` makes them.
  var rows: [PostRow]
  /// The pause that stands; nil when none does.
  var pause: Pause?
  /// The selected row; nil when the pane is empty or does not have the focus.
  var selection: PostRow.ID?
  /// Whether the pane has the focus.
  var isFocused: Bool
  /// The first row to show, as `ListWindow` says.
  var offset: Int
  /// The time now.
  var now: Timestamp
  /// The desk's zone.
  var zone: DeskZone
  /// The calendar in place of the list; nil for the list.
  var calendar: CalendarModel?

  /// Makes a model.
  init(
    rows: [PostRow], pause: Pause?, selection: PostRow.ID? = nil, isFocused: Bool = false,
    offset: Int = 0, now: Timestamp, zone: DeskZone, calendar: CalendarModel? = nil
  ) {
    self.calendar = calendar
    self.rows = rows
    self.pause = pause
    self.selection = selection
    self.isFocused = isFocused
    self.offset = offset
    self.now = now
    self.zone = zone
  }
}
