/// A wait in a column of fixed width, without words.
///
/// | shown | means |
/// |---|---|
/// | `   12m` | twelve minutes are left |
/// | ` 1h40m` | an hour and forty minutes are left; from ten hours on hours, from two days on days |
/// | `  <5m!` | less than five minutes are left |
/// | `  +07m` | seven minutes over |
/// | `  =12m` | the clock is held with twelve minutes left |
/// | `  ~12m` | nobody works now, twelve minutes are left |
/// | `     -` | nobody waits |
public enum Countdown {
  /// The width in cells.
  public static let width = 6

  /// The text of a reading.
  public static func text(_ reading: ServiceReading?) -> String {
    reading.map { text($0.state, left: $0.remaining) } ?? padded("-")
  }

  /// The text of a clock with so much left; negative is over.
  public static func text(_ state: ServiceReading.State, left: Span) -> String {
    switch state {
    case .running: text(left)
    case .held: standing("=", left)
    case .closed: standing("~", left)
    }
  }

  /// The text of what is left; negative is over.
  public static func text(_ left: Span) -> String {
    let minutes = Int64(left.milliseconds.magnitude / 60_000)
    // Nothing left is over: the moment itself belongs to the breach.
    if left.milliseconds <= 0 { return padded("+" + length(minutes, padsMinutes: true)) }
    return padded(minutes < 5 ? "<5m!" : length(minutes, padsMinutes: false))
  }

  private static func standing(_ mark: String, _ left: Span) -> String {
    let minutes = Int64(left.milliseconds.magnitude / 60_000)
    let sign = left.milliseconds <= 0 ? "+" : ""
    let text = length(minutes, padsMinutes: left.milliseconds <= 0)
    // Two marks leave no room for minutes beside hours.
    let isLong = text.utf8.count + sign.utf8.count + 1 > width
    return padded(mark + sign + (isLong ? "\(minutes / 60)h" : text))
  }

  private static func length(_ minutes: Int64, padsMinutes: Bool) -> String {
    if minutes >= 2880 { return "\(min(999, minutes / 1440))d" }
    if minutes >= 600 { return "\(minutes / 60)h" }
    let rest = minutes % 60
    let clock = rest < 10 ? "0\(rest)" : "\(rest)"
    if minutes >= 60 { return "\(minutes / 60)h\(clock)m" }
    return (padsMinutes ? clock : "\(rest)") + "m"
  }

  private static func padded(_ text: String) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count)) + text
  }
}
