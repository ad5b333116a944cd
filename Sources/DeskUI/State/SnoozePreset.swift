import DeskCore

/// A time to which a mention can be put off with one key.
struct SnoozePreset: Equatable, Sendable {
  let name: String
  let until: Timestamp
  /// Whether an alert wakes it before that.
  var orSpike = false

  /// The presets at an instant, at most nine, so that each has a digit; the last wakes at a spike,
  /// and after a day if none comes.
  static func all(_ times: [SnoozeTime], now: Timestamp, zone: DeskZone) -> [SnoozePreset] {
    let clock = zone.clock
    let fixed = times.prefix(8).map { time in
      SnoozePreset(name: Words.snoozeTime(time), until: time.until(from: now, in: clock))
    }
    return fixed
      + [SnoozePreset(name: Words.snoozeSpike, until: now.adding(.days(1)), orSpike: true)]
  }
}
