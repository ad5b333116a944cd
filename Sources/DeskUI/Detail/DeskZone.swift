import DeskCore

/// The desk's time zone as a table, so that views need no calendar of the operating system.
struct DeskZone: Hashable, Sendable {
  /// From `at` on, local time is `offsetSeconds` east of Greenwich.
  struct Change: Hashable, Sendable {
    let at: Timestamp
    let offsetSeconds: Int
  }

  /// UTC.
  static let utc = DeskZone(offsetSeconds: 0)

  /// The offset before the first change, in seconds east of Greenwich.
  let offsetSeconds: Int
  /// The changes in order of time.
  let changes: [Change]

  /// A zone with one offset, or with changes (in any order) that follow it.
  init(offsetSeconds: Int, changes: [Change] = []) {
    self.offsetSeconds = offsetSeconds
    self.changes = changes.sorted { $0.at < $1.at }
  }

  /// Asks `offset` once a day over a range and finds each change between to the second.
  init(sampling range: Range<Timestamp>, offset: (Timestamp) -> Int) {
    var changes: [Change] = []
    var before = range.lowerBound
    var known = offset(before)
    offsetSeconds = known
    while before < range.upperBound {
      let after = min(before.adding(.days(1)), range.upperBound)
      let found = offset(after)
      if found != known {
        var (low, high) = (before.seconds, after.seconds)
        while high - low > 1 {
          let middle = (low + high) / 2
          if offset(Timestamp(seconds: middle)) == known { low = middle } else { high = middle }
        }
        changes.append(Change(at: Timestamp(seconds: high), offsetSeconds: found))
        known = found
      }
      before = after
    }
    self.changes = changes
  }

  /// Seconds east of Greenwich at an instant.
  func offset(at instant: Timestamp) -> Int {
    changes.last { $0.at <= instant }?.offsetSeconds ?? offsetSeconds
  }

  /// The zone's clocks.
  var clock: ZoneClock { ZoneClock(name: "") { self.offset(at: $0) } }

  /// The calendar fields of an instant in this zone.
  func civil(_ instant: Timestamp) -> CivilTime {
    CivilTime(instant, offsetSeconds: offset(at: instant))
  }

  /// The instant at which clocks show these fields; the first one when they show them twice and
  /// nil when they skip them.
  func instant(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int = 0)
    -> Timestamp?
  {
    let days = CivilTime.daysSinceEpoch(year: year, month: month, day: day)
    let local = days * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    let offsets = Set(changes.map(\.offsetSeconds) + [offsetSeconds])
    return offsets.map { (offset: $0, at: Timestamp(seconds: local - Int64($0))) }
      .filter { offset(at: $0.at) == $0.offset }
      .map(\.at).min()
  }
}
