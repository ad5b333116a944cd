import DeskCore

/// Instants as filter lines write them.
enum FilterTime {
  /// Reads a date, a date and time in `zone`, or a time that says its own zone; nil for others.
  static func read(_ text: String, zone: DeskZone) -> Timestamp? {
    if let exact = Timestamp(rfc3339: text) { return exact }
    let full = text.count == 10 ? text + "T00:00" : text
    let seconds = full.count == 16 ? full + ":00" : full
    guard let local = Timestamp(rfc3339: seconds + "Z") else {
      // `09:15Z`: a zone of its own, but no seconds.
      guard text.count == 17, text.last.map({ "Zz".contains($0) }) == true else { return nil }
      return Timestamp(rfc3339: text.dropLast() + ":00Z")
    }
    let parts = CivilTime(local)
    return zone.instant(
      year: parts.year, month: parts.month, day: parts.day, hour: parts.hour,
      minute: parts.minute, second: parts.second)
  }

  /// Writes an instant so that every desk reads it alike: `2026-01-31T09:15Z`.
  static func write(_ instant: Timestamp) -> String {
    guard instant.milliseconds % 60_000 == 0 else { return instant.rfc3339 }
    let parts = CivilTime(instant)
    return "\(parts.dateText)T\(parts.clockText)Z"
  }
}
