import DeskCore

/// A time to which a mention can be put off with one key.
struct SnoozePreset: Equatable, Sendable {
  let name: String
  let until: Timestamp

  /// The presets at an instant, at most nine: each has a digit.
  static func all(_ times: [SnoozeTime], now: Timestamp, zone: DeskZone) -> [SnoozePreset] {
    let clock = zone.clock
    return times.prefix(9).map { time in
      SnoozePreset(name: Words.snoozeTime(time), until: time.until(from: now, in: clock))
    }
  }
}
