import DeskCore

/// A time to which a mention can be put off with one key.
struct SnoozePreset: Equatable, Sendable {
  let name: String
  let until: Timestamp
  /// Whether an alert wakes it before that.
  var orSpike = false

  /// The presets at an instant; the last two end the next morning at nine in the desk's
  /// zone, one of them at a spike if that comes first.
  static func all(now: Timestamp, zone: DeskZone) -> [SnoozePreset] {
    let day = zone.civil(now.adding(.days(1)))
    let morning = zone.instant(
      year: day.year, month: day.month, day: day.day, hour: 9, minute: 0)
    return [
      SnoozePreset(name: Words.snoozeQuarter, until: now.adding(.minutes(15))),
      SnoozePreset(name: Words.snoozeHour, until: now.adding(.hours(1))),
      SnoozePreset(name: Words.snoozeFourHours, until: now.adding(.hours(4))),
      SnoozePreset(name: Words.snoozeMorning, until: morning ?? now.adding(.days(1))),
      SnoozePreset(
        name: Words.snoozeSpike, until: morning ?? now.adding(.days(1)), orSpike: true),
    ]
  }
}
