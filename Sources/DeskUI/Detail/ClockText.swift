import DeskCore

/// Times and lengths of time as the desk prints them.
enum ClockText {
  /// `14:05`, with the day before it when that is not the day of `now`: `11-20 14:05`, and with
  /// the year when that differs too.
  static func moment(_ instant: Timestamp, now: Timestamp, zone: DeskZone) -> String {
    let (then, today) = (zone.civil(instant), zone.civil(now))
    if then.dateText == today.dateText { return then.clockText }
    let date = then.year == today.year ? String(then.dateText.dropFirst(5)) : then.dateText
    return "\(date) \(then.clockText)"
  }

  /// `2026-12-01 09:00`.
  static func full(_ instant: Timestamp, zone: DeskZone) -> String {
    let parts = zone.civil(instant)
    return "\(parts.dateText) \(parts.clockText)"
  }

  /// `14:02:07.031`.
  static func precise(_ instant: Timestamp, zone: DeskZone) -> String {
    let fraction = String(instant.milliseconds - instant.seconds * 1000)
    let zeros = String(repeating: "0", count: max(0, 3 - fraction.count))
    return "\(zone.civil(instant).timeText).\(zeros)\(fraction)"
  }

  /// A signed length in hours and minutes, rounded down to whole minutes: `+3:41`, `−0:05`.
  static func signed(_ span: Span) -> String {
    let minutes = floorMinutes(span)
    return (minutes < 0 ? "−" : "+") + hours(abs(minutes))
  }

  /// A length in the units that matter: `41 s`, `12 min`, `3 h 05 min`, `2 d 4 h`, `90 d`, `4 y`.
  static func length(_ span: Span) -> String {
    let seconds = max(0, span.seconds)
    let minutes = seconds / 60
    if seconds < 60 { return "\(seconds) s" }
    if minutes < 60 { return "\(minutes) min" }
    if minutes < 1440 { return "\(minutes / 60) h \(padded(minutes % 60)) min" }
    let days = minutes / 1440
    if days < 7 { return "\(days) d \(minutes % 1440 / 60) h" }
    return days < 730 ? "\(days) d" : "\(days * 100 / 36_525) y"
  }

  /// Whole minutes, rounded down also below zero, so that sums of rounded lines stay exact.
  static func floorMinutes(_ span: Span) -> Int64 {
    let minutes = span.milliseconds / 60_000
    return span.milliseconds % 60_000 < 0 ? minutes - 1 : minutes
  }

  private static func hours(_ minutes: Int64) -> String {
    "\(minutes / 60):\(padded(minutes % 60))"
  }

  private static func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
