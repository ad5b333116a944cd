/// The arithmetic of an alert: every number a person needs to check it.
public struct AlertFigures: Hashable, Codable, Sendable {
  /// The end of the window.
  public var at: Timestamp
  /// Seconds east of Greenwich on the desk's clocks then.
  public var offsetSeconds: Int
  /// How long the window is, in seconds.
  public var windowSeconds: Int
  /// Voices in it.
  public var count: Double
  /// Usual voices in such a window at this hour.
  public var usual: Double
  /// Voices whose sentiment was read.
  public var judged: Double
  /// Negative ones among them.
  public var negative: Double
  /// The usual share of negative voices at this hour, 0...1.
  public var usualShare: Double
  /// Different texts among the voices.
  public var texts: Double
  /// Voices in such a window at this hour yesterday; nil when unknown.
  public var yesterday: Double?
  /// Voices in such a window at this hour a week ago; nil when unknown.
  public var weekAgo: Double?
  /// Authors with more than 50,000 followers in the window; nil when nobody looked.
  public var largeAuthors: Int?

  /// What an alert about waits stands on; nil for the others.
  public var late: LateFigures?

  /// Takes the figures of waits, seen at an instant.
  public init(late figures: LateFigures, at now: Timestamp, offsetSeconds: Int) {
    at = now
    self.offsetSeconds = offsetSeconds
    windowSeconds = 0
    count = Double(figures.count)
    (usual, judged, negative, usualShare) = (0, 0, 0, 0)
    texts = count
    late = figures
  }

  /// Takes the figures of an alarm, and looks back at yesterday and last week.
  public init(
    _ alarm: SpikeAlarm, offsetSeconds: Int, baseline: Baseline, largeAuthors: Int? = nil
  ) {
    at = alarm.at
    self.offsetSeconds = offsetSeconds
    windowSeconds = alarm.windowSeconds
    count = alarm.sum
    usual = alarm.usual
    judged = alarm.judged
    negative = alarm.negative
    usualShare = alarm.usualShare
    texts = alarm.texts
    self.largeAuthors = largeAuthors
    let last = CountBucket(
      start: alarm.at.adding(Span(milliseconds: -1)), offsetSeconds: offsetSeconds, count: 0)
    let values = Double(alarm.windowSeconds) / baseline.period
    yesterday = baseline.mean(of: last, daysBack: 1).map { $0 * values }
    weekAgo = baseline.mean(of: last, daysBack: 7).map { $0 * values }
  }

  /// The share of negative voices, 0...1; nil when fewer than five were judged.
  public var negativeShare: Double? { judged >= 5 ? negative / judged : nil }

  /// The arithmetic in one line: `41 in 15 min; Tue 14:00 is usually 6; negative 73 %, usually 18 %`.
  public var line: String {
    if let late { return late.line(at: at, offsetSeconds: offsetSeconds) }
    let civil = CivilTime(
      at.adding(.seconds(-Int64(windowSeconds))), offsetSeconds: offsetSeconds)
    let hour = CivilTime.padded(civil.hour, 2) + ":00"
    var parts = [
      "\(Self.number(count)) in \(max(windowSeconds / 60, 1)) min",
      "\(Self.weekday(at, offsetSeconds, windowSeconds)) \(hour) is usually \(Self.number(usual))",
    ]
    if let share = negativeShare {
      parts.append("negative \(Self.percent(share)), usually \(Self.percent(usualShare))")
    }
    if texts < count / 2 { parts.append("\(Self.number(texts)) different texts") }
    if let largeAuthors, largeAuthors > 0 {
      parts.append("\(largeAuthors) author\(largeAuthors == 1 ? "" : "s") above 50k followers")
    }
    if let yesterday { parts.append("yesterday \(Self.number(yesterday))") }
    if let weekAgo { parts.append("a week ago \(Self.number(weekAgo))") }
    return parts.joined(separator: "; ")
  }

  /// Whole numbers from 10 on, one decimal below.
  static func number(_ value: Double) -> String {
    if value >= 9.95 || value == value.rounded() {
      return String(Int64(min(value.rounded(), 1e15)))
    }
    let text = SpikeFilter.decimals(value, 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func percent(_ share: Double) -> String {
    "\(Int((min(max(share, 0), 1) * 100).rounded())) %"
  }

  private static func weekday(_ at: Timestamp, _ offset: Int, _ window: Int) -> String {
    let start = at.adding(.seconds(-Int64(window)))
    let hour = CountBucket(start: start, offsetSeconds: offset, count: 0).localHourNumber
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let day = ((hour / 24) % 7 + 7) % 7
    return names[Int(day)]
  }
}
